package org.motcua.dossiers.model;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Entrusted.Asker;
import org.motcua.dossiers.model.Entrusted.Ending;
import org.motcua.dossiers.model.Entrusted.Kind;
import org.motcua.dossiers.model.Entrusted.Paper;
import org.motcua.dossiers.model.Entrusted.Shown;
import org.motcua.dossiers.model.Entrusted.State;
import org.motcua.dossiers.model.Entrusted.Taken;
import org.motcua.dossiers.model.Entrusted.Verdict;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEntrustedStore implements EntrustedStore {

  private final JdbcClient jdbc;

  JdbcEntrustedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Entrusted part) {
    jdbc.sql(
            """
            insert into dossiers.entrusted
              (id, dossier, code, kind, step, of_route, asking_agency, asked_by, asked_by_name, agency,
               role, question, whole, papers, asked_at, hours, due_at)
            values (:id, :dossier, :code, :kind, :step, :ofRoute, :askingAgency, :askedBy, :askedByName,
               :agency, :role, :question, :whole, :papers, :askedAt, :hours, :dueAt)
            """)
        .param("id", part.id())
        .param("dossier", part.dossier().value())
        .param("code", part.code().value())
        .param("kind", part.kind().name())
        .param("step", part.step())
        .param("ofRoute", part.ofRoute())
        .param("askingAgency", part.asker().agency().value())
        .param("askedBy", valueOf(part.asker().account()))
        .param("askedByName", part.asker().name())
        .param("agency", part.agency().value())
        .param("role", part.role().name())
        .param("question", part.question())
        .param("whole", part.shown().whole())
        .param("papers", part.shown().papers().toArray(UUID[]::new))
        .param("askedAt", timestamp(part.askedAt()))
        .param("hours", part.hours())
        .param("dueAt", timestamp(part.dueAt()))
        .update();
  }

  @Override
  public void save(Entrusted part) {
    var taken = part.taken();
    var ending = part.ending();
    var officer = taken == null ? null : taken.officer();
    var verdict = ending == null ? null : ending.verdict();
    var paper = ending == null ? null : ending.paper();
    jdbc.sql(
            """
            update dossiers.entrusted
               set taken_by = :takenBy, taken_by_name = :takenByName, taken_at = :takenAt,
                   ended_at = :endedAt, ending = :ending, verdict = :verdict, words = :words,
                   ended_by_name = :endedBy, document = :document, document_name = :documentName
             where id = :id
            """)
        .param("id", part.id())
        .param("takenBy", officer == null ? null : officer.value())
        .param("takenByName", taken == null ? null : taken.name())
        .param("takenAt", taken == null ? null : timestamp(taken.at()))
        .param("endedAt", ending == null ? null : timestamp(ending.at()))
        .param("ending", ending == null ? null : ending.state().name())
        .param("verdict", verdict == null ? null : verdict.name())
        .param("words", ending == null ? null : ending.words())
        .param("endedBy", ending == null ? null : ending.by())
        .param("document", paper == null ? null : paper.document().value())
        .param("documentName", paper == null ? null : paper.name())
        .update();
  }

  @Override
  public Optional<Entrusted> find(UUID id) {
    return jdbc.sql("select * from dossiers.entrusted where id = :id")
        .param("id", id)
        .query((row, number) -> part(row))
        .optional();
  }

  @Override
  public List<Entrusted> listOf(DossierId dossier) {
    return jdbc.sql(
            "select * from dossiers.entrusted where dossier = :dossier order by asked_at, id")
        .param("dossier", dossier.value())
        .query((row, number) -> part(row))
        .list();
  }

  @Override
  public List<Entrusted> listWaiting(AgencyId agency, Set<Role> roles, int limit) {
    return jdbc.sql(
            """
            select * from dossiers.entrusted
             where agency = :agency and ended_at is null and role = any(:roles)
             order by due_at, id limit :limit
            """)
        .param("agency", agency.value())
        .param("roles", names(roles))
        .param("limit", limit)
        .query((row, number) -> part(row))
        .list();
  }

  @Override
  public List<Entrusted> listAnswered(AgencyId agency, Set<Role> roles, int limit) {
    return jdbc.sql(
            """
            select * from dossiers.entrusted
             where agency = :agency and ending = 'ANSWERED' and role = any(:roles)
             order by ended_at desc limit :limit
            """)
        .param("agency", agency.value())
        .param("roles", names(roles))
        .param("limit", limit)
        .query((row, number) -> part(row))
        .list();
  }

  @Override
  public int countWaiting(AgencyId agency, Set<Role> roles) {
    return jdbc.sql(
            """
            select count(*) from dossiers.entrusted
             where agency = :agency and ended_at is null and role = any(:roles)
            """)
        .param("agency", agency.value())
        .param("roles", names(roles))
        .query(Integer.class)
        .single();
  }

  @Override
  public void overtake(DossierId dossier, Instant now) {
    jdbc.sql(
            """
            update dossiers.entrusted
               set ended_at = :now, ending = 'OVERTAKEN', words = '', ended_by_name = ''
             where dossier = :dossier and ended_at is null
            """)
        .param("dossier", dossier.value())
        .param("now", timestamp(now))
        .update();
  }

  private static String[] names(Set<Role> roles) {
    return roles.stream().map(Role::name).toArray(String[]::new);
  }

  private static Entrusted part(ResultSet row) throws SQLException {
    return new Entrusted(
        row.getObject("id", UUID.class),
        new DossierId(row.getObject("dossier", UUID.class)),
        DossierCode.parse(row.getString("code")).orElseThrow(),
        Kind.valueOf(row.getString("kind")),
        row.getInt("step"),
        row.getBoolean("of_route"),
        asker(row),
        new AgencyId(row.getString("agency")),
        Role.valueOf(row.getString("role")),
        row.getString("question"),
        new Shown(row.getBoolean("whole"), Set.of((UUID[]) row.getArray("papers").getArray())),
        instant(row, "asked_at"),
        row.getInt("hours"),
        instant(row, "due_at"),
        taken(row),
        ending(row));
  }

  private static Asker asker(ResultSet row) throws SQLException {
    var account = row.getObject("asked_by", UUID.class);
    return new Asker(
        new AgencyId(row.getString("asking_agency")),
        account == null ? null : new AccountId(account),
        row.getString("asked_by_name"));
  }

  private static @Nullable Taken taken(ResultSet row) throws SQLException {
    if (row.getObject("taken_at") == null) return null;
    var officer = row.getObject("taken_by", UUID.class);
    return new Taken(
        officer == null ? null : new OfficerId(officer),
        row.getString("taken_by_name"),
        instant(row, "taken_at"));
  }

  private static @Nullable Ending ending(ResultSet row) throws SQLException {
    if (row.getObject("ended_at") == null) return null;
    var verdict = row.getString("verdict");
    var document = row.getObject("document", UUID.class);
    return new Ending(
        State.valueOf(row.getString("ending")),
        instant(row, "ended_at"),
        row.getString("ended_by_name"),
        verdict == null ? null : Verdict.valueOf(verdict),
        row.getString("words"),
        document == null
            ? null
            : new Paper(new DocumentId(document), row.getString("document_name")));
  }

  private static @Nullable UUID valueOf(@Nullable AccountId account) {
    return account == null ? null : account.value();
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }
}
