package org.motcua.platform.database;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * Values of columns that may be empty, and then still say of which type they are. A null without a
 * type makes the server parse and plan the statement anew each time that another set of them is
 * null: for what is written often.
 */
public final class Typed {

  public static Object text(@Nullable String value) {
    return value == null ? new SqlParameterValue(Types.VARCHAR, null) : value;
  }

  public static Object number(@Nullable Integer value) {
    return value == null ? new SqlParameterValue(Types.INTEGER, null) : value;
  }

  public static Object uuid(@Nullable UUID value) {
    return value == null ? new SqlParameterValue(Types.OTHER, "uuid", null) : value;
  }

  /** With the time zone UTC. */
  public static Object timestamp(@Nullable Instant value) {
    return value == null
        ? new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, "timestamptz", null)
        : value.atOffset(ZoneOffset.UTC);
  }

  private Typed() {}
}
