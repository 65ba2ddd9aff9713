package org.motcua.identity.mandates.assisting;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.MandateId;
import org.motcua.platform.secrets.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Requests that wait for the citizen's code, kept for an hour. */
@Repository
class Assistances {

  private static final Duration KEPT = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Vault vault;
  private final JsonMapper json;

  Assistances(JdbcClient jdbc, Vault vault, JsonMapper json) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.json = json;
  }

  void add(Assistance assistance) {
    var facts = json.writeValueAsString(assistance.facts()).getBytes(StandardCharsets.UTF_8);
    jdbc.sql(
            """
            insert into identity.assistance (id, officer, facts, asked_at, forget_after)
            values (:id, :officer, :facts, :askedAt, :forgetAfter)
            """)
        .param("id", assistance.id())
        .param("officer", assistance.officer().value())
        .param("facts", vault.seal(facts))
        .param("askedAt", at(assistance.askedAt()))
        .param("forgetAfter", at(assistance.askedAt().plus(KEPT)))
        .update();
  }

  Optional<Assistance> find(UUID id, AccountId officer, Instant now) {
    return find("", id, officer, now);
  }

  Optional<Assistance> findForUpdate(UUID id, AccountId officer, Instant now) {
    return find(" for update", id, officer, now);
  }

  void consented(UUID id, MandateId mandate) {
    jdbc.sql("update identity.assistance set mandate = :mandate where id = :id")
        .param("mandate", mandate.value())
        .param("id", id)
        .update();
  }

  void forgetPast(Instant now) {
    jdbc.sql("delete from identity.assistance where forget_after < :now")
        .param("now", at(now))
        .update();
  }

  private Optional<Assistance> find(String lock, UUID id, AccountId officer, Instant now) {
    return jdbc.sql(
            "select * from identity.assistance"
                + " where id = :id and officer = :officer and forget_after > :now"
                + lock)
        .param("id", id)
        .param("officer", officer.value())
        .param("now", at(now))
        .query((row, number) -> assistance(row))
        .optional();
  }

  private Assistance assistance(ResultSet row) throws SQLException {
    var facts = new String(vault.open(row.getBytes("facts")), StandardCharsets.UTF_8);
    var mandate = row.getObject("mandate", UUID.class);
    return new Assistance(
        row.getObject("id", UUID.class),
        new AccountId(row.getObject("officer", UUID.class)),
        json.readValue(facts, Assistance.Facts.class),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        mandate == null ? null : new MandateId(mandate));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
