package org.motcua.identity.parcels;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What identity itself keeps of a person. Secrets of signing in are no data about anybody. */
@Component
@Order(1)
class OwnData implements DataHolder {

  private final JdbcClient jdbc;

  OwnData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    parcel.put(
        "identity.person",
        rows(
            person,
            """
            select name, citizen_id as "citizenId",
                   social_insurance_number as "socialInsuranceNumber", tax_code as "taxCode",
                   date_of_birth as "dateOfBirth", gender, phone, email, commune, street, language,
                   created_at as "createdAt"
            from identity.account where id = :account
            """));
    parcel.put(
        "identity.number",
        rows(
            person,
            """
            select name as number, since from identity.account_name where account_id = :account
            order by since, name
            """));
    parcel.put(
        "identity.signIn",
        rows(
            person,
            """
            select at, succeeded, times, factors, browser, system, network
            from identity.sign_in where account_id = :account order by id
            """));
    parcel.put(
        "identity.browser",
        rows(
            person,
            """
            select kind as browser, first_seen as "firstSeen", last_seen as "lastSeen",
                   trusted_until as "trustedUntil"
            from identity.known_browser where account_id = :account order by first_seen
            """));
    parcel.put(
        "identity.access",
        rows(
            person,
            """
            select at, agency, what_name as "what" from identity.data_access
            where account_id = :account order by id
            """));
    parcel.put(
        "identity.consent",
        rows(
            person,
            """
            select given_at as "givenAt", recipient, name as "what", withdrawn_at as "withdrawnAt"
            from identity.consent where account_id = :account order by id
            """));
  }

  private Stream<Map<String, ?>> rows(AccountId person, String sql) {
    return jdbc
        .sql(sql)
        .param("account", person.value())
        .query((row, number) -> facts(row))
        .list()
        .stream()
        .map(Function.identity());
  }

  private static Map<String, Object> facts(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    var facts = new LinkedHashMap<String, Object>();
    for (var at = 1; at <= columns.getColumnCount(); at++) {
      var value = value(row, columns, at);
      if (value != null) facts.put(columns.getColumnLabel(at), value);
    }
    return facts;
  }

  private static @Nullable Object value(ResultSet row, ResultSetMetaData columns, int at)
      throws SQLException {
    return switch (columns.getColumnTypeName(at)) {
      case "timestamptz" -> {
        var time = row.getObject(at, OffsetDateTime.class);
        yield time == null ? null : time.toInstant();
      }
      case "date" -> row.getObject(at, LocalDate.class);
      case "_text" -> List.of((String[]) row.getArray(at).getArray());
      default -> row.getObject(at);
    };
  }
}
