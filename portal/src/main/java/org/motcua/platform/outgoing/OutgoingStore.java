package org.motcua.platform.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.outgoing.Delivery.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code platform.outgoing}. */
@Repository
class OutgoingStore {

  /** Longer than any carrier tries to hand one message over. */
  private static final int TAKEN_SECONDS = 180;

  private final JdbcClient jdbc;

  OutgoingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(OutgoingMessage message, byte[] sealed, boolean held) {
    var until = message.heldUntil();
    jdbc.sql(
            """
            insert into platform.outgoing
              (id, way, state, urgent, about, shown_to, content, held_until, give_up_at)
            values (:id, :way, :state, :urgent, :about, :shownTo, :content, :heldUntil,
                    now() + make_interval(secs => :worthSeconds))
            """)
        .param("id", message.id())
        .param("way", message.way().name())
        .param("state", held ? State.HELD.name() : State.WAITING.name())
        .param("urgent", message.urgent())
        .param("about", message.about())
        .param("shownTo", message.shownTo())
        .param("content", sealed)
        .param("heldUntil", held && until != null ? until.atOffset(ZoneOffset.UTC) : null)
        .param("worthSeconds", message.worthFor().toSeconds())
        .update();
  }

  record Claimed(UUID id, byte[] sealed, boolean urgent, int tries, boolean tooLate) {}

  /** Nobody else gets them until the node that has them is given up for dead; urgent ones first. */
  List<Claimed> claim(Way way, int most) {
    return jdbc.sql(
            """
            with pressing as (
              select id from platform.outgoing
              where way = :way and urgent and state = 'WAITING' and due_at <= now()
                and (taken_until is null or taken_until <= now())
              order by due_at, id limit :most for update skip locked
            ), patient as (
              select id from platform.outgoing
              where way = :way and not urgent and state = 'WAITING' and due_at <= now()
                and (taken_until is null or taken_until <= now())
              order by due_at, id limit greatest(0, :most - (select count(*) from pressing))
              for update skip locked
            )
            update platform.outgoing o
            set taken_until = now() + make_interval(secs => :taken), tries = o.tries + 1
            from (select id from pressing union all select id from patient) due
            where o.id = due.id
            returning o.id, o.content, o.urgent, o.tries, o.give_up_at <= now() too_late
            """)
        .param("way", way.name())
        .param("most", most)
        .param("taken", TAKEN_SECONDS)
        .query(
            (row, number) ->
                new Claimed(
                    row.getObject("id", UUID.class),
                    Objects.requireNonNull(row.getBytes("content")),
                    row.getBoolean("urgent"),
                    row.getInt("tries"),
                    row.getBoolean("too_late")))
        .list();
  }

  /**
   * @param state WAITING for one that is to be tried again
   */
  record Answer(UUID id, State state, Duration pause, @Nullable String problem) {}

  /**
   * All answers in one statement. One whose arrival was told before stays arrived. Returns the
   * states that were kept.
   */
  List<State> keep(List<Answer> answers) {
    return jdbc.sql(
            """
            update platform.outgoing o
            set state = answer.state,
                content = case when answer.state = 'WAITING' then o.content end,
                due_at = case when answer.state = 'WAITING'
                  then now() + make_interval(secs => answer.pause_ms / 1000.0) else o.due_at end,
                sent_at = case when answer.told = 'SENT' then now() else o.sent_at end,
                ended_at = case when answer.state in ('FAILED', 'GIVEN_UP') and o.ended_at is null
                  then now() else o.ended_at end,
                problem = coalesce(answer.problem, o.problem),
                taken_until = null
            from (
              select each.id, each.state told, each.pause_ms, each.problem,
                     case when kept.state <> 'WAITING' then kept.state
                          when each.state = 'WAITING' and kept.give_up_at <= now() then 'GIVEN_UP'
                          else each.state end state
              from unnest(:ids::uuid[], :states::text[], :pauses::bigint[], :problems::text[])
                     each (id, state, pause_ms, problem)
              join platform.outgoing kept on kept.id = each.id
              for update of kept
            ) answer
            where o.id = answer.id
            returning o.state
            """)
        .param("ids", answers.stream().map(Answer::id).toArray(UUID[]::new))
        .param(
            "states", answers.stream().map(answer -> answer.state().name()).toArray(String[]::new))
        .param(
            "pauses",
            answers.stream().map(answer -> answer.pause().toMillis()).toArray(Long[]::new))
        .param("problems", answers.stream().map(Answer::problem).toArray(String[]::new))
        .query((row, number) -> State.valueOf(row.getString(1)))
        .list();
  }

  /** Some of those whose time has come: what waited for the morning need not go in one second. */
  int release(Instant now, int most) {
    return jdbc.sql(
            """
            update platform.outgoing set state = 'WAITING', due_at = now()
            where id in (
              select id from platform.outgoing where state = 'HELD' and held_until <= :now
              order by held_until limit :most for update skip locked)
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }

  List<Delivery> deliveriesOf(UUID about) {
    return jdbc.sql(
            """
            select way, shown_to, state, held_until, sent_at, ended_at, tries
            from platform.outgoing where about = :about order by id
            """)
        .param("about", about)
        .query((row, number) -> delivery(row))
        .list();
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    var state = State.valueOf(row.getString("state"));
    var at =
        switch (state) {
          case HELD -> "held_until";
          case SENT -> "sent_at";
          default -> "ended_at";
        };
    return new Delivery(
        Way.valueOf(row.getString("way")),
        row.getString("shown_to"),
        state,
        instant(row, at),
        row.getInt("tries"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  void removeAbout(Collection<UUID> about) {
    jdbc.sql("delete from platform.outgoing where about = any(:about)")
        .param("about", about.toArray(UUID[]::new))
        .update();
  }

  /** How many of this way wait or are held, and for how long the first has been waiting. */
  Backlog backlog(Way way) {
    return jdbc.sql(
            """
            select count(*) waiting,
                   coalesce(extract(epoch from now() - min(created_at)), 0) seconds
            from platform.outgoing where way = :way and state = 'WAITING'
            """)
        .param("way", way.name())
        .query((row, number) -> new Backlog(row.getLong("waiting"), row.getDouble("seconds")))
        .single();
  }

  record Backlog(long waiting, double oldestSeconds) {}

  int removeEnded(Instant aboutNothing, Instant aboutAnything, int most) {
    return jdbc.sql(
            """
            delete from platform.outgoing where id in (
              (select id from platform.outgoing
               where about is null and id < :first and state not in ('HELD', 'WAITING') limit :most)
              union all
              (select id from platform.outgoing
               where id < :last and state not in ('HELD', 'WAITING') limit :most))
            """)
        .param("first", NewId.firstAt(aboutNothing))
        .param("last", NewId.firstAt(aboutAnything))
        .param("most", most)
        .update();
  }
}
