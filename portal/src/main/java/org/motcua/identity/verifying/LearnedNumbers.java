package org.motcua.identity.verifying;

import java.util.List;
import java.util.Map;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.NameKind;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers that the register knows a person by and the account did not: all find the account from
 * now on, and forms are filled in with the one for life.
 */
@Component
class LearnedNumbers {

  private final JdbcClient jdbc;
  private final AccountNames names;
  private final AuditTrail audit;

  LearnedNumbers(JdbcClient jdbc, AccountNames names, AuditTrail audit) {
    this.jdbc = jdbc;
    this.names = names;
    this.audit = audit;
  }

  /** A number that another account was registered with stays there: people have to look into it. */
  void learn(AccountId account, List<CitizenId> numbers, String actor) {
    for (var number : numbers) {
      var claimed = names.claim(account, NameKind.CITIZEN_ID, number.digits());
      if (!claimed) {
        record(actor, "identity.number-of-another-account", account);
      } else if (number.personal() && becomesItsNumber(account, number)) {
        record(actor, "identity.citizen-id-learned", account);
      }
    }
  }

  private boolean becomesItsNumber(AccountId account, CitizenId number) {
    return jdbc.sql(
                """
                update identity.account set citizen_id = :number
                where id = :account and citizen_id is distinct from :number
                """)
            .param("number", number.digits())
            .param("account", account.value())
            .update()
        == 1;
  }

  private void record(String actor, String action, AccountId account) {
    audit.record(actor, action, "account", account.toString(), Map.of());
  }
}
