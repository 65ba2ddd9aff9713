package org.motcua.identity.changes;

import java.time.Clock;
import java.time.ZoneOffset;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has changed so lately that its holder may still stop it: so it proves less than it will. */
@Component
public class RecentChanges {

  private final JdbcClient jdbc;
  private final Clock clock;

  RecentChanges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whoever stole the account a moment ago holds the new phone. */
  public boolean phone(AccountId account) {
    return any(account, "kind = 'PHONE'");
  }

  /** A forgotten password was set by whoever had the phone, and nothing else was shown. */
  public boolean passwordByPhoneAlone(AccountId account) {
    return any(account, "kind = 'PASSWORD' and by_phone_alone");
  }

  private boolean any(AccountId account, String which) {
    return jdbc.sql(
            """
            select exists (
              select from identity.account_change
              where account_id = :account and stopped_at is null and stoppable_until > :now
                and %s)
            """
                .formatted(which))
        .param("account", account.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }
}
