package org.motcua.dossiers.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierId;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.Answers;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcBundleStore implements BundleStore {

  private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcBundleStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public void insert(Bundle begun) {
    jdbc.sql(
            """
            insert into dossiers.bundle (id, applicant, package, answers, begun_at, changed_at)
            values (:id, :applicant, :package, :answers::jsonb, :now, :now)
            """)
        .param("id", begun.id().value())
        .param("applicant", begun.applicant().value())
        .param("package", begun.packaged().value())
        .param("answers", begun.answers().toJson())
        .param("now", timestamp(begun.changedAt()))
        .update();
    for (var place = 0; place < begun.parts().size(); place++) {
      add(begun.id(), begun.parts().get(place), place);
    }
  }

  @Override
  public void add(BundleId bundle, Bundle.Part part, int place) {
    var waiting = part.waiting();
    jdbc.sql(
            """
            insert into dossiers.bundle_part
              (dossier, bundle, place, service, state, waits_for, paper, awaited)
            values (:dossier, :bundle, :place, :service, :state, :waitsFor, :paper, :awaited::jsonb)
            """)
        .param("dossier", part.dossier().value())
        .param("bundle", bundle.value())
        .param("place", place)
        .param("service", part.service().value())
        .param("state", part.state().name())
        .param("waitsFor", waiting == null ? null : waiting.dossier().value())
        .param("paper", waiting == null ? null : waiting.paper())
        .param("awaited", json.writeValueAsString(waiting == null ? Map.of() : waiting.answers()))
        .update();
  }

  @Override
  public Optional<Bundle> find(BundleId id) {
    return one("id = :id", Map.of("id", id.value()));
  }

  @Override
  public Optional<Bundle> findForUpdate(BundleId id, AccountId applicant) {
    return one(
        "id = :id and applicant = :applicant for update",
        Map.of("id", id.value(), "applicant", applicant.value()));
  }

  @Override
  public Optional<Bundle> findDraft(AccountId applicant, ServiceSlug packaged) {
    return one(
        "applicant = :applicant and package = :package and submitted_at is null"
            + " order by id desc limit 1",
        Map.of("applicant", applicant.value(), "package", packaged.value()));
  }

  @Override
  public Optional<Bundle> findWith(DossierId part) {
    return Optional.ofNullable(findWith(List.of(part)).get(part));
  }

  @Override
  public Map<DossierId, Bundle> findWith(Collection<DossierId> parts) {
    if (parts.isEmpty()) return Map.of();
    var found =
        list(
            "id in (select bundle from dossiers.bundle_part where dossier in (:parts))",
            Map.of("parts", parts.stream().map(DossierId::value).toList()));
    var byPart = new HashMap<DossierId, Bundle>();
    for (var bundle : found) {
      bundle.parts().stream()
          .map(Bundle.Part::dossier)
          .filter(parts::contains)
          .forEach(part -> byPart.put(part, bundle));
    }
    return byPart;
  }

  @Override
  public List<Bundle.Part> listWaitingFor(DossierId dossier) {
    return jdbc.sql(
            """
            select * from dossiers.bundle_part
             where waits_for = :dossier and state = 'WAITS' order by place
            """)
        .param("dossier", dossier.value())
        .query((row, number) -> part(row))
        .list();
  }

  @Override
  public void answer(BundleId id, Answers answers, Instant now) {
    jdbc.sql(
            """
            update dossiers.bundle set answers = :answers::jsonb, changed_at = :now where id = :id
            """)
        .param("id", id.value())
        .param("answers", answers.toJson())
        .param("now", timestamp(now))
        .update();
  }

  @Override
  public void submit(BundleId id, Instant now) {
    jdbc.sql(
            """
            update dossiers.bundle set answers = '{}', changed_at = :now, submitted_at = :now
             where id = :id
            """)
        .param("id", id.value())
        .param("now", timestamp(now))
        .update();
  }

  @Override
  public void move(DossierId part, Bundle.State state, Bundle.@Nullable Reason reason) {
    jdbc.sql(
            """
            update dossiers.bundle_part set state = :state, reason = :reason
             where dossier = :dossier
            """)
        .param("dossier", part.value())
        .param("state", state.name())
        .param("reason", reason == null ? null : reason.name())
        .update();
  }

  @Override
  public void delete(BundleId id) {
    jdbc.sql("delete from dossiers.bundle where id = :id").param("id", id.value()).update();
  }

  @Override
  public void forgetDrafts(AccountId applicant, Instant since) {
    jdbc.sql(
            """
            delete from dossiers.bundle
             where applicant = :applicant and submitted_at is null and begun_at >= :since
            """)
        .param("applicant", applicant.value())
        .param("since", timestamp(since))
        .update();
  }

  @Override
  public void copied(DossierId part, DocumentId copy, DocumentId original) {
    jdbc.sql(
            """
            insert into dossiers.bundle_copy (dossier, document, original)
            values (:dossier, :document, :original)
            """)
        .param("dossier", part.value())
        .param("document", copy.value())
        .param("original", original.value())
        .update();
  }

  @Override
  public Map<DocumentId, DocumentId> originalsOf(DossierId part) {
    var originals = new HashMap<DocumentId, DocumentId>();
    jdbc.sql("select document, original from dossiers.bundle_copy where dossier = :dossier")
        .param("dossier", part.value())
        .query(
            row -> {
              originals.put(
                  new DocumentId(row.getObject("document", UUID.class)),
                  new DocumentId(row.getObject("original", UUID.class)));
            });
    return originals;
  }

  private Optional<Bundle> one(String condition, Map<String, ?> parameters) {
    return list(condition, parameters).stream().findFirst();
  }

  /** Two queries: the bundles, then the parts of them all. */
  private List<Bundle> list(String condition, Map<String, ?> parameters) {
    var bundles =
        jdbc.sql("select * from dossiers.bundle where " + condition)
            .params(parameters)
            .query((row, number) -> bundle(row))
            .list();
    if (bundles.isEmpty()) return bundles;
    var parts = partsOf(bundles.stream().map(bundle -> bundle.id().value()).toList());
    return bundles.stream()
        .map(
            bundle ->
                new Bundle(
                    bundle.id(),
                    bundle.applicant(),
                    bundle.packaged(),
                    bundle.answers(),
                    parts.getOrDefault(bundle.id().value(), List.of()),
                    bundle.changedAt(),
                    bundle.submittedAt()))
        .toList();
  }

  private Map<UUID, List<Bundle.Part>> partsOf(List<UUID> bundles) {
    var parts = new HashMap<UUID, List<Bundle.Part>>();
    jdbc.sql("select * from dossiers.bundle_part where bundle in (:bundles) order by place")
        .param("bundles", bundles)
        .query(
            row -> {
              parts
                  .computeIfAbsent(row.getObject("bundle", UUID.class), none -> new ArrayList<>())
                  .add(part(row));
            });
    return parts;
  }

  private static Bundle bundle(ResultSet row) throws SQLException {
    var submittedAt = row.getObject("submitted_at", OffsetDateTime.class);
    return new Bundle(
        new BundleId(row.getObject("id", UUID.class)),
        new AccountId(row.getObject("applicant", UUID.class)),
        new ServiceSlug(row.getString("package")),
        Answers.fromJson(row.getString("answers")),
        List.of(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        submittedAt == null ? null : submittedAt.toInstant());
  }

  private Bundle.Part part(ResultSet row) throws SQLException {
    var waitsFor = row.getObject("waits_for", UUID.class);
    var reason = row.getString("reason");
    return new Bundle.Part(
        new DossierId(row.getObject("dossier", UUID.class)),
        new ServiceSlug(row.getString("service")),
        Bundle.State.valueOf(row.getString("state")),
        waitsFor == null
            ? null
            : new Bundle.Waiting(
                new DossierId(waitsFor),
                row.getString("paper"),
                json.readValue(row.getString("awaited"), ANSWERS)),
        reason == null ? null : Bundle.Reason.valueOf(reason));
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
