package org.motcua.identity.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.ContactPoints;
import org.motcua.identity.Gender;
import org.motcua.identity.HomeAddress;
import org.motcua.identity.Person;
import org.motcua.platform.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPersonStore implements PersonStore {

  private static final String SELECT =
      """
      select id, kind, name, citizen_id, social_insurance_number, tax_code, date_of_birth, gender,
             phone, email, commune, street
      from identity.account
      """;

  private final JdbcClient jdbc;

  JdbcPersonStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Person> findPerson(AccountId id) {
    return jdbc.sql(SELECT + "where id = :id and state <> 'CLOSED'")
        .param("id", id.value())
        .query((row, number) -> person(row))
        .optional();
  }

  @Override
  public List<Person> listPersons(Collection<AccountId> ids) {
    return jdbc.sql(SELECT + "where id = any(:ids) and state <> 'CLOSED'")
        .param("ids", ids.stream().map(AccountId::value).toArray(UUID[]::new))
        .query((row, number) -> person(row))
        .list();
  }

  @Override
  public Optional<ContactPoints> findContactPoints(AccountId id) {
    return jdbc.sql(
            """
            select phone, email, language from identity.account
            where id = :id and state <> 'CLOSED'
            """)
        .param("id", id.value())
        .query(
            (row, number) ->
                new ContactPoints(
                    row.getString("phone"),
                    row.getString("email"),
                    Language.valueOf(row.getString("language"))))
        .optional();
  }

  @Override
  public Optional<Language> findLanguage(AccountId id) {
    return jdbc.sql("select language from identity.account where id = :id")
        .param("id", id.value())
        .query((row, number) -> Language.valueOf(row.getString("language")))
        .optional();
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        new AccountId(row.getObject("id", UUID.class)),
        AccountKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("citizen_id"),
        row.getString("social_insurance_number"),
        row.getString("tax_code"),
        row.getObject("date_of_birth", LocalDate.class),
        gender(row.getString("gender")),
        row.getString("phone"),
        row.getString("email"),
        address(row.getString("commune"), row.getString("street")));
  }

  private static @Nullable Gender gender(@Nullable String name) {
    return name == null ? null : Gender.valueOf(name);
  }

  private static @Nullable HomeAddress address(@Nullable String commune, @Nullable String street) {
    return commune == null || street == null ? null : new HomeAddress(commune, street);
  }
}
