package org.motcua.platform.database;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Each module migrates its own schema from {@code db/migration/<module>}, with a history of its
 * own, so that modules number their migrations without asking each other. No module's tables know
 * another's, so the order does not matter, but that of the platform, which comes first.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

  private static final String FOLDER = "db/migration/";
  private static final String FIRST = "platform";

  @Override
  public void migrate(Flyway flyway) {
    migrate(flyway, FIRST);
    modules().stream()
        .filter(module -> !module.equals(FIRST))
        .forEach(module -> migrate(flyway, module));
  }

  private static void migrate(Flyway flyway, String module) {
    Flyway.configure()
        .configuration(flyway.getConfiguration())
        .locations("classpath:" + FOLDER + module)
        .table("flyway_schema_history_" + module)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  private static List<String> modules() {
    try {
      var found = new TreeSet<String>();
      for (var file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + FOLDER + "*/*.sql")) {
        var path = file.getURL().getPath();
        var below = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
        found.add(below.substring(0, below.indexOf('/')));
      }
      return List.copyOf(found);
    } catch (IOException e) {
      throw new IllegalStateException("The migrations cannot be listed", e);
    }
  }
}
