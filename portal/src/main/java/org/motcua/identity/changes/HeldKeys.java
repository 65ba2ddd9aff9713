package org.motcua.identity.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person's keys tell of their holder: what they are called, and when they were used. */
@Component
@Order(2)
class HeldKeys implements DataHolder {

  private final JdbcClient jdbc;

  HeldKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    put(
        person,
        parcel,
        "identity.passkey",
        """
        select name, null as issuer, added_at, last_used_at from identity.passkey
        where account_id = :account order by added_at, id
        """);
    put(
        person,
        parcel,
        "identity.authenticator",
        """
        select null as name, null as issuer, added_at, last_used_at from identity.authenticator
        where account_id = :account
        """);
    put(
        person,
        parcel,
        "identity.certificate",
        """
        select subject as name, issuer, added_at, last_used_at from identity.certificate
        where account_id = :account and removed_at is null order by added_at, id
        """);
  }

  private void put(AccountId person, Parcel parcel, String kind, String sql) {
    parcel.put(
        kind,
        jdbc
            .sql(sql)
            .param("account", person.value())
            .query(
                (row, number) ->
                    DataHolder.facts(
                        "name", row.getString("name"),
                        "issuer", row.getString("issuer"),
                        "addedAt", instant(row, "added_at"),
                        "lastUsedAt", instant(row, "last_used_at")))
            .list()
            .stream()
            .map(facts -> facts));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
