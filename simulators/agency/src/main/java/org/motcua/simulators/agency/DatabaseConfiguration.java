package org.motcua.simulators.agency;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The province's own database: a file in its data folder, so that accounts outlive a restart. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  private static final int CONNECTIONS = 4;
  private static final long PATIENCE_MILLIS = 5_000;

  @Bean
  DataSource dataSource(AgencySettings settings) throws IOException {
    var folder = Files.createDirectories(settings.data().toAbsolutePath());
    var source = new HikariDataSource();
    source.setJdbcUrl("jdbc:h2:file:" + folder.resolve("province") + ";DB_CLOSE_ON_EXIT=FALSE");
    source.setUsername("province");
    source.setPassword("");
    source.setMaximumPoolSize(CONNECTIONS);
    source.setConnectionTimeout(PATIENCE_MILLIS);
    return source;
  }
}
