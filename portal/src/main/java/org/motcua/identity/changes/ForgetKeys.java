package org.motcua.identity.changes;

import java.util.List;
import org.motcua.identity.AccountClosed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A closed account is opened by nothing any more, so nothing is kept that once did. */
@Component
class ForgetKeys {

  private static final List<String> TABLES =
      List.of(
          "passkey",
          "authenticator",
          "authenticator_enrolment",
          "recovery_code",
          "certificate",
          "challenge");

  private final JdbcClient jdbc;

  ForgetKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void on(AccountClosed closed) {
    for (var table : TABLES) {
      jdbc.sql("delete from identity." + table + " where account_id = :account")
          .param("account", closed.account().value())
          .update();
    }
  }
}
