package org.motcua.identity.recovering;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.Phone;
import org.motcua.identity.profile.SecretLink;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.secrets.Vault;
import org.motcua.platform.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Recoveries {

  private static final String LOCKED = " for update";

  private final JdbcClient jdbc;
  private final Vault vault;

  Recoveries(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  void add(Recovery recovery) {
    jdbc.sql(
            """
            insert into identity.recovery
              (id, reference, account_id, way, state, typed_number, typed_name, phone, language,
               asked_at, forget_after)
            values
              (:id, :reference, :account, :way, :state, :number, :name, :phone, :language,
               :askedAt, :forgetAfter)
            """)
        .param("id", recovery.id())
        .param("reference", recovery.reference().value())
        .param("account", recovery.account() == null ? null : recovery.account().value())
        .param("way", recovery.way().name())
        .param("state", recovery.state().name())
        .param("number", seal(recovery.typedNumber()))
        .param("name", seal(recovery.typedName()))
        .param("phone", seal(recovery.phone().international()))
        .param("language", recovery.language().name())
        .param("askedAt", at(recovery.askedAt()))
        .param("forgetAfter", at(recovery.forgetAfter()))
        .update();
  }

  Optional<Recovery> find(Reference reference) {
    return find("reference", reference.value(), "");
  }

  /** Locked, so that two acts come one after the other. */
  Optional<Recovery> findForUpdate(Reference reference) {
    return find("reference", reference.value(), LOCKED);
  }

  Optional<Recovery> findForUpdate(UUID id) {
    return find("id", id, LOCKED);
  }

  Optional<Recovery> findByLink(String token) {
    return find("link_hash", SecretLink.hash(token), "");
  }

  Optional<Recovery> findByLinkForUpdate(String token) {
    return find("link_hash", SecretLink.hash(token), LOCKED);
  }

  Optional<Recovery> findByStop(String token) {
    return find("stop_hash", SecretLink.hash(token), "");
  }

  Optional<Recovery> findByStopForUpdate(String token) {
    return find("stop_hash", SecretLink.hash(token), LOCKED);
  }

  private Optional<Recovery> find(String column, Object value, String locking) {
    return jdbc.sql("select * from identity.recovery where " + column + " = :value" + locking)
        .param("value", value)
        .query((row, number) -> recovery(row))
        .optional();
  }

  /** Those that are still kept, the newest first. */
  List<Recovery> listOf(AccountId account) {
    return jdbc.sql("select * from identity.recovery where account_id = :account order by id desc")
        .param("account", account.value())
        .query((row, number) -> recovery(row))
        .list();
  }

  /** What has been decided at an agency, the newest first. */
  List<Decided> listDecidedAt(AgencyId agency, @Nullable UUID before, int limit) {
    return jdbc.sql(
            """
            select id, reference, way, state, decided_at from identity.recovery
            where agency = :agency and (:before::uuid is null or id < :before::uuid)
            order by id desc limit :limit
            """)
        .param("agency", agency.value())
        .param("before", before)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Decided(
                    row.getObject("id", UUID.class),
                    new Reference(row.getString("reference")),
                    Way.valueOf(row.getString("way")),
                    RecoveryState.valueOf(row.getString("state")),
                    row.getObject("decided_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** A line of an agency's list. */
  record Decided(UUID id, Reference reference, Way way, RecoveryState state, Instant at) {}

  void tried(UUID id) {
    jdbc.sql("update identity.recovery set tries = tries + 1 where id = :id")
        .param("id", id)
        .update();
  }

  void decided(UUID id, RecoveryState state, UUID officer, AgencyId agency, Instant now) {
    jdbc.sql(
            """
            update identity.recovery
            set state = :state, officer = :officer, agency = :agency, decided_at = :now
            where id = :id
            """)
        .param("state", state.name())
        .param("officer", officer)
        .param("agency", agency.value())
        .param("now", at(now))
        .param("id", id)
        .update();
  }

  void readyAt(UUID id, Instant readyAt, String stopToken, Instant forgetAfter) {
    jdbc.sql(
            """
            update identity.recovery
            set ready_at = :readyAt, stop_hash = :hash, forget_after = :forgetAfter where id = :id
            """)
        .param("readyAt", at(readyAt))
        .param("hash", SecretLink.hash(stopToken))
        .param("forgetAfter", at(forgetAfter))
        .param("id", id)
        .update();
  }

  void linkSent(UUID id, String linkToken) {
    jdbc.sql("update identity.recovery set link_hash = :hash where id = :id")
        .param("hash", SecretLink.hash(linkToken))
        .param("id", id)
        .update();
  }

  void become(UUID id, RecoveryState state) {
    jdbc.sql("update identity.recovery set state = :state where id = :id")
        .param("state", state.name())
        .param("id", id)
        .update();
  }

  int forgetPast(Instant now) {
    return jdbc.sql("delete from identity.recovery where forget_after <= :now")
        .param("now", at(now))
        .update();
  }

  private Recovery recovery(ResultSet row) throws SQLException {
    var account = row.getObject("account_id", UUID.class);
    var readyAt = row.getObject("ready_at", OffsetDateTime.class);
    return new Recovery(
        row.getObject("id", UUID.class),
        new Reference(row.getString("reference")),
        account == null ? null : new AccountId(account),
        Way.valueOf(row.getString("way")),
        RecoveryState.valueOf(row.getString("state")),
        open(row.getBytes("typed_number")),
        open(row.getBytes("typed_name")),
        new Phone(open(row.getBytes("phone"))),
        Language.valueOf(row.getString("language")),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getInt("tries"),
        readyAt == null ? null : readyAt.toInstant(),
        row.getObject("forget_after", OffsetDateTime.class).toInstant());
  }

  private byte[] seal(String text) {
    return vault.seal(text.getBytes(StandardCharsets.UTF_8));
  }

  private String open(byte[] sealed) {
    return new String(vault.open(sealed), StandardCharsets.UTF_8);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
