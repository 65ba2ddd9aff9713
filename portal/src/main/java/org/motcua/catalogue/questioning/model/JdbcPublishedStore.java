package org.motcua.catalogue.questioning.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;
import org.motcua.organisation.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcPublishedStore implements PublishedStore {

  private static final String COLUMNS =
      "id, procedure, agency, published, published_at, helpful, not_helpful, score";
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int ABOVE_ALL_SCORES = 10_001;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  JdbcPublishedStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Optional<PublishedQuestion> find(QuestionId id) {
    return jdbc.sql(
            "select %s from catalogue.question where id = :id and state = 'PUBLISHED'"
                .formatted(COLUMNS))
        .param("id", id.value())
        .query(this::question)
        .optional();
  }

  @Override
  public List<PublishedQuestion> list(@Nullable QuestionId after, int limit) {
    return jdbc.sql(
            """
            select %s from catalogue.question
            where state = 'PUBLISHED' and id > :after
            order by id limit :limit
            """
                .formatted(COLUMNS))
        .param("after", after == null ? BEFORE_ALL : after.value())
        .param("limit", limit)
        .query(this::question)
        .list();
  }

  @Override
  public List<QuestionId> ids(@Nullable QuestionId after, int limit) {
    return jdbc.sql(
            """
            select id from catalogue.question
            where state = 'PUBLISHED' and id > :after
            order by id limit :limit
            """)
        .param("after", after == null ? BEFORE_ALL : after.value())
        .param("limit", limit)
        .query((row, number) -> new QuestionId(row.getObject("id", UUID.class)))
        .list();
  }

  @Override
  public List<PublishedQuestion> best(@Nullable BestKey after, int limit) {
    return best("true", List.of(), after, limit);
  }

  @Override
  public List<PublishedQuestion> best(
      Collection<ProcedureCode> procedures, @Nullable BestKey after, int limit) {
    return best("procedure = any(:procedures)", procedures, after, limit);
  }

  private List<PublishedQuestion> best(
      String which, Collection<ProcedureCode> procedures, @Nullable BestKey after, int limit) {
    return jdbc.sql(
            """
            select %s from catalogue.question
            where state = 'PUBLISHED' and %s
              and score <= :score and (score < :score or id > :id)
            order by score desc, id limit :limit
            """
                .formatted(COLUMNS, which))
        .param("procedures", codes(procedures))
        .param("score", after == null ? ABOVE_ALL_SCORES : after.score())
        .param("id", after == null ? BEFORE_ALL : after.id().value())
        .param("limit", limit)
        .query(this::question)
        .list();
  }

  @Override
  public long count(Collection<ProcedureCode> procedures) {
    return jdbc.sql(
            """
            select count(*) from catalogue.question
            where state = 'PUBLISHED' and procedure = any(:procedures)
            """)
        .param("procedures", codes(procedures))
        .query(Long.class)
        .single();
  }

  /** The question is held meanwhile, so that two clicks of one visitor come one after the other. */
  @Override
  @Transactional
  public boolean vote(QuestionId question, byte[] voter, boolean helpful) {
    var published =
        jdbc.sql(
                """
                select 1 from catalogue.question
                where id = :question and state = 'PUBLISHED' for update
                """)
            .param("question", question.value())
            .query(Integer.class)
            .optional();
    if (published.isEmpty()) return false;
    var before = findVote(question, voter);
    if (before.isPresent() && before.get() == helpful) return true;
    jdbc.sql(
            """
            insert into catalogue.question_vote (question, voter, helpful, at)
            values (:question, :voter, :helpful, :at)
            on conflict (question, voter) do update set helpful = excluded.helpful, at = excluded.at
            """)
        .param("question", question.value())
        .param("voter", voter)
        .param("helpful", helpful)
        .param("at", OffsetDateTime.now(clock))
        .update();
    jdbc.sql(
            """
            update catalogue.question
               set helpful = helpful + :yes, not_helpful = not_helpful + :no
             where id = :question
            """)
        .param("yes", helpful ? 1 : before.isPresent() ? -1 : 0)
        .param("no", helpful ? (before.isPresent() ? -1 : 0) : 1)
        .param("question", question.value())
        .update();
    return true;
  }

  @Override
  public Optional<Boolean> findVote(QuestionId question, byte[] voter) {
    return jdbc.sql(
            """
            select helpful from catalogue.question_vote
            where question = :question and voter = :voter
            """)
        .param("question", question.value())
        .param("voter", voter)
        .query(Boolean.class)
        .optional();
  }

  @Override
  public List<Vote> votesOf(byte[] voter) {
    return jdbc.sql(
            """
            select published, vote.helpful, at from catalogue.question_vote vote
            join catalogue.question on question.id = vote.question
            where voter = :voter and state = 'PUBLISHED' order by at desc, question.id
            """)
        .param("voter", voter)
        .query(
            (row, number) ->
                new Vote(
                    json.readValue(row.getString("published"), Texts.class),
                    row.getBoolean("helpful"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  @Override
  public void forgetVoter(byte[] voter) {
    jdbc.sql("delete from catalogue.question_vote where voter = :voter")
        .param("voter", voter)
        .update();
  }

  private static String[] codes(Collection<ProcedureCode> procedures) {
    return procedures.stream().map(ProcedureCode::value).toArray(String[]::new);
  }

  private PublishedQuestion question(ResultSet row, int number) throws SQLException {
    var procedure = row.getString("procedure");
    return new PublishedQuestion(
        new QuestionId(row.getObject("id", UUID.class)),
        procedure == null ? null : new ProcedureCode(procedure),
        new AgencyId(row.getString("agency")),
        json.readValue(row.getString("published"), Texts.class),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getInt("helpful"),
        row.getInt("not_helpful"),
        row.getInt("score"));
  }
}
