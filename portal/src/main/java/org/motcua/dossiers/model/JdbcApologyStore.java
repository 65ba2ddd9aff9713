package org.motcua.dossiers.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApologyStore implements ApologyStore {

  private final JdbcClient jdbc;

  JdbcApologyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean add(DossierId dossier, Apology apology) {
    return jdbc.sql(
                """
                insert into dossiers.apology
                  (dossier, made_at, made_by_name, reason, due_at, promised_at)
                values (:dossier, :madeAt, :by, :reason, :dueAt, :promisedAt)
                on conflict (dossier) do nothing
                """)
            .param("dossier", dossier.value())
            .param("madeAt", timestamp(apology.madeAt()))
            .param("by", apology.by())
            .param("reason", apology.reason())
            .param("dueAt", timestamp(apology.dueAt()))
            .param("promisedAt", timestamp(apology.promisedAt()))
            .update()
        == 1;
  }

  @Override
  public Optional<Apology> find(DossierId dossier) {
    return jdbc.sql("select * from dossiers.apology where dossier = :dossier")
        .param("dossier", dossier.value())
        .query((row, number) -> apology(row))
        .optional();
  }

  private static Apology apology(ResultSet row) throws SQLException {
    return new Apology(
        instant(row, "made_at"),
        row.getString("made_by_name"),
        row.getString("reason"),
        instant(row, "due_at"),
        instant(row, "promised_at"));
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
