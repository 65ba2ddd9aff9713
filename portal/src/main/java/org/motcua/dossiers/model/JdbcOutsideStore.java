package org.motcua.dossiers.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.OutsideStep;
import org.motcua.eservices.OutsideBody;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOutsideStore implements OutsideStore {

  private final JdbcClient jdbc;

  JdbcOutsideStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<OutsideCase> find(DossierId dossier) {
    return jdbc.sql("select * from dossiers.outside where dossier = :dossier")
        .param("dossier", dossier.value())
        .query(
            (row, number) ->
                new OutsideCase(
                    OutsideBody.valueOf(row.getString("body")),
                    row.getString("their_code"),
                    row.getString("follow_at"),
                    instant(row, "taken_at"),
                    stepsOf(dossier)))
        .optional();
  }

  private List<OutsideStep> stepsOf(DossierId dossier) {
    return jdbc.sql("select * from dossiers.outside_step where dossier = :dossier order by number")
        .param("dossier", dossier.value())
        .query(
            (row, number) ->
                new OutsideStep(
                    row.getString("stage"),
                    instant(row, "at"),
                    row.getString("vi"),
                    row.getString("en"),
                    row.getString("note")))
        .list();
  }

  @Override
  public void begin(DossierId dossier, OutsideCase begun) {
    jdbc.sql(
            """
            insert into dossiers.outside (dossier, body, their_code, follow_at, taken_at)
            values (:dossier, :body, :theirCode, :followAt, :takenAt)
            """)
        .param("dossier", dossier.value())
        .param("body", begun.body().name())
        .param("theirCode", begun.theirCode())
        .param("followAt", begun.followAt())
        .param("takenAt", begun.takenAt().atOffset(ZoneOffset.UTC))
        .update();
    begun.steps().forEach(step -> add(dossier, step));
  }

  @Override
  public void add(DossierId dossier, OutsideStep step) {
    jdbc.sql(
            """
            insert into dossiers.outside_step (dossier, stage, at, vi, en, note)
            values (:dossier, :stage, :at, :vi, :en, :note)
            """)
        .param("dossier", dossier.value())
        .param("stage", step.stage())
        .param("at", step.at().atOffset(ZoneOffset.UTC))
        .param("vi", step.vi())
        .param("en", step.en())
        .param("note", step.note())
        .update();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
