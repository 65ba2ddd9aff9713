package org.motcua.catalogue.questioning.model;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.Question.Asking;
import org.motcua.catalogue.questioning.model.Question.Revision;
import org.motcua.catalogue.questioning.model.QuestionState.Answered;
import org.motcua.catalogue.questioning.model.QuestionState.Asked;
import org.motcua.catalogue.questioning.model.QuestionState.Published;
import org.motcua.catalogue.questioning.model.QuestionState.Refused;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.UnitCode;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcQuestionStore implements QuestionStore {

  private static final String SELECT =
      """
      select id, procedure, agency, asked, asked_at, province, asker, contact, due_at, state, draft,
             published, published_at, reason, version, changed_at, changed_by
      from catalogue.question
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcQuestionStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public boolean insert(Question question, byte @Nullable [] readKey) {
    var asking = question.asking();
    return jdbc.sql(
                """
                insert into catalogue.question
                  (id, procedure, agency, desk, asked, asked_at, province, asker, contact, read_key,
                   due_at, state, draft, published, published_at, reason, version, changed_at,
                   changed_by)
                values
                  (:id, :procedure, :agency, :desk, :asked, :askedAt, :province, :asker, :contact,
                   :readKey, :dueAt, :state, :draft::jsonb, :published::jsonb, :publishedAt,
                   :reason, :version, :changedAt, :changedBy)
                on conflict (read_key) do nothing
                """)
            .params(whatChanges(question))
            .param("procedure", Objects.toString(question.procedure(), null))
            .param("asked", asking.text())
            .param("askedAt", timestamp(asking.at()))
            .param("province", asking.province() == null ? null : asking.province().value())
            .param("asker", asking.asker() == null ? null : asking.asker().value())
            .param("contact", asking.contact())
            .param("readKey", readKey)
            .param("dueAt", timestamp(question.dueAt()))
            .update()
        == 1;
  }

  @Override
  public void save(Question question) {
    jdbc.sql(
            """
            update catalogue.question
               set agency = :agency, desk = :desk, state = :state, draft = :draft::jsonb,
                   published = :published::jsonb, published_at = :publishedAt, reason = :reason,
                   version = :version, changed_at = :changedAt, changed_by = :changedBy
             where id = :id
            """)
        .params(whatChanges(question))
        .update();
  }

  private Map<String, @Nullable Object> whatChanges(Question question) {
    var state = question.state();
    var published = state instanceof Published it ? it : null;
    var values = new HashMap<String, @Nullable Object>();
    values.put("id", question.id().value());
    values.put("agency", question.agency().value());
    values.put("desk", question.agency().decision20());
    values.put("state", state.name().name());
    values.put("draft", toJson(state.draft()));
    values.put("published", published == null ? null : toJson(published.texts()));
    values.put("publishedAt", published == null ? null : timestamp(published.at()));
    values.put("reason", state instanceof Refused refused ? refused.reason() : null);
    values.put("version", question.revision().number());
    values.put("changedAt", timestamp(question.revision().at()));
    values.put(
        "changedBy", question.revision().by() == null ? null : question.revision().by().value());
    return values;
  }

  @Override
  public Optional<Question> find(QuestionId id) {
    return find(SELECT + " where id = :id", id);
  }

  @Override
  public Optional<Question> findForUpdate(QuestionId id) {
    return find(SELECT + " where id = :id for update", id);
  }

  private Optional<Question> find(String sql, QuestionId id) {
    return jdbc.sql(sql).param("id", id.value()).query(this::question).optional();
  }

  @Override
  public Optional<Question> findByReadKey(byte[] readKey) {
    return jdbc.sql(SELECT + " where read_key = :readKey")
        .param("readKey", readKey)
        .query(this::question)
        .optional();
  }

  @Override
  public List<Question> listOf(AccountId asker, @Nullable QuestionId before, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 where asker = :asker and (:before::uuid is null or id < :before::uuid)
                 order by id desc limit :limit
                """)
        .param("asker", asker.value())
        .param("before", before == null ? null : before.value())
        .param("limit", limit)
        .query(this::question)
        .list();
  }

  @Override
  public void forgetAsker(AccountId asker) {
    jdbc.sql(
            """
            delete from catalogue.question asked
            where asker = :asker and state <> 'PUBLISHED'
              and not exists (select from catalogue.question_history history
                              where history.question = asked.id and event = 'PUBLISHED')
            """)
        .param("asker", asker.value())
        .update();
    jdbc.sql(
            """
            update catalogue.question_history set actor = null
            where actor = :asker and event = 'ASKED'
              and question in (select id from catalogue.question where asker = :asker)
            """)
        .param("asker", asker.value())
        .update();
    jdbc.sql(
            """
            update catalogue.question
               set asker = null, contact = null, read_key = null,
                   asked = coalesce(published ->> 'question', asked)
             where asker = :asker
            """)
        .param("asker", asker.value())
        .update();
  }

  @Override
  public void disown(AccountId asker, Instant since) {
    jdbc.sql(
            """
            update catalogue.question set asker = null
            where asker = :asker and asked_at >= :since
            """)
        .param("asker", asker.value())
        .param("since", timestamp(since))
        .update();
  }

  @Override
  public List<Question> workList(
      Collection<AgencyId> desks,
      WorkFilter filter,
      @Nullable ProcedureCode procedure,
      Instant now,
      @Nullable WorkKey after,
      int limit) {
    var order = filter.open() ? "order by due_at, id" : "order by changed_at desc, id desc";
    var behind =
        filter.open()
            ? "(due_at, id) > (:at::timestamptz, :after::uuid)"
            : "(changed_at, id) < (:at::timestamptz, :after::uuid)";
    return jdbc.sql(
            SELECT
                + """
                 where %s and %s
                   and (:procedure::text is null or procedure = :procedure)
                   and (:after::uuid is null or %s)
                 %s limit :limit
                """
                    .formatted(which(filter), onDesks(desks), behind, order))
        .params(deskParameters(desks))
        .param("procedure", Objects.toString(procedure, null))
        .param("now", timestamp(now))
        .param("at", after == null ? null : timestamp(after.at()))
        .param("after", after == null ? null : after.id().value())
        .param("limit", limit)
        .query(this::question)
        .list();
  }

  /** Said the way the indexes are, so that they serve. */
  private static String which(WorkFilter filter) {
    var open = "state in ('ASKED', 'ANSWERED')";
    return switch (filter) {
      case TO_ANSWER -> open + " and state = 'ASKED'";
      case TO_PUBLISH -> open + " and state = 'ANSWERED'";
      case OVERDUE -> open + " and due_at < :now";
      case PUBLISHED -> "state = 'PUBLISHED'";
      case REFUSED -> "state = 'REFUSED'";
    };
  }

  /** {@code H49} and all that begin with {@code H49.}: up to the character that follows the dot. */
  private static String onDesks(Collection<AgencyId> desks) {
    if (desks.isEmpty()) return "false";
    return IntStream.range(0, desks.size())
        .mapToObj(
            number ->
                "desk = :desk%1$d or (desk > :desk%1$d || '.' and desk < :desk%1$d || '/')"
                    .formatted(number))
        .collect(joining(" or ", "(", ")"));
  }

  private static Map<String, Object> deskParameters(Collection<AgencyId> desks) {
    var parameters = new HashMap<String, Object>();
    for (var desk : desks) parameters.put("desk" + parameters.size(), desk.decision20());
    return parameters;
  }

  @Override
  public WorkCounts countOpen(Collection<AgencyId> desks, Instant now) {
    return jdbc.sql(
            """
            select count(*) filter (where state = 'ASKED') as to_answer,
                   count(*) filter (where state = 'ANSWERED') as to_publish,
                   count(*) filter (where due_at < :now) as overdue
            from catalogue.question
            where state in ('ASKED', 'ANSWERED') and %s
            """
                .formatted(onDesks(desks)))
        .params(deskParameters(desks))
        .param("now", timestamp(now))
        .query(
            (row, number) ->
                new WorkCounts(
                    row.getLong("to_answer"), row.getLong("to_publish"), row.getLong("overdue")))
        .single();
  }

  @Override
  public void append(QuestionId question, HistoryEntry entry) {
    jdbc.sql(
            """
            insert into catalogue.question_history
              (id, question, at, actor, event, agency, note, texts)
            values (:id, :question, :at, :actor, :event, :agency, :note, :texts::jsonb)
            """)
        .param("id", NewId.next())
        .param("question", question.value())
        .param("at", timestamp(entry.at()))
        .param("actor", entry.actor() == null ? null : entry.actor().value())
        .param("event", entry.event().name())
        .param("agency", entry.agency().value())
        .param("note", entry.note())
        .param("texts", toJson(entry.texts()))
        .update();
  }

  @Override
  public List<HistoryEntry> history(QuestionId question) {
    return jdbc.sql(
            """
            select at, actor, event, agency, note, texts from catalogue.question_history
            where question = :question order by id
            """)
        .param("question", question.value())
        .query(this::entry)
        .list();
  }

  @Override
  public Optional<Shipped> findShipped(String seedKey) {
    return jdbc.sql("select id, seed_checksum from catalogue.question where seed_key = :seedKey")
        .param("seedKey", seedKey)
        .query(
            (row, number) ->
                new Shipped(
                    new QuestionId(row.getObject("id", UUID.class)),
                    row.getString("seed_checksum")))
        .optional();
  }

  @Override
  public void noteShipped(QuestionId question, String seedKey, String checksum) {
    jdbc.sql(
            """
            update catalogue.question set seed_key = :seedKey, seed_checksum = :checksum
            where id = :question
            """)
        .param("seedKey", seedKey)
        .param("checksum", checksum)
        .param("question", question.value())
        .update();
  }

  private HistoryEntry entry(ResultSet row, int number) throws SQLException {
    var texts = row.getString("texts");
    return new HistoryEntry(
        instant(row, "at"),
        account(row, "actor"),
        HistoryEntry.Event.valueOf(row.getString("event")),
        new AgencyId(row.getString("agency")),
        row.getString("note"),
        texts == null ? null : json.readValue(texts, Texts.class));
  }

  private Question question(ResultSet row, int number) throws SQLException {
    var procedure = row.getString("procedure");
    var province = row.getString("province");
    return new Question(
        new QuestionId(row.getObject("id", UUID.class)),
        procedure == null ? null : new ProcedureCode(procedure),
        new AgencyId(row.getString("agency")),
        new Asking(
            row.getString("asked"),
            instant(row, "asked_at"),
            province == null ? null : new UnitCode(province),
            account(row, "asker"),
            row.getBytes("contact")),
        state(row),
        instant(row, "due_at"),
        new Revision(
            row.getInt("version"), instant(row, "changed_at"), account(row, "changed_by")));
  }

  private QuestionState state(ResultSet row) throws SQLException {
    var written = row.getString("draft");
    var draft = written == null ? null : json.readValue(written, Draft.class);
    return switch (QuestionState.Name.valueOf(row.getString("state"))) {
      case ASKED -> new Asked(draft);
      case ANSWERED -> new Answered(Objects.requireNonNull(draft));
      case PUBLISHED ->
          new Published(
              json.readValue(row.getString("published"), Texts.class),
              instant(row, "published_at"),
              draft);
      case REFUSED -> new Refused(row.getString("reason"), draft);
    };
  }

  private @Nullable String toJson(@Nullable Object value) {
    return value == null ? null : json.writeValueAsString(value);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
    var id = row.getObject(column, UUID.class);
    return id == null ? null : new AccountId(id);
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
