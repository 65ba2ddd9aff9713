package org.motcua.identity.mandates.model;

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
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.MandateKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMandateStore implements MandateStore {

  private static final String SELECT = "select * from identity.mandate ";

  private final JdbcClient jdbc;

  JdbcMandateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void lock(AccountId represented) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "identity.mandates:" + represented)
        .query((row, number) -> number)
        .single();
  }

  @Override
  public void add(Mandate mandate) {
    var scope = ScopeColumns.of(mandate.scope());
    jdbc.sql(
            """
            insert into identity.mandate
              (id, kind, represented, holder, powers, scope, scope_code, until, granted_by, granted_at)
            values
              (:id, :kind, :represented, :holder, :powers, :scope, :scopeCode, :until, :grantedBy,
               :grantedAt)
            """)
        .param("id", mandate.id().value())
        .param("kind", mandate.kind().name())
        .param("represented", mandate.represented().value())
        .param("holder", mandate.holder().value())
        .param("powers", Powers.names(mandate.powers()))
        .param("scope", scope.kind())
        .param("scopeCode", scope.code())
        .param("until", timestamp(mandate.until()))
        .param("grantedBy", mandate.grantedBy().value())
        .param("grantedAt", timestamp(mandate.grantedAt()))
        .update();
  }

  @Override
  public boolean revoke(MandateId id, AccountId by, Instant now) {
    return jdbc.sql(
                """
                update identity.mandate set revoked_at = :now, revoked_by = :by
                 where id = :id and revoked_at is null
                """)
            .param("now", timestamp(now))
            .param("by", by.value())
            .param("id", id.value())
            .update()
        == 1;
  }

  @Override
  public Optional<Mandate> find(MandateId id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id.value())
        .query((row, number) -> mandate(row))
        .optional();
  }

  @Override
  public Optional<Mandate> findForUpdate(MandateId id) {
    return jdbc.sql(SELECT + "where id = :id for update")
        .param("id", id.value())
        .query((row, number) -> mandate(row))
        .optional();
  }

  @Override
  public List<Mandate> listBetween(AccountId represented, AccountId holder) {
    return jdbc.sql(
            SELECT
                + """
                where holder = :holder and represented = :represented and revoked_at is null
                order by id desc
                """)
        .param("holder", holder.value())
        .param("represented", represented.value())
        .query((row, number) -> mandate(row))
        .list();
  }

  @Override
  public List<Mandate> listMembers(AccountId enterprise) {
    return members("represented", enterprise);
  }

  @Override
  public List<Mandate> listMemberships(AccountId holder) {
    return members("holder", holder);
  }

  private List<Mandate> members(String side, AccountId account) {
    return jdbc.sql(
            SELECT
                + "where "
                + side
                + " = :account and kind = 'MEMBER' and revoked_at is null order by id")
        .param("account", account.value())
        .query((row, number) -> mandate(row))
        .list();
  }

  @Override
  public List<Mandate> listGiven(AccountId represented, @Nullable MandateId before, int limit) {
    return list("represented", represented, before, limit);
  }

  @Override
  public List<Mandate> listHeld(AccountId holder, @Nullable MandateId before, int limit) {
    return list("holder", holder, before, limit);
  }

  private List<Mandate> list(
      String side, AccountId account, @Nullable MandateId before, int limit) {
    var from = before == null ? "" : " and id < :before";
    return jdbc.sql(
            SELECT + "where " + side + " = :account" + from + " order by id desc limit :limit")
        .param("account", account.value())
        .param("before", before == null ? null : before.value())
        .param("limit", limit)
        .query((row, number) -> mandate(row))
        .list();
  }

  private static Mandate mandate(ResultSet row) throws SQLException {
    return new Mandate(
        new MandateId(row.getObject("id", UUID.class)),
        MandateKind.valueOf(row.getString("kind")),
        new AccountId(row.getObject("represented", UUID.class)),
        new AccountId(row.getObject("holder", UUID.class)),
        Powers.read(row.getArray("powers")),
        new ScopeColumns(row.getString("scope"), row.getString("scope_code")).scope(),
        instant(row, "until"),
        new AccountId(row.getObject("granted_by", UUID.class)),
        row.getObject("granted_at", OffsetDateTime.class).toInstant(),
        instant(row, "revoked_at"));
  }

  private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
