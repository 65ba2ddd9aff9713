package org.motcua.dossiers.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierId;
import org.motcua.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTakenPaperStore implements TakenPaperStore {

  private final JdbcClient jdbc;

  JdbcTakenPaperStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void insert(TakenPaper taken) {
    var source = SourceColumns.of(taken.source());
    jdbc.sql(
            """
            insert into dossiers.taken_paper
              (dossier, document, paper, owner, source, issuer, verification_code, valid_until,
               taken_at)
            values
              (:dossier, :document, :paper, :owner, :source, :issuer, :code, :validUntil, :takenAt)
            """)
        .param("dossier", taken.dossier().value())
        .param("document", taken.document().value())
        .param("paper", taken.paper().value())
        .param("owner", taken.owner().value())
        .param("source", source.name())
        .param("issuer", source.issuer())
        .param("code", source.verificationCode())
        .param("validUntil", taken.validUntil())
        .param("takenAt", taken.takenAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public List<TakenPaper> listOf(DossierId dossier) {
    return jdbc.sql(
            "select * from dossiers.taken_paper where dossier = :dossier order by taken_at, paper")
        .param("dossier", dossier.value())
        .query((row, number) -> taken(row))
        .list();
  }

  @Override
  public Optional<TakenPaper> find(DossierId dossier, DocumentId document) {
    return jdbc.sql(
            """
            select * from dossiers.taken_paper where dossier = :dossier and document = :document
            """)
        .param("dossier", dossier.value())
        .param("document", document.value())
        .query((row, number) -> taken(row))
        .optional();
  }

  private static TakenPaper taken(ResultSet row) throws SQLException {
    return new TakenPaper(
        new DossierId(row.getObject("dossier", UUID.class)),
        new DocumentId(row.getObject("document", UUID.class)),
        new KeptPaperId(row.getObject("paper", UUID.class)),
        new AccountId(row.getObject("owner", UUID.class)),
        SourceColumns.source(row, null),
        row.getObject("valid_until", LocalDate.class),
        row.getObject("taken_at", OffsetDateTime.class).toInstant());
  }
}
