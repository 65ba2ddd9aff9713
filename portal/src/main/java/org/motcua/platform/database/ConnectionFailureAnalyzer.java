package org.motcua.platform.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the given PostgreSQL does not let the portal in. */
class ConnectionFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
    var state = cause.getSQLState() == null ? "" : cause.getSQLState();
    var what =
        switch (state.length() < 2 ? "" : state.substring(0, 2)) {
          case "08" -> "The database does not answer: ";
          case "28" -> "The database does not know this user and password: ";
          case "3D" -> "The database does not exist: ";
          default -> null;
        };
    if (what == null) return null;
    return new FailureAnalysis(
        what + cause.getMessage(),
        "Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
        cause);
  }
}
