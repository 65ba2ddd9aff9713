package org.motcua.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many rows the portal has written so far, table by table, and how large they are. */
record RowsWritten(Map<String, Table> tables) {

  /**
   * @param width bytes of a row on average
   */
  record Table(long inserted, long updated, long deleted, int width) {}

  static RowsWritten soFar(DatabaseServer database) throws SQLException {
    var tables = new HashMap<String, Table>();
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("analyze");
      try (var rows =
          statement.executeQuery(
              """
              select s.schemaname || '.' || s.relname as name, n_tup_ins, n_tup_upd, n_tup_del,
                     coalesce((select sum(avg_width) from pg_stats p
                                where p.schemaname = s.schemaname and p.tablename = s.relname), 0)
                       as width
                from pg_stat_user_tables s
              """)) {
        while (rows.next()) {
          tables.put(
              rows.getString("name"),
              new Table(
                  rows.getLong("n_tup_ins"),
                  rows.getLong("n_tup_upd"),
                  rows.getLong("n_tup_del"),
                  rows.getInt("width")));
        }
      }
    }
    return new RowsWritten(tables);
  }

  /** One row written in the time of one life. */
  record Write(Kind kind, int bytes) {}

  enum Kind {
    INSERT,
    UPDATE,
    DELETE
  }

  /** What was written since for each of so many lives; what is written more seldom is left out. */
  List<Write> perLifeSince(RowsWritten before, long lives) {
    var writes = new ArrayList<Write>();
    tables.forEach(
        (name, now) -> {
          var was = before.tables.getOrDefault(name, new Table(0, 0, 0, 0));
          add(writes, Kind.INSERT, now.inserted() - was.inserted(), lives, now.width());
          add(writes, Kind.UPDATE, now.updated() - was.updated(), lives, now.width());
          add(writes, Kind.DELETE, now.deleted() - was.deleted(), lives, now.width());
        });
    return writes;
  }

  private static void add(List<Write> writes, Kind kind, long rows, long lives, int width) {
    for (var n = 0; n < Math.round((double) rows / lives); n++) writes.add(new Write(kind, width));
  }
}
