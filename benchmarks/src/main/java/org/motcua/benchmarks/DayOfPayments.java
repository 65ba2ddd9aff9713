package org.motcua.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * A gateway's file of yesterday, fetched and held against the books at an accountant's click;
 * beside it, the same file copied by PostgreSQL into a plain table.
 */
final class DayOfPayments {

  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String DATABASE = "benchmark_day";

  private final DatabaseServer database;
  private final Browser accountant;
  private final Report report;

  DayOfPayments(DatabaseServer database, Browser accountant, Report report) {
    this.database = database;
    this.accountant = accountant;
    this.report = report;
  }

  boolean reconcile(LoadedPayments loaded) throws IOException, SQLException {
    var file = Files.createTempFile("day", ".csv");
    var server = serving(file);
    try {
      loaded.writeDayFile(file);
      var page = "/desk/payments/days/vnpay/" + LocalDate.now(HANOI).minusDays(1);
      var form = accountant.open(page).formTo(page + "/fetching");
      var before = ResidentMemory.megabytesOf(database.portal());
      ResidentMemory.forgetPeakOf(database.portal());
      var begun = System.nanoTime();
      var compared = accountant.submit(form, Map.of());
      var seconds = (System.nanoTime() - begun) / 1e9;
      var peak = ResidentMemory.peakMegabytesOf(database.portal());
      var copied = copied(file);
      report.say("");
      report.say(
          "**%,d lines (%d MB) taken in and compared in %.1f s**, %.0f a second; the portal held %d"
              + " MB before and %d MB at most. Copied into a plain table by PostgreSQL alone:"
              + " %.1f s, so that takes %.1f times as long.",
          loaded.count(),
          Files.size(file) / 1_000_000,
          seconds,
          loaded.count() / seconds,
          before,
          peak,
          copied,
          seconds / copied);
      return compared.address().getQuery().contains("told=compared");
    } finally {
      server.stop(0);
      Files.delete(file);
    }
  }

  private static HttpServer serving(Path file) throws IOException {
    var port = Integer.parseInt(System.getenv().getOrDefault("BENCH_FILES_PORT", "18093"));
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, Files.size(file));
          try (var out = exchange.getResponseBody()) {
            Files.copy(file, out);
          }
        });
    server.start();
    return server;
  }

  /** Seconds. */
  private double copied(Path file) throws SQLException, IOException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("create database " + DATABASE);
    }
    try (var connection = DriverManager.getConnection(database.url(DATABASE));
        var statement = connection.createStatement();
        var lines = Files.newInputStream(file)) {
      statement.execute(
          "create table line (ref text, transaction text, kind text, dong bigint, at timestamptz)");
      var begun = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy line from stdin (format csv, header)", lines);
      return (System.nanoTime() - begun) / 1e9;
    } finally {
      try (var connection = database.connect();
          var statement = connection.createStatement()) {
        statement.execute("drop database if exists " + DATABASE + " with (force)");
      }
    }
  }
}
