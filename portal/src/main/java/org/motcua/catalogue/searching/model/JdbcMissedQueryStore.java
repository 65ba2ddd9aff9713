package org.motcua.catalogue.searching.model;

import static java.util.Comparator.comparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcMissedQueryStore implements MissedQueryStore {

  private static final Instant LATER_THAN_ALL = Instant.parse("9999-01-01T00:00:00Z");

  private final JdbcClient jdbc;

  JdbcMissedQueryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<MissedQuery> list(@Nullable Key after, int limit) {
    return jdbc.sql(
            """
            select query, typed, guess, times, first_at, last_at from catalogue.missed_query
            where (last_at, query) < (:lastAt, :query)
            order by last_at desc, query desc
            limit :limit
            """)
        .param("lastAt", at(after == null ? LATER_THAN_ALL : after.lastAt()))
        .param("query", after == null ? "" : after.query())
        .param("limit", limit)
        .query(JdbcMissedQueryStore::missed)
        .list();
  }

  /** In one order on all nodes, so that two never wait for each other. */
  @Override
  @Transactional
  public void add(Collection<MissedQuery> missed) {
    missed.stream().sorted(comparing(MissedQuery::query)).forEach(this::add);
    jdbc.sql(
            """
            delete from catalogue.missed_query
            where (last_at, query) < (
                select last_at, query from catalogue.missed_query
                order by last_at desc, query desc
                offset :kept - 1 limit 1)
            """)
        .param("kept", KEPT)
        .update();
  }

  private void add(MissedQuery missed) {
    jdbc.sql(
            """
            insert into catalogue.missed_query as present (query, typed, guess, times, first_at, last_at)
            values (:query, :typed, :guess, :times, :firstAt, :lastAt)
            on conflict (query) do update
            set typed = excluded.typed, guess = excluded.guess, times = present.times + excluded.times,
                last_at = greatest(present.last_at, excluded.last_at)
            """)
        .param("query", missed.query())
        .param("typed", missed.typed())
        .param("guess", missed.guess())
        .param("times", missed.times())
        .param("firstAt", at(missed.firstAt()))
        .param("lastAt", at(missed.lastAt()))
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static MissedQuery missed(ResultSet row, int number) throws SQLException {
    return new MissedQuery(
        row.getString("query"),
        row.getString("typed"),
        row.getString("guess"),
        row.getLong("times"),
        row.getObject("first_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_at", OffsetDateTime.class).toInstant());
  }
}
