package org.motcua.platform.database;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The embedded database cannot be had: why, and what people can do about it. */
class DatabaseDoesNotStart extends IllegalStateException {

  @Serial private static final long serialVersionUID = 1L;

  private final String remedy;

  private DatabaseDoesNotStart(String message, String remedy, @Nullable Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  static DatabaseDoesNotStart sinceFolderIsInUse(Path dataFolder) {
    return new DatabaseDoesNotStart(
        "Another portal uses the data folder " + dataFolder.toAbsolutePath(),
        "Stop that portal, or give this one a folder of its own with MOTCUA_DATA. Several portals"
            + " share one database when SPRING_DATASOURCE_URL names it.",
        null);
  }

  static DatabaseDoesNotStart forLackOfSpace(Path dataFolder, long megabytes, long needed) {
    return new DatabaseDoesNotStart(
        "Only %d MB are free on the disk of %s; PostgreSQL needs %d MB"
            .formatted(megabytes, dataFolder.toAbsolutePath(), needed),
        "Free some space, or choose another folder with MOTCUA_DATA.",
        null);
  }

  static DatabaseDoesNotStart because(Path dataFolder, Exception cause) {
    return new DatabaseDoesNotStart(
        "PostgreSQL does not start in %s: %s"
            .formatted(dataFolder.toAbsolutePath(), cause.getMessage()),
        "The lines above tell what PostgreSQL itself says. As root, it needs a kernel that lets"
            + " 'unshare -U' run; an ordinary user needs nothing.",
        cause);
  }

  String remedy() {
    return remedy;
  }
}
