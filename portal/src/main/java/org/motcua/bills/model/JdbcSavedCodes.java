package org.motcua.bills.model;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSavedCodes implements SavedCodes {

  private static final int MOST = 50;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcSavedCodes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<SavedCode> listOf(AccountId account) {
    return jdbc.sql(
            """
            select id, creditor, number, label from bills.saved_code
            where account = :account order by creditor, number limit :most
            """)
        .param("account", account.value())
        .param("most", MOST)
        .query(
            (row, at) ->
                new SavedCode(
                    row.getObject("id", UUID.class),
                    Creditor.valueOf(row.getString("creditor")),
                    row.getString("number"),
                    row.getString("label")))
        .list();
  }

  @Override
  public void save(AccountId account, Creditor creditor, String number, String label) {
    jdbc.sql(
            """
            insert into bills.saved_code (id, account, creditor, number, label, saved_at)
            select :id, :account, :creditor, :number, :label, :now
            where (select count(*) from bills.saved_code where account = :account) < :most
            on conflict (account, creditor, number) do update set label = excluded.label
            """)
        .param("id", NewId.next())
        .param("account", account.value())
        .param("creditor", creditor.name())
        .param("number", number)
        .param("label", label)
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param("most", MOST)
        .update();
  }

  @Override
  public void remove(AccountId account, UUID id) {
    jdbc.sql("delete from bills.saved_code where account = :account and id = :id")
        .param("account", account.value())
        .param("id", id)
        .update();
  }

  @Override
  public void removeAll(AccountId account) {
    jdbc.sql("delete from bills.saved_code where account = :account")
        .param("account", account.value())
        .update();
  }
}
