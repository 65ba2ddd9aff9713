package org.motcua.identity.mandates.model;

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
import org.motcua.identity.MandateId;
import org.motcua.identity.mandates.model.DelegationOffer.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOfferStore implements OfferStore {

  private static final String SELECT = "select * from identity.delegation_offer ";
  private static final String WAITS =
      " and answer is null and open_until > :now and until > :now order by id desc limit :limit";

  private final JdbcClient jdbc;

  JdbcOfferStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(DelegationOffer offer) {
    var scope = ScopeColumns.of(offer.scope());
    jdbc.sql(
            """
            insert into identity.delegation_offer
              (id, represented, holder_guard, holder_name, number_end, powers, scope, scope_code,
               until, offered_by, offered_at, open_until)
            values
              (:id, :represented, :guard, :name, :numberEnd, :powers, :scope, :scopeCode,
               :until, :offeredBy, :offeredAt, :openUntil)
            """)
        .param("id", offer.id().value())
        .param("represented", offer.represented().value())
        .param("guard", offer.holderGuard())
        .param("name", offer.holderName())
        .param("numberEnd", offer.numberEnd())
        .param("powers", Powers.names(offer.powers()))
        .param("scope", scope.kind())
        .param("scopeCode", scope.code())
        .param("until", timestamp(offer.until()))
        .param("offeredBy", offer.offeredBy().value())
        .param("offeredAt", timestamp(offer.offeredAt()))
        .param("openUntil", timestamp(offer.openUntil()))
        .update();
  }

  @Override
  public Optional<DelegationOffer> findForUpdate(MandateId id) {
    return jdbc.sql(SELECT + "where id = :id for update")
        .param("id", id.value())
        .query((row, number) -> offer(row))
        .optional();
  }

  @Override
  public void answer(MandateId id, Answer answer, Instant now) {
    jdbc.sql(
            """
            update identity.delegation_offer set answer = :answer, answered_at = :now
             where id = :id and answer is null
            """)
        .param("answer", answer.name())
        .param("now", timestamp(now))
        .param("id", id.value())
        .update();
  }

  @Override
  public void withdrawAll(AccountId represented, Instant since, Instant now) {
    jdbc.sql(
            """
            update identity.delegation_offer set answer = 'WITHDRAWN', answered_at = :now
             where represented = :represented and answer is null and offered_at >= :since
            """)
        .param("represented", represented.value())
        .param("since", timestamp(since))
        .param("now", timestamp(now))
        .update();
  }

  @Override
  public List<DelegationOffer> listWaitingOf(AccountId represented, Instant now, int limit) {
    return jdbc.sql(SELECT + "where represented = :represented" + WAITS)
        .param("represented", represented.value())
        .param("now", timestamp(now))
        .param("limit", limit)
        .query((row, number) -> offer(row))
        .list();
  }

  @Override
  public List<DelegationOffer> listWaitingFor(Collection<byte[]> guards, Instant now, int limit) {
    return jdbc.sql(SELECT + "where holder_guard = any(:guards)" + WAITS)
        .param("guards", guards.toArray(byte[][]::new))
        .param("now", timestamp(now))
        .param("limit", limit)
        .query((row, number) -> offer(row))
        .list();
  }

  private static DelegationOffer offer(ResultSet row) throws SQLException {
    return new DelegationOffer(
        new MandateId(row.getObject("id", UUID.class)),
        new AccountId(row.getObject("represented", UUID.class)),
        row.getBytes("holder_guard"),
        row.getString("holder_name"),
        row.getString("number_end"),
        Powers.read(row.getArray("powers")),
        new ScopeColumns(row.getString("scope"), row.getString("scope_code")).scope(),
        instant(row, "until"),
        new AccountId(row.getObject("offered_by", UUID.class)),
        instant(row, "offered_at"),
        instant(row, "open_until"),
        answer(row.getString("answer")));
  }

  private static @Nullable Answer answer(@Nullable String name) {
    return name == null ? null : Answer.valueOf(name);
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
