package org.motcua.platform.sms;

import java.time.Duration;

/**
 * How an operator is reached by SMPP.
 *
 * @param sender whose name or number stands on messages
 * @param window how many messages may be unanswered at a time
 * @param enquireEvery after so long a silence the operator is asked whether he is there
 */
record SmppSettings(
    String host,
    int port,
    boolean tls,
    String systemId,
    String password,
    String systemType,
    String sender,
    int window,
    Duration enquireEvery) {

  @Override
  public String toString() {
    return "%s:%d as %s".formatted(host, port, systemId);
  }
}
