package org.motcua.dossiers.model;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.QueueQuery.Due;
import org.motcua.dossiers.model.QueueQuery.Lying;
import org.motcua.dossiers.model.QueueQuery.Visible;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.ServiceSlug;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQueueStore implements QueueStore {

  private static final String SELECT =
      """
      select id, code, applicant, applicant_name, service, service_version, status, handler,
             answer_by, due_at, finished_at, delivery
        from dossiers.dossier
       where agency = :agency
         and (status = any(:always) or (status = any(:onceAccepted) and accepted_at is not null))
      """;

  // Written out as the indices have them, so that the planner sees that they serve.
  private static final String OPEN = " and status in (1, 2, 4, 5, 6, 7)";
  private static final String IN_HAND =
      " and handler = any(:mine) and handler is not null and status in (2, 4, 5, 6, 7)";
  // What was revoked meanwhile is nobody's to hand over.
  private static final String TO_HAND_OVER =
      " and status = 9"
          + " and not exists (select from dossiers.revocation gone where gone.dossier = id)";
  private static final String CLOSED = " and status in (3, 8, 9, 10)";

  private final JdbcClient jdbc;

  JdbcQueueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<QueueRow> list(QueueQuery query, @Nullable QueueKey after, int limit) {
    var part = query.part();
    var sortedBy = part == QueueFilter.TO_RETURN ? "finished_at" : "due_at";
    var sql =
        new StringBuilder(SELECT)
            .append(
                switch (part) {
                  case MINE -> IN_HAND;
                  case TO_RETURN -> TO_HAND_OVER;
                  case ALL -> OPEN;
                  case NEW, IN_PROCESS, WAITING -> OPEN + " and status = any(:statuses)";
                });
    var parameters = visible(query.agency(), query.visible());
    parameters.put("statuses", numbers(part.statuses()));
    parameters.put("mine", ids(query.mine()));
    narrow(sql, parameters, query);
    if (after != null) {
      sql.append(" and (" + sortedBy + ", id) > (:sortedBy, :after)");
      parameters.put("sortedBy", timestamp(after.dueAt()));
      parameters.put("after", after.id().value());
    }
    sql.append(" order by " + sortedBy + ", id limit :limit");
    parameters.put("limit", limit);
    return rows(sql.toString(), parameters, sortedBy);
  }

  private static void narrow(
      StringBuilder sql, Map<String, @Nullable Object> parameters, QueueQuery query) {
    var service = query.service();
    if (service != null) {
      sql.append(" and service = :service");
      parameters.put("service", service.value());
    }
    var status = query.status();
    if (status != null) {
      sql.append(" and status = :status");
      parameters.put("status", status.national());
    }
    var delivery = query.delivery();
    if (delivery != null) {
      sql.append(" and delivery = :delivery");
      parameters.put("delivery", delivery.name());
    }
    var lying = query.lying();
    if (lying != null) {
      sql.append(
          switch (lying) {
            case Lying.WithMe mine -> " and handler = any(:mine)";
            case Lying.WithNobody nobody -> " and handler is null";
            case Lying.With(OfficerId officer) -> " and handler = :handler";
          });
      if (lying instanceof Lying.With(OfficerId officer)) {
        parameters.put("handler", officer.value());
      }
    }
    var due = query.due();
    if (due != null) narrow(sql, parameters, due);
  }

  private static void narrow(StringBuilder sql, Map<String, @Nullable Object> parameters, Due due) {
    sql.append(" and status in (1, 2, 4, 7) and due_at < :dueUntil");
    parameters.put("dueUntil", timestamp(due.until()));
    var from = due.from();
    if (from != null) {
      sql.append(" and due_at >= :dueFrom");
      parameters.put("dueFrom", timestamp(from));
    }
  }

  @Override
  public List<QueueRow> listClosed(
      AgencyId agency, Visible visible, @Nullable DossierId before, int limit) {
    var parameters = visible(agency, visible);
    if (before != null) parameters.put("before", before.value());
    parameters.put("limit", limit);
    return rows(
        SELECT
            + CLOSED
            + (before == null ? "" : " and id < :before")
            + " order by id desc limit :limit",
        parameters,
        "due_at");
  }

  @Override
  public List<QueueCount> count(AgencyId agency, Visible visible, Set<OfficerId> mine) {
    var parameters = visible(agency, visible);
    parameters.put("mine", ids(mine));
    return jdbc.sql(
            """
            select service, status, mine, count(*) as dossiers
              from (select service, status, coalesce(handler = any(:mine), false) as mine,
                           accepted_at
                      from dossiers.dossier
                     where agency = :agency and status in (1, 2, 4, 5, 6, 7)
                    union all
                    select service, status, false, accepted_at
                      from dossiers.dossier
                     where agency = :agency and status = 9
                       and not exists (select from dossiers.revocation where dossier = id)) as waiting
             where status = any(:always)
                or (status = any(:onceAccepted) and accepted_at is not null)
             group by service, status, mine
            """)
        .params(parameters)
        .query(
            (row, number) ->
                new QueueCount(
                    new ServiceSlug(row.getString("service")),
                    DossierStatus.ofNational(row.getInt("status")),
                    row.getBoolean("mine"),
                    row.getInt("dossiers")))
        .list();
  }

  @Override
  public List<QueueRow> search(
      AgencyId agency, Visible visible, List<List<String>> alternatives, int limit) {
    var parameters = visible(agency, visible);
    parameters.put("sought", sought(agency, alternatives));
    parameters.put("limit", limit);
    return rows(
        SELECT
            + " and id in (select dossier from dossiers.sought where words @@ cast(:sought as"
            + " tsquery)) order by id desc limit :limit",
        parameters,
        "due_at");
  }

  @Override
  public List<QueueRow> listOf(
      AgencyId agency, Visible visible, Collection<AccountId> applicants, int limit) {
    var parameters = visible(agency, visible);
    parameters.put("applicants", applicants.stream().map(AccountId::value).toArray(UUID[]::new));
    parameters.put("limit", limit);
    return rows(
        SELECT + " and applicant = any(:applicants) order by id desc limit :limit",
        parameters,
        "due_at");
  }

  /** Each word within quotes, where only a quote and a backslash mean something. */
  private static String sought(AgencyId agency, List<List<String>> alternatives) {
    return alternatives.stream()
        .map(
            words ->
                words.stream()
                    .map(word -> word.replace("\\", "").replace("'", ""))
                    .map(word -> "'" + agency.value() + ":" + word + "':*")
                    .collect(Collectors.joining(" & ", "(", ")")))
        .collect(Collectors.joining(" | "));
  }

  private List<QueueRow> rows(
      String sql, Map<String, @Nullable Object> parameters, String sortedBy) {
    return jdbc.sql(sql).params(parameters).query((row, number) -> row(row, sortedBy)).list();
  }

  private static QueueRow row(ResultSet row, String sortedBy) throws SQLException {
    var handler = row.getObject("handler", UUID.class);
    return new QueueRow(
        new DossierId(row.getObject("id", UUID.class)),
        new DossierCode(row.getString("code")),
        new AccountId(row.getObject("applicant", UUID.class)),
        row.getString("applicant_name"),
        new ServiceSlug(row.getString("service")),
        row.getInt("service_version"),
        DossierStatus.ofNational(row.getInt("status")),
        handler == null ? null : new OfficerId(handler),
        instant(row, "answer_by"),
        requireNonNull(instant(row, "due_at")),
        instant(row, "finished_at"),
        Delivery.valueOf(row.getString("delivery")),
        requireNonNull(instant(row, sortedBy)));
  }

  private static Map<String, @Nullable Object> visible(AgencyId agency, Visible visible) {
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("agency", agency.value());
    parameters.put("always", numbers(visible.always()));
    parameters.put("onceAccepted", numbers(visible.onceAccepted()));
    return parameters;
  }

  private static Integer[] numbers(Collection<DossierStatus> statuses) {
    return statuses.stream().map(DossierStatus::national).toArray(Integer[]::new);
  }

  private static UUID[] ids(Collection<OfficerId> officers) {
    return officers.stream().map(OfficerId::value).toArray(UUID[]::new);
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
