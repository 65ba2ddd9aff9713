package org.motcua.catalogue.searching;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;

/**
 * The yardstick: PostgreSQL's own full text search over the same texts, as one would build it by
 * the book: folded words, the name weighing more than the rest, a GIN index, ranked by ts_rank.
 */
final class FullTextDatabase implements AutoCloseable {

  private static final int BATCH = 500;

  private final EmbeddedPostgres server;
  private final Connection connection;

  FullTextDatabase() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().setServerConfig("shared_buffers", "256MB").start();
    connection = server.getPostgresDatabase().getConnection();
    execute("create table procedure (code text primary key, name text not null, words tsvector)");
    execute("create index on procedure using gin (words)");
  }

  void fill(GivenProcedures procedures) throws SQLException {
    execute("truncate procedure");
    connection.setAutoCommit(false);
    try (var insert =
        connection.prepareStatement(
            """
            insert into procedure (code, name, words)
            values (?, ?, setweight(to_tsvector('simple', ?), 'A') || setweight(to_tsvector('simple', ?), 'C'))
            """)) {
      var batch = procedures.list(null, BATCH);
      while (!batch.isEmpty()) {
        for (var procedure : batch) {
          insert.setString(1, procedure.code().value());
          insert.setString(2, procedure.name());
          insert.setString(3, VietnameseAnalysis.folded(names(procedure)));
          insert.setString(4, VietnameseAnalysis.folded(ProcedureDocument.body(procedure)));
          insert.addBatch();
        }
        insert.executeBatch();
        batch = procedures.list(lastOf(batch), BATCH);
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
    execute("vacuum analyze procedure");
  }

  private static ProcedureCode lastOf(List<Procedure> batch) {
    return batch.getLast().code();
  }

  private static String names(Procedure procedure) {
    return Stream.concat(
            Stream.of(
                procedure.name(), procedure.nameEnglish() == null ? "" : procedure.nameEnglish()),
            procedure.keywords().stream())
        .collect(Collectors.joining(" "));
  }

  /** How many of the first fifteen have all words. */
  int find(String query) {
    return find(VietnameseAnalysis.terms(VietnameseAnalysis.FOLDED, query), " & ");
  }

  /** As {@link #find}, those that have any of the words. */
  int findAny(String query) {
    return find(VietnameseAnalysis.terms(VietnameseAnalysis.FOLDED, query), " | ");
  }

  private int find(List<String> words, String operator) {
    var asked = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(operator));
    try (var select =
        connection.prepareStatement(
            """
            select code, name, ts_rank(words, asked) as rank
            from procedure, to_tsquery('simple', ?) as asked
            where words @@ asked
            order by rank desc, code
            limit 15
            """)) {
      select.setString(1, asked);
      try (var rows = select.executeQuery()) {
        var found = 0;
        while (rows.next()) {
          if (!rows.getString("name").isEmpty()) found++;
        }
        return found;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    server.close();
  }
}
