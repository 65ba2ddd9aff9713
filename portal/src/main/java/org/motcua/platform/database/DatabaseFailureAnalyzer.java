package org.motcua.platform.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence, instead of a stack trace, why there is no embedded database. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseDoesNotStart> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DatabaseDoesNotStart cause) {
    return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
  }
}
