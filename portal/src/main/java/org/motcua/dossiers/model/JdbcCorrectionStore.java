package org.motcua.dossiers.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.forms.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCorrectionStore implements CorrectionStore {

  private final JdbcClient jdbc;

  JdbcCorrectionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Correction correction) {
    jdbc.sql(
            """
            insert into dossiers.correction
              (id, dossier, former, number, answers, reason, ordered_at, leader, ordered_by)
            values
              (:id, :dossier, :former, :number, :answers::jsonb, :reason, :orderedAt, :leader,
               :orderedBy)
            """)
        .param("id", correction.id())
        .param("dossier", correction.dossier().value())
        .param("former", correction.former())
        .param("number", correction.number())
        .param("answers", correction.answers().toJson())
        .param("reason", correction.reason())
        .param("orderedAt", correction.orderedAt().atOffset(ZoneOffset.UTC))
        .param("leader", correction.leader())
        .param("orderedBy", correction.orderedBy())
        .update();
  }

  @Override
  public Optional<Correction> find(UUID id) {
    return jdbc.sql("select * from dossiers.correction where id = :id")
        .param("id", id)
        .query((row, number) -> correction(row))
        .optional();
  }

  @Override
  public List<Correction> list(DossierId dossier) {
    return jdbc.sql(
            "select * from dossiers.correction where dossier = :dossier order by ordered_at")
        .param("dossier", dossier.value())
        .query((row, number) -> correction(row))
        .list();
  }

  @Override
  public void made(UUID id, Instant at) {
    jdbc.sql("update dossiers.correction set made_at = :at where id = :id")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  private static Correction correction(ResultSet row) throws SQLException {
    var madeAt = row.getObject("made_at", OffsetDateTime.class);
    return new Correction(
        row.getObject("id", UUID.class),
        new DossierId(row.getObject("dossier", UUID.class)),
        row.getString("former"),
        row.getString("number"),
        Answers.fromJson(row.getString("answers")),
        row.getString("reason"),
        row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
        row.getString("leader"),
        row.getString("ordered_by"),
        madeAt == null ? null : madeAt.toInstant());
  }
}
