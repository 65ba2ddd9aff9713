package org.motcua.dossiers.handling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.QueueKey;
import org.motcua.organisation.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** An agency's open dossiers for its system: one statement a page, and no answers in it. */
@Repository
class DeskQueue {

  private final JdbcClient jdbc;

  DeskQueue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param statuses none: all that are open
   */
  record Wanted(
      AgencyId agency,
      Set<DossierStatus> statuses,
      @Nullable String service,
      @Nullable Instant changedSince,
      @Nullable QueueKey after,
      int limit) {}

  record Row(
      DossierId id,
      UUID applicant,
      String code,
      String service,
      int version,
      String procedure,
      String applicantName,
      DossierStatus status,
      int step,
      @Nullable Instant submittedAt,
      @Nullable Instant dueAt,
      Instant changedAt) {}

  List<Row> list(Wanted wanted) {
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("agency", wanted.agency().value());
    parameters.put("limit", wanted.limit());
    var sql =
        new StringBuilder(
            """
            select id, applicant, code, service, service_version, procedure_code, applicant_name,
                   status, step, submitted_at, due_at, changed_at
              from dossiers.dossier
             where agency = :agency and status in (1, 2, 4, 5, 6, 7)
            """);
    if (!wanted.statuses().isEmpty()) {
      sql.append(" and status in (:statuses)");
      parameters.put("statuses", wanted.statuses().stream().map(DossierStatus::national).toList());
    }
    if (wanted.service() != null) {
      sql.append(" and service = :service");
      parameters.put("service", wanted.service());
    }
    if (wanted.changedSince() != null) {
      sql.append(" and changed_at >= :since");
      parameters.put("since", wanted.changedSince().atOffset(ZoneOffset.UTC));
    }
    var after = wanted.after();
    if (after != null) {
      sql.append(" and (due_at, id) > (:dueAt, :after)");
      parameters.put("dueAt", after.dueAt().atOffset(ZoneOffset.UTC));
      parameters.put("after", after.id().value());
    }
    sql.append(" order by due_at, id limit :limit");
    return jdbc.sql(sql.toString()).params(parameters).query((row, n) -> row(row)).list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new DossierId(row.getObject("id", UUID.class)),
        row.getObject("applicant", UUID.class),
        row.getString("code"),
        row.getString("service"),
        row.getInt("service_version"),
        row.getString("procedure_code"),
        row.getString("applicant_name"),
        DossierStatus.ofNational(row.getInt("status")),
        row.getInt("step"),
        instant(row, "submitted_at"),
        instant(row, "due_at"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
