package org.motcua.payments.gateway;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do, instead of a stack trace. */
class OwnSettingsFailureAnalyzer extends AbstractFailureAnalyzer<OwnSettings.Borrowed> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, OwnSettings.Borrowed cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Give your own, as agreed with the gateway or the bank; an address that you do not have may"
            + " be empty. A way to pay whose secret is not given is not offered, and needs none of"
            + " them. On a machine for trying out, set MOTCUA_DEMO=true.",
        cause);
  }
}
