package org.motcua.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The statements of a refresh at the database, each time of another of all sign-ons, as the
 * portal's {@code JdbcSignOnStore} words them; and how PostgreSQL goes about all it is asked there.
 */
final class SignOnStatements implements Load.Person, AutoCloseable {

  static final String FIND = "find a sign-on";
  static final String REFRESH = "note its refresh";

  private static final String FIND_SQL = "select * from connect.sign_on where id = ?";
  private static final String REFRESH_SQL =
      """
      update connect.sign_on set generation = generation + 1, refreshed_at = now()
      where id = ? and generation = ? and ended_at is null
      """;
  private static final String END_SQL =
      """
      update connect.sign_on
      set ended_at = now(), expires_at = least(expires_at, now() + interval '10 minutes')
      where ended_at is null and expires_at > now()
      """;

  private final LoadedSignOns signOns;
  private final Connection connection;
  private final PreparedStatement find;
  private final PreparedStatement refresh;
  private final Random random;

  SignOnStatements(DatabaseServer database, LoadedSignOns signOns, int seed) throws SQLException {
    this.signOns = signOns;
    this.connection = database.connect();
    this.find = connection.prepareStatement(FIND_SQL);
    this.refresh = connection.prepareStatement(REFRESH_SQL);
    this.random = new Random(seed);
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    var id = signOns.id(random.nextInt(signOns.live()));
    find.setObject(1, id);
    var generation = timings.time(FIND, this::generation);
    refresh.setObject(1, id);
    refresh.setInt(2, generation);
    timings.time(REFRESH, refresh::executeUpdate);
  }

  private int generation() throws SQLException {
    try (var rows = find.executeQuery()) {
      if (rows.next()) return rows.getInt("generation");
      throw new SQLException("The sign-on is not there");
    }
  }

  /** What the portal asks of the table, and PostgreSQL's plan for it. */
  Map<String, List<String>> plans() throws SQLException {
    var id = "'" + signOns.id(0) + "'";
    var person = "'" + LoadedAccounts.id(0) + "'";
    var asked = new LinkedHashMap<String, String>();
    asked.put("find a sign-on by its code or token", FIND_SQL.replace("?", id));
    asked.put(
        "use its code",
        """
        update connect.sign_on set code_used_at = now(), expires_at = now() + interval '12 hours'
        where id = %s and code_used_at is null and ended_at is null
        """
            .formatted(id));
    asked.put("refresh it", REFRESH_SQL.replaceFirst("\\?", id).replace("?", "0"));
    asked.put("end it", END_SQL + "and id = " + id);
    asked.put("end a session's", END_SQL + "and session = '" + LoadedSignOns.session(0) + "'");
    asked.put("end a person's", END_SQL + "and account_id = " + person);
    asked.put(
        "end a person's at one client",
        END_SQL + "and account_id = " + person + " and client_id = '" + AgencySystem.ID + "'");
    asked.put(
        "end some of a closed client's",
        END_SQL
            + """
            and id in (
              select id from connect.sign_on
              where client_id = '%s' and id > %s and ended_at is null and expires_at > now()
              order by id limit 500 for update)
            """
                .formatted(AgencySystem.ID, id));
    asked.put(
        "list a person's",
        """
        select * from connect.sign_on
        where ended_at is null and code_used_at is not null and expires_at > now()
          and account_id = %s order by id desc
        """
            .formatted(person));
    asked.put(
        "clear dead ones away",
        """
        delete from connect.sign_on where id in (
          select id from connect.sign_on where expires_at <= now()
          order by expires_at limit 1000 for update skip locked)
        """);
    asked.put(
        "find what was agreed to",
        "select * from connect.agreement where account_id = %s and client_id = '%s'"
            .formatted(person, AgencySystem.ID));
    var plans = new LinkedHashMap<String, List<String>>();
    for (var each : asked.entrySet()) plans.put(each.getKey(), plan(each.getValue()));
    return plans;
  }

  private List<String> plan(String sql) throws SQLException {
    var lines = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("explain (costs off) " + sql)) {
      while (rows.next()) lines.add(rows.getString(1));
    }
    return lines;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
