package org.motcua.dossiers.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.Answers;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.platform.database.Aside;
import org.motcua.platform.database.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcDossierStore implements DossierStore {

  private static final TypeReference<List<AdditionRequest.Point>> POINTS = new TypeReference<>() {};

  /** How the code of an agency of the first level begins, by QCVN 102. */
  private static final String BELOW_NOTHING = "000.00.00.";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Aside aside;
  private final JdbcHistory history;

  JdbcDossierStore(JdbcClient jdbc, JsonMapper json, Aside aside) {
    this.jdbc = jdbc;
    this.json = json;
    this.aside = aside;
    this.history = new JdbcHistory(jdbc);
  }

  @Override
  public void insert(Dossier draft) {
    jdbc.sql(
            """
            insert into dossiers.dossier
              (id, applicant, applicant_name, phone, service, service_version, procedure_code,
               answers, status, binding, changed_at)
            values
              (:id, :applicant, :applicantName, :phone, :service, :serviceVersion, :procedure,
               :answers::jsonb, :status, :binding, :changedAt)
            """)
        .param("id", draft.id().value())
        .param("applicant", draft.applicant().account().value())
        .param("applicantName", draft.applicant().name())
        .param("phone", draft.applicant().phone())
        .param("service", draft.service().slug().value())
        .param("serviceVersion", draft.service().version())
        .param("procedure", draft.service().procedure().value())
        .param("answers", draft.answers().toJson())
        .param("status", draft.status().national())
        .param("binding", draft.binding().name())
        .param("changedAt", timestamp(draft.changedAt()))
        .update();
  }

  @Override
  public void save(Dossier dossier) {
    moved(dossier, ", answers = :answers::jsonb")
        .param("answers", dossier.answers().toJson())
        .update();
  }

  @Override
  public void makeFindable(Dossier submitted) {
    jdbc.sql(
            """
            insert into dossiers.sought (dossier, words)
            values (:id, dossiers.words_sought(:agency, :name, :phone, :code))
            """)
        .param("id", submitted.id().value())
        .param("agency", submitted.decidingAgency().value())
        .param("name", submitted.applicant().name())
        .param("phone", submitted.applicant().phone())
        .param("code", submitted.submittedCode().value())
        .update();
  }

  @Override
  public void move(Dossier dossier) {
    moved(dossier, "").update();
  }

  private StatementSpec moved(Dossier dossier, String andMore) {
    var term = dossier.term();
    var result = dossier.result();
    var interrupted = dossier.work().interrupted();
    return jdbc.sql(
            """
            update dossiers.dossier
               set code = :code, status = :status, agency = :agency, step = :step,
                   handler = :handler, interrupted = :interrupted, submitted_at = :submittedAt,
                   answer_by = :answerBy, accepted_at = :acceptedAt, due_at = :dueAt,
                   promised_at = :promisedAt, stopped_at = :stoppedAt, finished_at = :finishedAt,
                   returned_at = :returnedAt, delivery = :delivery,
                   result_document = :resultDocument, verification_code = :verificationCode,
                   reason = :reason, binding = :binding, changed_at = :changedAt
            """
                + andMore
                + " where id = :id")
        .param("id", dossier.id().value())
        .param("code", Typed.text(dossier.code() == null ? null : dossier.code().value()))
        .param("status", dossier.status().national())
        .param("agency", Typed.text(dossier.agency() == null ? null : dossier.agency().value()))
        .param("step", dossier.step())
        .param("handler", Typed.uuid(dossier.handler() == null ? null : dossier.handler().value()))
        .param("interrupted", Typed.number(interrupted == null ? null : interrupted.national()))
        .param("submittedAt", Typed.timestamp(term.submittedAt()))
        .param("answerBy", Typed.timestamp(term.answerBy()))
        .param("acceptedAt", Typed.timestamp(term.acceptedAt()))
        .param("dueAt", Typed.timestamp(term.dueAt()))
        .param("promisedAt", Typed.timestamp(term.promisedAt()))
        .param("stoppedAt", Typed.timestamp(term.stoppedAt()))
        .param("finishedAt", Typed.timestamp(term.finishedAt()))
        .param("returnedAt", Typed.timestamp(term.returnedAt()))
        .param(
            "delivery", Typed.text(dossier.delivery() == null ? null : dossier.delivery().name()))
        .param("resultDocument", Typed.uuid(result == null ? null : result.document().value()))
        .param("verificationCode", Typed.text(result == null ? null : result.verificationCode()))
        .param("reason", Typed.text(dossier.reason()))
        .param("binding", dossier.binding().name())
        .param("changedAt", timestamp(dossier.changedAt()));
  }

  @Override
  public void attach(DossierId dossier, Attachment attachment) {
    jdbc.sql(
            """
            insert into dossiers.attachment (dossier, document, paper, name, size, added_at)
            values (:dossier, :document, :paper, :name, :size, :addedAt)
            """)
        .param("dossier", dossier.value())
        .param("document", attachment.document().value())
        .param("paper", attachment.paper())
        .param("name", attachment.name())
        .param("size", attachment.size())
        .param("addedAt", timestamp(attachment.addedAt()))
        .update();
  }

  @Override
  public void detach(DossierId dossier, DocumentId document) {
    jdbc.sql("delete from dossiers.attachment where dossier = :dossier and document = :document")
        .param("dossier", dossier.value())
        .param("document", document.value())
        .update();
  }

  @Override
  public void delete(Dossier draft) {
    jdbc.sql("delete from dossiers.attachment where dossier = :id")
        .param("id", draft.id().value())
        .update();
    // A draft has a history where somebody has signed it, or it is a copy.
    jdbc.sql("delete from dossiers.entry where dossier = :id")
        .param("id", draft.id().value())
        .update();
    jdbc.sql("delete from dossiers.dossier where id = :id and status = 0")
        .param("id", draft.id().value())
        .update();
  }

  @Override
  public Optional<Dossier> find(DossierId id) {
    return one("where id = :id", Map.of("id", id.value()));
  }

  @Override
  public Optional<Dossier> findForUpdate(DossierId id) {
    return one("where id = :id for update", Map.of("id", id.value()));
  }

  @Override
  public Optional<Dossier> findToMove(DossierId id) {
    return jdbc.sql("select * from dossiers.dossier where id = :id for update")
        .param("id", id.value())
        .query((row, number) -> dossier(row))
        .optional();
  }

  @Override
  public Optional<Dossier> findOwnForUpdate(DossierId id, AccountId applicant) {
    return one(
        "where id = :id and applicant = :applicant for update",
        Map.of("id", id.value(), "applicant", applicant.value()));
  }

  @Override
  public Optional<Dossier> find(DossierCode code) {
    return one("where code = :code", Map.of("code", code.value()));
  }

  @Override
  public void lockDraftsOf(AccountId applicant) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "dossiers.drafts:" + applicant)
        .query((row, number) -> number)
        .single();
  }

  @Override
  public Optional<Dossier> findDraft(AccountId applicant, ServiceSlug service) {
    return one(
        "where applicant = :applicant and service = :service and status = 0"
            + " and binding = 'ALONE' order by id desc limit 1",
        Map.of("applicant", applicant.value(), "service", service.value()));
  }

  @Override
  public List<Dossier> listDrafts(AccountId applicant) {
    return list(
        "where applicant = :applicant and status = 0 order by id",
        Map.of("applicant", applicant.value()));
  }

  @Override
  public List<Dossier> listOf(AccountId applicant, @Nullable DossierId before, int limit) {
    return list(
        "where applicant = :applicant"
            + (before == null ? "" : " and id < :before")
            + " order by id desc limit :limit",
        parameters("applicant", applicant.value(), "before", value(before), "limit", limit));
  }

  @Override
  public List<Dossier> listOf(
      AccountId applicant, ProcedureCode procedure, @Nullable DossierId before, int limit) {
    return list(
        "where applicant = :applicant and procedure_code = :procedure"
            + (before == null ? "" : " and id < :before")
            + " order by id desc limit :limit",
        parameters(
            "applicant",
            applicant.value(),
            "procedure",
            procedure.value(),
            "before",
            value(before),
            "limit",
            limit));
  }

  @Override
  public List<Dossier> listUnder(AgencyId agency, @Nullable DossierId after, int limit) {
    var scope =
        agency.value().startsWith(BELOW_NOTHING)
            ? "agency_root = :root"
            : "agency = :agency and agency_root = :root";
    return list(
        "where status > 0 and "
            + scope
            + (after == null ? "" : " and id > :after")
            + " order by id limit :limit",
        parameters(
            "root", agency.value().substring(agency.value().lastIndexOf('.') + 1),
            "agency", agency.value(),
            "after", value(after),
            "limit", limit));
  }

  @Override
  public List<Dossier> listReceived(
      AgencyId agency, Instant from, Instant until, @Nullable ReceivedKey after, int limit) {
    return list(
        """
        where status > 0 and agency = :agency
          and submitted_at >= :from and submitted_at < :until
        """
            + (after == null ? "" : " and (submitted_at, id) > (:submittedAt, :after)")
            + " order by submitted_at, id limit :limit",
        parameters(
            "agency",
            agency.value(),
            "from",
            timestamp(from),
            "until",
            timestamp(until),
            "submittedAt",
            after == null ? null : timestamp(after.submittedAt()),
            "after",
            after == null ? null : after.id().value(),
            "limit",
            limit));
  }

  @Override
  public int countReceived(AgencyId agency, Instant from, Instant until) {
    return jdbc.sql(
            """
            select count(*) from dossiers.dossier
             where status > 0 and agency = :agency
               and submitted_at >= :from and submitted_at < :until
            """)
        .param("agency", agency.value())
        .param("from", timestamp(from))
        .param("until", timestamp(until))
        .query(Integer.class)
        .single();
  }

  @Override
  public List<DossierId> listLateUntold(Instant now, int limit) {
    return jdbc.sql(
            """
            select id from dossiers.dossier
             where status in (1, 2, 4) and due_at < :now and promised_at is null
             order by due_at limit :limit
            """)
        .param("now", timestamp(now))
        .param("limit", limit)
        .query((row, number) -> new DossierId(row.getObject("id", UUID.class)))
        .list();
  }

  @Override
  public List<Urgent> countUrgent(Instant answerBy, Instant dueBy, Instant now) {
    return jdbc.sql(
            """
            select agency, sum(to_answer) as to_answer, sum(due) as due, sum(late) as late
              from (select agency, 1 as to_answer, 0 as due, 0 as late
                      from dossiers.dossier
                     where status = 1 and answer_by < :answerBy
                    union all
                    select agency, 0, 1, case when due_at < :now then 1 else 0 end
                      from dossiers.dossier
                     where status in (1, 2, 4) and due_at < :dueBy) pressing
             group by agency
            """)
        .param("answerBy", timestamp(answerBy))
        .param("dueBy", timestamp(dueBy))
        .param("now", timestamp(now))
        .query(
            (row, number) ->
                new Urgent(
                    new AgencyId(row.getString("agency")),
                    row.getInt("to_answer"),
                    row.getInt("due"),
                    row.getInt("late")))
        .list();
  }

  @Override
  public int nextSerial(AgencyId agency, LocalDate day) {
    return aside.run(
        apart ->
            apart
                .sql(
                    """
                    insert into dossiers.serial (agency, day, last) values (:agency, :day, 1)
                    on conflict (agency, day) do update set last = serial.last + 1
                    returning last
                    """)
                .param("agency", agency.value())
                .param("day", day)
                .query(Integer.class)
                .single());
  }

  @Override
  public int nextInRegister(AgencyId agency, ServiceSlug service, int year) {
    return jdbc.sql(
            """
            insert into dossiers.register (agency, service, year, last)
            values (:agency, :service, :year, 1)
            on conflict (agency, service, year) do update set last = register.last + 1
            returning last
            """)
        .param("agency", agency.value())
        .param("service", service.value())
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  @Override
  public void append(DossierId dossier, HistoryEntry entry) {
    history.append(dossier, entry);
  }

  @Override
  public List<HistoryEntry> historyOf(DossierId dossier) {
    return history.of(dossier);
  }

  @Override
  public void open(DossierId dossier, AdditionRequest request, @Nullable AccountId askedBy) {
    jdbc.sql(
            """
            insert into dossiers.addition_request (id, dossier, asked_at, asked_by, points)
            values (:id, :dossier, :askedAt, :askedBy, :points::jsonb)
            """)
        .param("id", request.id())
        .param("dossier", dossier.value())
        .param("askedAt", timestamp(request.askedAt()))
        .param("askedBy", askedBy == null ? null : askedBy.value())
        .param("points", json.writeValueAsString(request.points()))
        .update();
  }

  @Override
  public void close(DossierId dossier, AdditionRequest answered) {
    jdbc.sql("update dossiers.addition_request set answered_at = :answeredAt where id = :id")
        .param("answeredAt", timestamp(answered.answeredAt()))
        .param("id", answered.id())
        .update();
  }

  @Override
  public Optional<AdditionRequest> findOpenRequest(DossierId dossier) {
    return jdbc.sql(
            """
            select id, asked_at, points from dossiers.addition_request
             where dossier = :dossier and answered_at is null
            """)
        .param("dossier", dossier.value())
        .query(
            (row, number) ->
                new AdditionRequest(
                    row.getObject("id", UUID.class),
                    requiredInstant(row, "asked_at"),
                    json.readValue(row.getString("points"), POINTS),
                    null))
        .optional();
  }

  @Override
  public Optional<AdditionRequest> findLastRequest(DossierId dossier) {
    return jdbc.sql(
            """
            select id, asked_at, points, answered_at from dossiers.addition_request
             where dossier = :dossier order by id desc limit 1
            """)
        .param("dossier", dossier.value())
        .query(
            (row, number) ->
                new AdditionRequest(
                    row.getObject("id", UUID.class),
                    requiredInstant(row, "asked_at"),
                    json.readValue(row.getString("points"), POINTS),
                    instant(row, "answered_at")))
        .optional();
  }

  @Override
  public int countRequests(DossierId dossier) {
    return jdbc.sql("select count(*) from dossiers.addition_request where dossier = :dossier")
        .param("dossier", dossier.value())
        .query(Integer.class)
        .single();
  }

  private Optional<Dossier> one(String condition, Map<String, ?> parameters) {
    return list(condition, parameters).stream().findFirst();
  }

  /** Two queries, however long the list: the dossiers, then the attachments of them all. */
  private List<Dossier> list(String condition, Map<String, ?> parameters) {
    var rows =
        jdbc.sql("select * from dossiers.dossier " + condition)
            .params(parameters)
            .query((row, number) -> dossier(row))
            .list();
    if (rows.isEmpty()) return rows;
    var attachments = attachmentsOf(rows.stream().map(Dossier::id).toList());
    return rows.stream().map(row -> withAttachments(row, attachments)).toList();
  }

  private Map<DossierId, List<Attachment>> attachmentsOf(List<DossierId> dossiers) {
    var attachments = new HashMap<DossierId, List<Attachment>>();
    jdbc.sql("select * from dossiers.attachment where dossier in (:dossiers) order by added_at")
        .param("dossiers", dossiers.stream().map(DossierId::value).toList())
        .query(
            row -> {
              var dossier = new DossierId(row.getObject("dossier", UUID.class));
              attachments.computeIfAbsent(dossier, none -> new ArrayList<>()).add(attachment(row));
            });
    return attachments;
  }

  private static Dossier dossier(ResultSet row) throws SQLException {
    var code = row.getString("code");
    var agency = row.getString("agency");
    var handler = row.getObject("handler", UUID.class);
    var interrupted = row.getObject("interrupted", Integer.class);
    var delivery = row.getString("delivery");
    var document = row.getObject("result_document", UUID.class);
    return new Dossier(
        new DossierId(row.getObject("id", UUID.class)),
        code == null ? null : new DossierCode(code),
        new Applicant(
            new AccountId(row.getObject("applicant", UUID.class)),
            row.getString("applicant_name"),
            row.getString("phone")),
        new ServiceVersion(
            new ServiceSlug(row.getString("service")),
            row.getInt("service_version"),
            new ProcedureCode(row.getString("procedure_code"))),
        Answers.fromJson(row.getString("answers")),
        List.of(),
        DossierStatus.ofNational(row.getInt("status")),
        new Work(
            agency == null ? null : new AgencyId(agency),
            row.getInt("step"),
            handler == null ? null : new OfficerId(handler),
            interrupted == null ? null : DossierStatus.ofNational(interrupted)),
        new Term(
            instant(row, "submitted_at"),
            instant(row, "answer_by"),
            instant(row, "accepted_at"),
            instant(row, "due_at"),
            instant(row, "promised_at"),
            instant(row, "stopped_at"),
            instant(row, "finished_at"),
            instant(row, "returned_at")),
        delivery == null ? null : Delivery.valueOf(delivery),
        document == null
            ? null
            : new Result(new DocumentId(document), row.getString("verification_code")),
        row.getString("reason"),
        Binding.valueOf(row.getString("binding")),
        requiredInstant(row, "changed_at"));
  }

  private static Dossier withAttachments(Dossier d, Map<DossierId, List<Attachment>> attachments) {
    return new Dossier(
        d.id(),
        d.code(),
        d.applicant(),
        d.service(),
        d.answers(),
        attachments.getOrDefault(d.id(), List.of()),
        d.status(),
        d.work(),
        d.term(),
        d.delivery(),
        d.result(),
        d.reason(),
        d.binding(),
        d.changedAt());
  }

  private static Attachment attachment(ResultSet row) throws SQLException {
    return new Attachment(
        row.getString("paper"),
        new DocumentId(row.getObject("document", UUID.class)),
        row.getString("name"),
        row.getLong("size"),
        requiredInstant(row, "added_at"));
  }

  private static @Nullable UUID value(@Nullable DossierId id) {
    return id == null ? null : id.value();
  }

  private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static Instant requiredInstant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(instant(row, column), column);
  }

  /** Like {@link Map#of}, but a value may be null. */
  private static Map<String, @Nullable Object> parameters(@Nullable Object... namesAndValues) {
    var parameters = new HashMap<String, @Nullable Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put((String) Objects.requireNonNull(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return parameters;
  }
}
