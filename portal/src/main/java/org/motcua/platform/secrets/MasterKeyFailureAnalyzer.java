package org.motcua.platform.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do, instead of a stack trace, where a node does not have the key it needs. */
class MasterKeyFailureAnalyzer extends AbstractFailureAnalyzer<UnknownMasterKey> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnknownMasterKey cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Give this node the master key of the others (MOTCUA_MASTER_KEY). If the key was exchanged,"
            + " name the former one in MOTCUA_FORMER_MASTER_KEYS. If none was ever given, bring"
            + " back keys/master.key of the former data folder.",
        cause);
  }
}
