package org.motcua.identity.officers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.Phone;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Officers {

  private static final String SELECT =
      """
      select account_id, name, sign_in_name, agency, phone, email, language, name_key, entered_at,
             suspended_at, reason
      from identity.officer join identity.account on id = account_id
      """;

  private final JdbcClient jdbc;

  Officers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Officer> find(AccountId id) {
    return jdbc.sql(SELECT + "where account_id = :id")
        .param("id", id.value())
        .query((row, number) -> officer(row))
        .optional();
  }

  /** Two administrators who act on the same officer do so one after the other. */
  Optional<Officer> findForUpdate(AccountId id) {
    return jdbc.sql(SELECT + "where account_id = :id for update of officer")
        .param("id", id.value())
        .query((row, number) -> officer(row))
        .optional();
  }

  /** By name, those of one agency. */
  OfficerPage listAt(AgencyId agency, OfficerKey after, int size) {
    return page(
        jdbc.sql(
                SELECT
                    + """
                    where agency = :agency and (name_key, account_id) > (:nameKey, :id)
                    order by name_key, account_id limit :size
                    """)
            .param("agency", agency.value())
            .param("nameKey", after.nameKey())
            .param("id", after.id().value())
            .param("size", size + 1)
            .query((row, number) -> officer(row))
            .list(),
        size);
  }

  /** By name, those of several agencies whose name has all the words. */
  OfficerPage search(Collection<AgencyId> agencies, String words, OfficerKey after, int size) {
    return page(
        jdbc.sql(
                SELECT
                    + """
                    where agency = any(:agencies) and (name_key, account_id) > (:nameKey, :id)
                      and ' ' || name_key like all(:patterns)
                    order by name_key, account_id limit :size
                    """)
            .param("agencies", agencies.stream().map(AgencyId::value).toArray(String[]::new))
            .param("nameKey", after.nameKey())
            .param("id", after.id().value())
            .param("patterns", patterns(words))
            .param("size", size + 1)
            .query((row, number) -> officer(row))
            .list(),
        size);
  }

  private static String[] patterns(String words) {
    return NameKey.words(words).stream()
        .map(word -> word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
        .map(word -> "% " + word + "%")
        .toArray(String[]::new);
  }

  private static OfficerPage page(List<Officer> found, int size) {
    if (found.size() <= size) return new OfficerPage(found, null);
    var shown = found.subList(0, size);
    return new OfficerPage(shown, OfficerKey.of(shown.getLast()));
  }

  /** Under whose administrators the account is from now on; the first to say so is heard. */
  void file(AccountId id, AgencyId agency, String nameKey, @Nullable Instant enteredAt) {
    jdbc.sql(
            """
            insert into identity.officer (account_id, agency, name_key, entered_at)
            values (:id, :agency, :nameKey, :enteredAt)
            on conflict do nothing
            """)
        .param("id", id.value())
        .param("agency", agency.value())
        .param("nameKey", nameKey)
        .param("enteredAt", at(enteredAt))
        .update();
  }

  void forgetPassword(AccountId id) {
    jdbc.sql("update identity.account set password_hash = null where id = :id")
        .param("id", id.value())
        .update();
  }

  void setContact(AccountId id, Phone phone, @Nullable String email) {
    jdbc.sql("update identity.account set phone = :phone, email = :email where id = :id")
        .param("phone", phone.international())
        .param("email", email)
        .param("id", id.value())
        .update();
  }

  void suspended(AccountId id, Instant now, SuspensionReason reason) {
    jdbc.sql(
            """
            update identity.officer set suspended_at = :now, reason = :reason
            where account_id = :id
            """)
        .param("now", at(now))
        .param("reason", reason.name())
        .param("id", id.value())
        .update();
  }

  void takenBack(AccountId id) {
    jdbc.sql(
            """
            update identity.officer set suspended_at = null, reason = null where account_id = :id
            """)
        .param("id", id.value())
        .update();
  }

  void entered(AccountId id, Instant now) {
    jdbc.sql(
            """
            update identity.officer set entered_at = :now
            where account_id = :id and entered_at is null
            """)
        .param("now", at(now))
        .param("id", id.value())
        .update();
  }

  /** An officer's account that no agency keeps. */
  record Unfiled(AccountId id, String name, String signInName, Instant since) {}

  List<Unfiled> listUnfiled() {
    return jdbc.sql(
            """
            select id, name, coalesce(sign_in_name, '') as sign_in_name, created_at
            from identity.account
            where kind = 'OFFICER'
              and not exists (select from identity.officer where account_id = id)
            """)
        .query(
            (row, number) ->
                new Unfiled(
                    new AccountId(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    row.getString("sign_in_name"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static Officer officer(ResultSet row) throws SQLException {
    var reason = row.getString("reason");
    var signInName = row.getString("sign_in_name");
    return new Officer(
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getString("name"),
        signInName == null ? "" : signInName,
        new AgencyId(row.getString("agency")),
        new Phone(row.getString("phone")),
        row.getString("email"),
        Language.valueOf(row.getString("language")),
        row.getString("name_key"),
        instant(row.getObject("entered_at", OffsetDateTime.class)),
        instant(row.getObject("suspended_at", OffsetDateTime.class)),
        reason == null ? null : SuspensionReason.valueOf(reason));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
