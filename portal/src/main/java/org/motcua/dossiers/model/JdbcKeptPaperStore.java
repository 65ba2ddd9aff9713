package org.motcua.dossiers.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierId;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcKeptPaperStore implements KeptPaperStore {

  private final JdbcClient jdbc;

  JdbcKeptPaperStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void lock(AccountId owner) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "dossiers.papers:" + owner)
        .query((row, number) -> number)
        .single();
  }

  @Override
  public boolean insert(KeptPaper paper) {
    var source = SourceColumns.of(paper.source());
    var dossier = paper.source().dossierOrNull();
    return jdbc.sql(
                """
                insert into dossiers.kept_paper
                  (id, owner, document, sha256, name, kind, media_type, size, source, dossier,
                   issuer, verification_code, valid_until, added_at)
                values
                  (:id, :owner, :document, :sha256, :name, :kind, :mediaType, :size, :source,
                   :dossier, :issuer, :code, :validUntil, :addedAt)
                on conflict (owner, sha256) do nothing
                """)
            .param("id", paper.id().value())
            .param("owner", paper.owner().value())
            .param("document", paper.document().value())
            .param("sha256", paper.sha256())
            .param("name", paper.name())
            .param("kind", paper.kind().name())
            .param("mediaType", paper.mediaType())
            .param("size", paper.size())
            .param("source", source.name())
            .param("dossier", dossier == null ? null : dossier.value())
            .param("issuer", source.issuer())
            .param("code", source.verificationCode())
            .param("validUntil", paper.validUntil())
            .param("addedAt", paper.addedAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  @Override
  public void save(KeptPaper paper) {
    jdbc.sql(
            """
            update dossiers.kept_paper set name = :name, kind = :kind, valid_until = :validUntil
             where id = :id
            """)
        .param("id", paper.id().value())
        .param("name", paper.name())
        .param("kind", paper.kind().name())
        .param("validUntil", paper.validUntil())
        .update();
  }

  @Override
  public boolean delete(KeptPaper paper) {
    return jdbc.sql("delete from dossiers.kept_paper where id = :id")
            .param("id", paper.id().value())
            .update()
        == 1;
  }

  @Override
  public Optional<KeptPaper> find(KeptPaperId id, AccountId owner) {
    return one("", id, owner);
  }

  @Override
  public Optional<KeptPaper> findForUpdate(KeptPaperId id, AccountId owner) {
    return one("for update", id, owner);
  }

  private Optional<KeptPaper> one(String how, KeptPaperId id, AccountId owner) {
    return jdbc.sql("select * from dossiers.kept_paper where id = :id and owner = :owner " + how)
        .param("id", id.value())
        .param("owner", owner.value())
        .query((row, number) -> paper(row))
        .optional();
  }

  @Override
  public Optional<KeptPaper> findSame(AccountId owner, String sha256) {
    return jdbc.sql("select * from dossiers.kept_paper where owner = :owner and sha256 = :sha256")
        .param("owner", owner.value())
        .param("sha256", sha256)
        .query((row, number) -> paper(row))
        .optional();
  }

  @Override
  public Optional<KeptPaper> findIssued(AccountId owner, String verificationCode) {
    return jdbc.sql(
            "select * from dossiers.kept_paper where owner = :owner and verification_code = :code")
        .param("owner", owner.value())
        .param("code", verificationCode)
        .query((row, number) -> paper(row))
        .optional();
  }

  @Override
  public void replace(KeptPaper paper) {
    var source = SourceColumns.of(paper.source());
    jdbc.sql(
            """
            update dossiers.kept_paper
               set document = :document, sha256 = :sha256, size = :size, issuer = :issuer,
                   verification_code = :code, valid_until = :validUntil, added_at = :addedAt
             where id = :id
            """)
        .param("id", paper.id().value())
        .param("document", paper.document().value())
        .param("sha256", paper.sha256())
        .param("size", paper.size())
        .param("issuer", source.issuer())
        .param("code", source.verificationCode())
        .param("validUntil", paper.validUntil())
        .param("addedAt", paper.addedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public List<KeptPaper> list(AccountId owner, @Nullable KeptPaperId before, int limit) {
    return jdbc.sql(
            """
            select * from dossiers.kept_paper
             where owner = :owner and (:before::uuid is null or id < :before::uuid)
             order by id desc limit :limit
            """)
        .param("owner", owner.value())
        .param("before", before == null ? null : before.value())
        .param("limit", limit)
        .query((row, number) -> paper(row))
        .list();
  }

  @Override
  public List<KeptPaper> listFitting(
      AccountId owner,
      Set<String> mediaTypes,
      LocalDate today,
      boolean expiredToo,
      @Nullable KeptPaperId before,
      int limit) {
    return jdbc.sql(
            """
            select * from dossiers.kept_paper
             where owner = :owner and (:before::uuid is null or id < :before::uuid)
               and media_type in (:mediaTypes)
               and (:expiredToo or valid_until is null or valid_until >= :today)
             order by id desc limit :limit
            """)
        .param("owner", owner.value())
        .param("before", before == null ? null : before.value())
        .param("mediaTypes", mediaTypes)
        .param("expiredToo", expiredToo)
        .param("today", today)
        .param("limit", limit)
        .query((row, number) -> paper(row))
        .list();
  }

  @Override
  public boolean hasAny(AccountId owner) {
    return jdbc.sql("select exists (select from dossiers.kept_paper where owner = :owner)")
        .param("owner", owner.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public Use use(AccountId owner) {
    return jdbc.sql(
            """
            select count(*) as papers, coalesce(sum(size), 0) as bytes from dossiers.kept_paper
             where owner = :owner and source <> 'ISSUED'
            """)
        .param("owner", owner.value())
        .query((row, number) -> new Use(row.getInt("papers"), row.getLong("bytes")))
        .single();
  }

  @Override
  public void look(PaperLook look) {
    var at = look.at().atOffset(ZoneOffset.UTC);
    var agency = look.agency();
    var dossier = look.dossier();
    jdbc.sql(
            """
            insert into dossiers.paper_look
              (id, paper, act, viewer, viewer_name, agency, dossier, at, hour)
            select :id, id, :act, :viewer, :viewerName, :agency, :dossier, :at, :hour
              from dossiers.kept_paper where id = :paper
               for key share
            on conflict (paper, viewer, act, dossier, hour) do nothing
            """)
        .param("id", look.id())
        .param("paper", look.paper().value())
        .param("act", look.act().name())
        .param("viewer", look.viewer().value())
        .param("viewerName", look.viewerName())
        .param("agency", agency == null ? null : agency.value())
        .param("dossier", dossier == null ? null : dossier.value())
        .param("at", at)
        .param("hour", at.truncatedTo(ChronoUnit.HOURS))
        .update();
  }

  @Override
  public List<PaperLook> looks(KeptPaperId paper, @Nullable UUID before, int limit) {
    return jdbc.sql(
            """
            select * from dossiers.paper_look
             where paper = :paper and (:before::uuid is null or id < :before::uuid)
             order by id desc limit :limit
            """)
        .param("paper", paper.value())
        .param("before", before)
        .param("limit", limit)
        .query((row, number) -> look(row))
        .list();
  }

  @Override
  public List<PaperLook> looksAt(AccountId owner, @Nullable PaperLook before, int limit) {
    return jdbc.sql(
            """
            select look.* from dossiers.kept_paper paper
              join dossiers.paper_look look on look.paper = paper.id
             where paper.owner = :owner
               and (:before::uuid is null or (paper.id, look.id) < (:paper::uuid, :before::uuid))
             order by paper.id desc, look.id desc limit :limit
            """)
        .param("owner", owner.value())
        .param("paper", before == null ? null : before.paper().value())
        .param("before", before == null ? null : before.id())
        .param("limit", limit)
        .query((row, number) -> look(row))
        .list();
  }

  @Override
  public List<KeptPaper> listSince(AccountId owner, Instant since) {
    return jdbc.sql(
            "select * from dossiers.kept_paper where owner = :owner and id >= :since order by id")
        .param("owner", owner.value())
        .param("since", NewId.firstAt(since))
        .query((row, number) -> paper(row))
        .list();
  }

  private static KeptPaper paper(ResultSet row) throws SQLException {
    var dossier = row.getObject("dossier", UUID.class);
    return new KeptPaper(
        new KeptPaperId(row.getObject("id", UUID.class)),
        new AccountId(row.getObject("owner", UUID.class)),
        new DocumentId(row.getObject("document", UUID.class)),
        row.getString("sha256"),
        row.getString("name"),
        PaperKind.valueOf(row.getString("kind")),
        row.getString("media_type"),
        row.getLong("size"),
        SourceColumns.source(row, dossier == null ? null : new DossierId(dossier)),
        row.getObject("valid_until", LocalDate.class),
        instant(row, "added_at"));
  }

  private static PaperLook look(ResultSet row) throws SQLException {
    var agency = row.getString("agency");
    var dossier = row.getObject("dossier", UUID.class);
    return new PaperLook(
        row.getObject("id", UUID.class),
        new KeptPaperId(row.getObject("paper", UUID.class)),
        PaperLook.Act.valueOf(row.getString("act")),
        new AccountId(row.getObject("viewer", UUID.class)),
        row.getString("viewer_name"),
        agency == null ? null : new AgencyId(agency),
        dossier == null ? null : new DossierId(dossier),
        instant(row, "at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column).toInstant();
  }
}
