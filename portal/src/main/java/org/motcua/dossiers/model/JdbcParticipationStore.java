package org.motcua.dossiers.model;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Participation.Ending;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcParticipationStore implements ParticipationStore {

  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcParticipationStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public void add(Participation invitation) {
    var only = invitation.parts().only();
    jdbc.sql(
            """
            insert into dossiers.participation
              (id, dossier, guard, number_end, name, parts, sees_all, invited_by, invited_at, until)
            values
              (:id, :dossier, :guard, :numberEnd, :name, :parts::jsonb, :seesAll, :invitedBy,
               :invitedAt, :until)
            """)
        .param("id", invitation.id().value())
        .param("dossier", invitation.dossier().value())
        .param("guard", invitation.guard())
        .param("numberEnd", invitation.numberEnd())
        .param("name", invitation.name())
        .param("parts", only == null ? null : json.writeValueAsString(new TreeSet<>(only)))
        .param("seesAll", invitation.seesAll())
        .param("invitedBy", invitation.invitedBy().value())
        .param("invitedAt", timestamp(invitation.invitedAt()))
        .param("until", timestamp(invitation.until()))
        .update();
  }

  @Override
  public Optional<Participation> find(ParticipationId id) {
    return one(id, "");
  }

  @Override
  public Optional<Participation> findForUpdate(ParticipationId id) {
    return one(id, " for update");
  }

  private Optional<Participation> one(ParticipationId id, String how) {
    return jdbc.sql("select * from dossiers.participation where id = :id" + how)
        .param("id", id.value())
        .query((row, number) -> participation(row))
        .optional();
  }

  @Override
  public List<Participation> listOf(DossierId dossier) {
    return jdbc.sql(
            "select * from dossiers.participation where dossier = :dossier order by id desc")
        .param("dossier", dossier.value())
        .query((row, number) -> participation(row))
        .list();
  }

  @Override
  public List<Participation> listBetween(DossierId dossier, AccountId account) {
    return jdbc.sql(
            """
            select * from dossiers.participation
             where dossier = :dossier and account = :account order by id desc
            """)
        .param("dossier", dossier.value())
        .param("account", account.value())
        .query((row, number) -> participation(row))
        .list();
  }

  @Override
  public List<Participation> listOf(
      AccountId account, @Nullable ParticipationId before, int limit) {
    return jdbc.sql(
            "select * from dossiers.participation where account = :account"
                + (before == null ? "" : " and id < :before")
                + " order by id desc limit :limit")
        .param("account", account.value())
        .param("before", before == null ? null : before.value())
        .param("limit", limit)
        .query((row, number) -> participation(row))
        .list();
  }

  @Override
  public List<Participation> listWaitingFor(List<byte[]> guards, Instant now, int limit) {
    if (guards.isEmpty()) return List.of();
    return jdbc.sql(
            """
            select * from dossiers.participation
             where guard in (:guards) and account is null and ended_at is null and until > :now
             order by id desc limit :limit
            """)
        .param("guards", guards)
        .param("now", timestamp(now))
        .param("limit", limit)
        .query((row, number) -> participation(row))
        .list();
  }

  @Override
  public void accept(ParticipationId id, AccountId account, String name, Instant now) {
    jdbc.sql(
            """
            update dossiers.participation
               set account = :account, name = :name, accepted_at = :now
             where id = :id and account is null and ended_at is null
            """)
        .param("account", account.value())
        .param("name", name)
        .param("now", timestamp(now))
        .param("id", id.value())
        .update();
  }

  @Override
  public void end(ParticipationId id, Ending how, Instant now) {
    jdbc.sql(
            """
            update dossiers.participation set ended_at = :now, ending = :how
             where id = :id and ended_at is null
            """)
        .param("now", timestamp(now))
        .param("how", how.name())
        .param("id", id.value())
        .update();
  }

  @Override
  public List<Participation> endAll(DossierId dossier, Ending how, Instant now) {
    return jdbc.sql(
            """
            with ended as (
              update dossiers.participation set ended_at = :now, ending = :how
               where dossier = :dossier and ended_at is null returning *)
            select * from ended order by id desc
            """)
        .param("now", timestamp(now))
        .param("how", how.name())
        .param("dossier", dossier.value())
        .query((row, number) -> participation(row))
        .list();
  }

  @Override
  public void endAll(AccountId account, Instant since, Ending how, Instant now) {
    jdbc.sql(
            """
            update dossiers.participation set ended_at = :now, ending = :how
             where account = :account and accepted_at >= :since and ended_at is null
            """)
        .param("now", timestamp(now))
        .param("how", how.name())
        .param("account", account.value())
        .param("since", timestamp(since))
        .update();
  }

  @Override
  public boolean contribute(ParticipationId id, String part, Instant now, Instant quietSince) {
    return jdbc.sql(
            """
            insert into dossiers.contribution (participation, part, first_at, last_at, noted_at)
            values (:id, :part, :now, :now, :now)
            on conflict (participation, part) do update
               set last_at = :now,
                   noted_at = case when contribution.noted_at > :quietSince
                                   then contribution.noted_at else :now end
            returning noted_at = :now
            """)
        .param("id", id.value())
        .param("part", part)
        .param("now", timestamp(now))
        .param("quietSince", timestamp(quietSince))
        .query(Boolean.class)
        .single();
  }

  @Override
  public List<Contribution> contributionsTo(DossierId dossier) {
    return jdbc.sql(
            """
            select p.name, c.part, c.last_at
              from dossiers.participation p join dossiers.contribution c on c.participation = p.id
             where p.dossier = :dossier
             order by c.last_at desc, c.part
            """)
        .param("dossier", dossier.value())
        .query(
            (row, number) ->
                new Contribution(
                    row.getString("name"),
                    row.getString("part"),
                    requireNonNull(instant(row, "last_at"))))
        .list();
  }

  private Participation participation(ResultSet row) throws SQLException {
    var parts = row.getString("parts");
    var account = row.getObject("account", UUID.class);
    var ending = row.getString("ending");
    return new Participation(
        new ParticipationId(row.getObject("id", UUID.class)),
        new DossierId(row.getObject("dossier", UUID.class)),
        row.getBytes("guard"),
        row.getString("number_end"),
        row.getString("name"),
        parts == null ? Parts.ALL : Parts.of(json.readValue(parts, TEXTS)),
        row.getBoolean("sees_all"),
        new AccountId(row.getObject("invited_by", UUID.class)),
        requireNonNull(instant(row, "invited_at")),
        requireNonNull(instant(row, "until")),
        account == null ? null : new AccountId(account),
        instant(row, "accepted_at"),
        instant(row, "ended_at"),
        ending == null ? null : Ending.valueOf(ending));
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
