package org.motcua.connect.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.motcua.connect.ClientId;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAgreementStore implements AgreementStore {

  private final JdbcClient jdbc;

  JdbcAgreementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Agreement> find(AccountId account, ClientId client) {
    return jdbc.sql(
            "select * from connect.agreement where account_id = :account and client_id = :client")
        .param("account", account.value())
        .param("client", client.value())
        .query((row, number) -> agreement(row))
        .optional();
  }

  @Override
  public List<Agreement> list(AccountId account) {
    return jdbc.sql(
            "select * from connect.agreement where account_id = :account order by client_id")
        .param("account", account.value())
        .query((row, number) -> agreement(row))
        .list();
  }

  @Override
  public void save(Agreement agreement) {
    jdbc.sql(
            """
            insert into connect.agreement (account_id, client_id, given, refused, agreed_at)
            values (:account, :client, :given, :refused, :at)
            on conflict (account_id, client_id) do update set
              given = excluded.given, refused = excluded.refused, agreed_at = excluded.agreed_at
            """)
        .param("account", agreement.account().value())
        .param("client", agreement.client().value())
        .param("given", names(agreement.given()))
        .param("refused", names(agreement.refused()))
        .param("at", agreement.agreedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public void refuse(AccountId account, ClientId client, PersonalData data) {
    jdbc.sql(
            """
            update connect.agreement
            set given = array_remove(given, :data), refused = array_append(refused, :data)
            where account_id = :account and client_id = :client and :data = any (given)
            """)
        .param("account", account.value())
        .param("client", client.value())
        .param("data", data.name())
        .update();
  }

  @Override
  public void remove(AccountId account, ClientId client) {
    jdbc.sql("delete from connect.agreement where account_id = :account and client_id = :client")
        .param("account", account.value())
        .param("client", client.value())
        .update();
  }

  @Override
  public void removeSince(AccountId account, Instant since) {
    jdbc.sql("delete from connect.agreement where account_id = :account and agreed_at >= :since")
        .param("account", account.value())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public void removeAll(AccountId account) {
    jdbc.sql("delete from connect.agreement where account_id = :account")
        .param("account", account.value())
        .update();
  }

  private static Agreement agreement(ResultSet row) throws SQLException {
    return new Agreement(
        new AccountId(row.getObject("account_id", UUID.class)),
        new ClientId(row.getString("client_id")),
        PersonalData.of((String[]) row.getArray("given").getArray()),
        PersonalData.of((String[]) row.getArray("refused").getArray()),
        row.getObject("agreed_at", OffsetDateTime.class).toInstant());
  }

  private static String[] names(Set<PersonalData> data) {
    return data.stream().map(Enum::name).toArray(String[]::new);
  }
}
