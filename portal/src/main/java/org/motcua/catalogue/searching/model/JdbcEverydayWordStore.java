package org.motcua.catalogue.searching.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEverydayWordStore implements EverydayWordStore {

  private final JdbcClient jdbc;

  JdbcEverydayWordStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<EverydayWord> list() {
    return jdbc.sql(
            """
            select id, say, mean, version, changed_at, changed_by from catalogue.everyday_word
            order by say[1], id
            """)
        .query(JdbcEverydayWordStore::word)
        .list();
  }

  @Override
  public Optional<EverydayWord> find(UUID id) {
    return jdbc.sql(
            """
            select id, say, mean, version, changed_at, changed_by from catalogue.everyday_word
            where id = :id
            """)
        .param("id", id)
        .query(JdbcEverydayWordStore::word)
        .optional();
  }

  @Override
  public boolean add(EverydayWord word) {
    var insert =
        """
        insert into catalogue.everyday_word (id, say, mean, version, changed_at, changed_by)
        values (:id, :say, :mean, :version, :changedAt, :changedBy)
        on conflict (id) do nothing
        """;
    return with(jdbc.sql(insert), word).update() > 0;
  }

  @Override
  public boolean change(EverydayWord word) {
    var update =
        """
        update catalogue.everyday_word
        set say = :say, mean = :mean, version = :version, changed_at = :changedAt, changed_by = :changedBy
        where id = :id and version = :version - 1
        """;
    return with(jdbc.sql(update), word).update() > 0;
  }

  @Override
  public boolean remove(UUID id, int version) {
    return jdbc.sql("delete from catalogue.everyday_word where id = :id and version = :version")
            .param("id", id)
            .param("version", version)
            .update()
        > 0;
  }

  @Override
  public void seed(String entry, EverydayWord word) {
    var upsert =
        """
        insert into catalogue.everyday_word as present (id, say, mean, version, changed_at, changed_by, seed)
        values (:id, :say, :mean, :version, :changedAt, :changedBy, :seed)
        on conflict (seed) do update
        set say = excluded.say, mean = excluded.mean, version = present.version + 1,
            changed_at = excluded.changed_at, changed_by = excluded.changed_by
        """;
    with(jdbc.sql(upsert), word).param("seed", entry).update();
  }

  private static StatementSpec with(StatementSpec statement, EverydayWord word) {
    return statement
        .param("id", word.id())
        .param("say", word.say().toArray(String[]::new))
        .param("mean", word.mean().toArray(String[]::new))
        .param("version", word.version())
        .param("changedAt", OffsetDateTime.ofInstant(word.changedAt(), ZoneOffset.UTC))
        .param("changedBy", word.changedBy());
  }

  private static EverydayWord word(ResultSet row, int number) throws SQLException {
    return new EverydayWord(
        row.getObject("id", UUID.class),
        List.of((String[]) row.getArray("say").getArray()),
        List.of((String[]) row.getArray("mean").getArray()),
        row.getInt("version"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"));
  }
}
