package org.motcua.identity.model;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccountNames implements AccountNames {

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcAccountNames(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean claim(AccountId account, NameKind kind, String name) {
    jdbc.sql(
            """
            insert into identity.account_name (name, kind, account_id, since)
            values (:name, :kind, :account, :now)
            on conflict do nothing
            """)
        .param("name", name)
        .param("kind", kind.name())
        .param("account", account.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return find(kind, name).filter(account::equals).isPresent();
  }

  @Override
  public void release(AccountId account, NameKind kind, String name) {
    jdbc.sql(
            """
            delete from identity.account_name
            where name = :name and kind = :kind and account_id = :account
            """)
        .param("name", name)
        .param("kind", kind.name())
        .param("account", account.value())
        .update();
  }

  @Override
  public List<String> listOf(AccountId account) {
    return jdbc.sql("select name from identity.account_name where account_id = :account")
        .param("account", account.value())
        .query((row, number) -> row.getString("name"))
        .list();
  }

  @Override
  public Optional<AccountId> find(NameKind kind, String name) {
    return jdbc.sql(
            "select account_id from identity.account_name where name = :name and kind = :kind")
        .param("name", name)
        .param("kind", kind.name())
        .query(UUID.class)
        .optional()
        .map(AccountId::new);
  }
}
