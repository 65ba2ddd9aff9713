package org.motcua.identity.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.platform.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAccountStore implements AccountStore {

  private static final String SELECT =
      """
      select id, kind, name, phone, email, language, password_hash, state from identity.account
      """;

  private final JdbcClient jdbc;
  private final AccountNames names;
  private final Clock clock;

  JdbcAccountStore(JdbcClient jdbc, AccountNames names, Clock clock) {
    this.jdbc = jdbc;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public List<Account> listByTypedName(TypedName name) {
    return jdbc.sql(
            SELECT
                + """
                where id in (select account_id from identity.account_name where name = any(:names))
                order by id
                """)
        .param("names", name.spellings().toArray(String[]::new))
        .query((row, number) -> account(row))
        .list();
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id.value())
        .query((row, number) -> account(row))
        .optional();
  }

  @Override
  @Transactional
  public boolean add(NewAccount account) {
    if (!insert(account)) return false;
    var id = new AccountId(account.id());
    for (var number : account.numbers().entrySet()) {
      if (names.claim(id, number.getKey(), number.getValue())) continue;
      remove(id);
      return false;
    }
    var phoneIsItsName = names.claim(id, NameKind.PHONE, account.phone());
    if (phoneIsItsName || !account.numbers().isEmpty()) return true;
    remove(id);
    return false;
  }

  /** One of its numbers is the former one of somebody else. */
  private void remove(AccountId id) {
    jdbc.sql("delete from identity.account_name where account_id = :id")
        .param("id", id.value())
        .update();
    jdbc.sql("delete from identity.account where id = :id").param("id", id.value()).update();
  }

  private boolean insert(NewAccount account) {
    return jdbc.sql(
                """
                insert into identity.account
                  (id, kind, name, citizen_id, social_insurance_number, tax_code, sign_in_name,
                   date_of_birth, gender, phone, commune, street, language, password_hash, created_at)
                values
                  (:id, :kind, :name, :citizenId, :socialInsuranceNumber, :taxCode, :signInName,
                   :dateOfBirth, :gender, :phone, :commune, :street, :language, :passwordHash, :now)
                on conflict do nothing
                """)
            .param("id", account.id())
            .param("kind", account.kind().name())
            .param("name", account.name())
            .param("citizenId", account.citizenId())
            .param("socialInsuranceNumber", account.socialInsuranceNumber())
            .param("taxCode", account.taxCode())
            .param("signInName", account.signInName())
            .param("dateOfBirth", account.dateOfBirth())
            .param("gender", account.gender() == null ? null : account.gender().name())
            .param("phone", account.phone())
            .param("commune", account.commune())
            .param("street", account.street())
            .param("language", account.language().name())
            .param("passwordHash", account.passwordHash())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  @Override
  public void setLanguage(AccountId id, Language language) {
    jdbc.sql(
            """
            update identity.account set language = :language where id = :id and language <> :language
            """)
        .param("language", language.name())
        .param("id", id.value())
        .update();
  }

  @Override
  public void setState(AccountId id, AccountState state) {
    jdbc.sql("update identity.account set state = :state where id = :id")
        .param("state", state.name())
        .param("id", id.value())
        .update();
  }

  @Override
  public void setPassword(AccountId id, String hash) {
    jdbc.sql("update identity.account set password_hash = :hash where id = :id")
        .param("hash", hash)
        .param("id", id.value())
        .update();
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        new AccountId(row.getObject("id", UUID.class)),
        AccountKind.valueOf(row.getString("kind")),
        row.getString("name"),
        new Phone(row.getString("phone")),
        email(row.getString("email")),
        Language.valueOf(row.getString("language")),
        row.getString("password_hash"),
        AccountState.valueOf(row.getString("state")));
  }

  private static @Nullable EmailAddress email(@Nullable String address) {
    return address == null ? null : new EmailAddress(address);
  }
}
