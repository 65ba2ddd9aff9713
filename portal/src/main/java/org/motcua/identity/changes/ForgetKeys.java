package org.motcua.identity.changes;

import java.time.ZoneOffset;
import java.util.List;
import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountReclaimed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What once opened an account and is to open it no more is not kept. */
@Component
public class ForgetKeys {

  private static final List<String> TABLES =
      List.of(
          "passkey",
          "authenticator",
          "authenticator_enrolment",
          "recovery_code",
          "certificate",
          "challenge");

  private static final List<String> ADDED = List.of("passkey", "authenticator");

  private final JdbcClient jdbc;

  ForgetKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What somebody else has added while he had the account in his hands. A certificate stays: its
   * authority has found out whose it is.
   */
  @EventListener
  void on(AccountReclaimed reclaimed) {
    for (var table : ADDED) {
      jdbc.sql(
              "delete from identity."
                  + table
                  + " where account_id = :account and added_at >= :since")
          .param("account", reclaimed.account().value())
          .param("since", reclaimed.since().atOffset(ZoneOffset.UTC))
          .update();
    }
    jdbc.sql(
            """
            delete from identity.recovery_code
            where account_id = :account
              and not exists (select from identity.authenticator where account_id = :account)
            """)
        .param("account", reclaimed.account().value())
        .update();
  }

  @EventListener
  void on(AccountClosed closed) {
    forgetAll(closed.account());
  }

  /** Of an account whose holder begins anew. */
  public void forgetAll(AccountId account) {
    for (var table : TABLES) {
      jdbc.sql("delete from identity." + table + " where account_id = :account")
          .param("account", account.value())
          .update();
    }
  }
}
