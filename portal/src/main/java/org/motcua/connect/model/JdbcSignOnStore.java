package org.motcua.connect.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.identity.AccountId;
import org.motcua.identity.MandateId;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSignOnStore implements SignOnStore {

  /** One that has ended need not be kept for long. */
  private static final Duration KEPT_DEAD = Duration.ofMinutes(10);

  private static final String END =
      """
      update connect.sign_on
      set ended_at = :now, expires_at = least(expires_at, :gone)
      where %s and ended_at is null and expires_at > :now
      """;

  private final JdbcClient jdbc;

  JdbcSignOnStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(SignOn signOn) {
    var request = signOn.request();
    jdbc.sql(
            """
            insert into connect.sign_on
              (id, client_id, account_id, actor_id, mandate_id, session, sid, acr,
               authenticated_at, scopes, redirect_address, nonce, challenge, claims, created_at,
               expires_at)
            values
              (:id, :client, :account, :actor, :mandate, :session, :sid, :acr, :authenticatedAt,
               :scopes, :redirectAddress, :nonce, :challenge, :claims, :createdAt, :expiresAt)
            """)
        .param("id", signOn.id())
        .param("client", signOn.client().value())
        .param("account", signOn.account().value())
        .param("actor", signOn.actor() == null ? null : signOn.actor().value())
        .param("mandate", signOn.mandate() == null ? null : signOn.mandate().value())
        .param("session", signOn.session())
        .param("sid", signOn.sid())
        .param("acr", signOn.acr())
        .param("authenticatedAt", at(signOn.authenticatedAt()))
        .param("scopes", request.scopes().toArray(String[]::new))
        .param("redirectAddress", request.redirectAddress())
        .param("nonce", request.nonce())
        .param("challenge", request.challenge())
        .param("claims", request.claims())
        .param("createdAt", at(signOn.createdAt()))
        .param("expiresAt", at(signOn.expiresAt()))
        .update();
  }

  @Override
  public Optional<SignOn> find(UUID id) {
    return jdbc.sql("select * from connect.sign_on where id = :id")
        .param("id", id)
        .query((row, number) -> signOn(row))
        .optional();
  }

  @Override
  public boolean useCode(UUID id, Instant now) {
    return jdbc.sql(
                """
                update connect.sign_on set code_used_at = :now
                where id = :id and code_used_at is null and ended_at is null
                """)
            .param("id", id)
            .param("now", at(now))
            .update()
        == 1;
  }

  @Override
  public Optional<SignOn> refresh(UUID id, int from, ClientId client, Instant now) {
    return jdbc.sql(
            """
            update connect.sign_on set generation = generation + 1, refreshed_at = :now
            where id = :id and generation = :from and client_id = :client
              and code_used_at is not null and ended_at is null and expires_at > :now
            returning *
            """)
        .param("id", id)
        .param("from", from)
        .param("client", client.value())
        .param("now", at(now))
        .query((row, number) -> signOn(row))
        .optional();
  }

  @Override
  public boolean end(UUID id, Instant now) {
    return jdbc.sql(END.formatted("id = :id"))
            .param("id", id)
            .param("now", at(now))
            .param("gone", at(now.plus(KEPT_DEAD)))
            .update()
        == 1;
  }

  @Override
  public List<SignOn> endOfSession(String session, Instant now) {
    return ended("session = :of", session, now);
  }

  @Override
  public List<SignOn> endOfSession(String session, ClientId client, Instant now) {
    return jdbc.sql(END.formatted("session = :session and client_id = :client") + "returning *")
        .param("session", session)
        .param("client", client.value())
        .param("now", at(now))
        .param("gone", at(now.plus(KEPT_DEAD)))
        .query((row, number) -> signOn(row))
        .list();
  }

  @Override
  public List<SignOn> endOfPerson(AccountId account, Instant now) {
    return ended("account_id = :of", account.value(), now);
  }

  private List<SignOn> ended(String which, Object of, Instant now) {
    return jdbc.sql(END.formatted(which) + "returning *")
        .param("of", of)
        .param("now", at(now))
        .param("gone", at(now.plus(KEPT_DEAD)))
        .query((row, number) -> signOn(row))
        .list();
  }

  @Override
  public List<SignOn> endAt(AccountId account, ClientId client, Instant now) {
    return jdbc.sql(END.formatted("account_id = :account and client_id = :client") + "returning *")
        .param("account", account.value())
        .param("client", client.value())
        .param("now", at(now))
        .param("gone", at(now.plus(KEPT_DEAD)))
        .query((row, number) -> signOn(row))
        .list();
  }

  @Override
  public List<SignOn> endOfClient(ClientId client, @Nullable UUID after, int limit, Instant now) {
    return jdbc.sql(
            """
            with piece as (
              select id from connect.sign_on
              where client_id = :client and id > :after and ended_at is null and expires_at > :now
              order by id limit :limit for update),
            ended as (
              %s returning *)
            select * from ended order by id
            """
                .formatted(END.formatted("id in (select id from piece)")))
        .param("client", client.value())
        .param("after", after == null ? new UUID(0, 0) : after)
        .param("limit", limit)
        .param("now", at(now))
        .param("gone", at(now.plus(KEPT_DEAD)))
        .query((row, number) -> signOn(row))
        .list();
  }

  @Override
  public List<SignOn> listLive(AccountId account, Instant now) {
    return jdbc.sql(
            """
            select * from connect.sign_on
            where account_id = :account and ended_at is null and code_used_at is not null
              and expires_at > :now
            order by id desc
            """)
        .param("account", account.value())
        .param("now", at(now))
        .query((row, number) -> signOn(row))
        .list();
  }

  /** By their ids, which are made in the order of time: no other index has to know of it. */
  @Override
  public int removeUnused(Instant from, Instant until) {
    return jdbc.sql(
            """
            delete from connect.sign_on
            where id >= :from and id < :until and code_used_at is null
            """)
        .param("from", NewId.firstAt(from))
        .param("until", NewId.firstAt(until))
        .update();
  }

  @Override
  public int removeExpired(Instant now, int limit) {
    return jdbc.sql(
            """
            delete from connect.sign_on where id in (
              select id from connect.sign_on where expires_at <= :now
              order by expires_at limit :limit for update skip locked)
            """)
        .param("now", at(now))
        .param("limit", limit)
        .update();
  }

  private static SignOn signOn(ResultSet row) throws SQLException {
    var actor = row.getObject("actor_id", UUID.class);
    var mandate = row.getObject("mandate_id", UUID.class);
    return new SignOn(
        row.getObject("id", UUID.class),
        new ClientId(row.getString("client_id")),
        new AccountId(row.getObject("account_id", UUID.class)),
        actor == null ? null : new AccountId(actor),
        mandate == null ? null : new MandateId(mandate),
        row.getString("session"),
        row.getString("sid"),
        row.getString("acr"),
        row.getObject("authenticated_at", OffsetDateTime.class).toInstant(),
        new SignOn.Request(
            Set.of((String[]) row.getArray("scopes").getArray()),
            row.getString("redirect_address"),
            row.getString("nonce"),
            row.getString("challenge"),
            row.getString("claims")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "code_used_at"),
        row.getInt("generation"),
        instant(row, "refreshed_at"),
        instant(row, "ended_at"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
