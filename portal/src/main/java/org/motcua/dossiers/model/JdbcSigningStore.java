package org.motcua.dossiers.model;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Signing.Refusal;
import org.motcua.dossiers.model.Signing.Signature;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSigningStore implements SigningStore {

  private final JdbcClient jdbc;

  JdbcSigningStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Signing asked) {
    jdbc.sql(
            """
            insert into dossiers.signing
              (id, dossier, signer, guard, number_end, name, content, asked_at)
            values (:id, :dossier, :signer, :guard, :numberEnd, :name, :content, :askedAt)
            """)
        .param("id", asked.id())
        .param("dossier", asked.dossier().value())
        .param("signer", asked.signer())
        .param("guard", asked.guard())
        .param("numberEnd", asked.numberEnd())
        .param("name", asked.name())
        .param("content", asked.content())
        .param("askedAt", asked.askedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public List<Signing> listOf(DossierId dossier) {
    return jdbc.sql("select * from dossiers.signing where dossier = :dossier order by id")
        .param("dossier", dossier.value())
        .query((row, number) -> signing(row))
        .list();
  }

  @Override
  public List<Signing> listStanding(DossierId dossier) {
    return jdbc.sql(
            """
            select * from dossiers.signing
             where dossier = :dossier and void_at is null order by id
            """)
        .param("dossier", dossier.value())
        .query((row, number) -> signing(row))
        .list();
  }

  @Override
  public List<Signing> listWaitingFor(List<byte[]> guards, int limit) {
    if (guards.isEmpty()) return List.of();
    return jdbc.sql(
            """
            select * from dossiers.signing
             where guard in (:guards) and signed_at is null and void_at is null
               and declined_at is null
             order by id desc limit :limit
            """)
        .param("guards", guards)
        .param("limit", limit)
        .query((row, number) -> signing(row))
        .list();
  }

  @Override
  public List<Signing> listSignedBy(AccountId account, @Nullable UUID before, int limit) {
    return list("account = :account", account, before, limit);
  }

  @Override
  public List<Signing> listDeclinedBy(AccountId account, @Nullable UUID before, int limit) {
    return list("declined_by = :account", account, before, limit);
  }

  private List<Signing> list(String whose, AccountId account, @Nullable UUID before, int limit) {
    return jdbc.sql(
            "select * from dossiers.signing where "
                + whose
                + (before == null ? "" : " and id < :before")
                + " order by id desc limit :limit")
        .param("account", account.value())
        .param("before", before)
        .param("limit", limit)
        .query((row, number) -> signing(row))
        .list();
  }

  @Override
  public void sign(UUID id, Signature signature) {
    jdbc.sql(
            """
            update dossiers.signing
               set account = :account, signed_as = :name, signed_at = :at
             where id = :id and signed_at is null and declined_at is null and void_at is null
            """)
        .param("account", signature.account().value())
        .param("name", signature.name())
        .param("at", signature.at().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  @Override
  public void decline(UUID id, Refusal refusal) {
    jdbc.sql(
            """
            update dossiers.signing
               set declined_by = :account, declined_as = :name, declined_at = :at,
                   declined_why = :why
             where id = :id and signed_at is null and declined_at is null and void_at is null
            """)
        .param("account", refusal.account().value())
        .param("name", refusal.name())
        .param("at", refusal.at().atOffset(ZoneOffset.UTC))
        .param("why", refusal.why())
        .param("id", id)
        .update();
  }

  @Override
  public void makeVoid(UUID id, Instant now) {
    jdbc.sql("update dossiers.signing set void_at = :now where id = :id and void_at is null")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  private static Signing signing(ResultSet row) throws SQLException {
    return new Signing(
        row.getObject("id", UUID.class),
        new DossierId(row.getObject("dossier", UUID.class)),
        row.getString("signer"),
        row.getBytes("guard"),
        row.getString("number_end"),
        row.getString("name"),
        row.getBytes("content"),
        requireNonNull(instant(row, "asked_at")),
        signature(row),
        refusal(row),
        instant(row, "void_at"));
  }

  private static @Nullable Signature signature(ResultSet row) throws SQLException {
    var account = row.getObject("account", UUID.class);
    if (account == null) return null;
    return new Signature(
        new AccountId(account),
        row.getString("signed_as"),
        requireNonNull(instant(row, "signed_at")));
  }

  private static @Nullable Refusal refusal(ResultSet row) throws SQLException {
    var account = row.getObject("declined_by", UUID.class);
    if (account == null) return null;
    return new Refusal(
        new AccountId(account),
        row.getString("declined_as"),
        requireNonNull(instant(row, "declined_at")),
        row.getString("declined_why"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
