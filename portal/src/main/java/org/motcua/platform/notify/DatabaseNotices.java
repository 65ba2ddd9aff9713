package org.motcua.platform.notify;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens to the database for all listeners of this node, on one connection outside the pool, from
 * before the first request is served until after the last.
 *
 * <p>The server wakes the waiting thread; nothing polls. A lost connection is made anew, at first
 * at once, then ever more slowly, and every listener is told that it may have missed something.
 */
@Component
class DatabaseNotices implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DatabaseNotices.class);

  /** How long one wait lasts before the connection is asked whether it still lives. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final JdbcConnectionDetails database;
  private final List<NoticeListener> listeners;

  private volatile boolean running;
  private volatile @Nullable Connection connection;
  private @Nullable Thread thread;

  DatabaseNotices(JdbcConnectionDetails database, List<NoticeListener> listeners) {
    this.database = database;
    this.listeners = listeners;
  }

  @Override
  public void start() {
    if (listeners.isEmpty()) return;
    running = true;
    var first = open();
    thread = Thread.ofPlatform().name("database-notices").daemon().start(() -> run(first));
  }

  /** Before the web server (which starts near the end), after what fills the tables. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void run(Connection first) {
    var current = first;
    var failures = 0;
    while (running) {
      try {
        if (current == null) current = open();
        failures = 0;
        hear(current);
      } catch (SQLException | RuntimeException e) {
        if (!running) return;
        abandon(current);
        current = null;
        pause(++failures, e);
      }
    }
  }

  /** Listening comes before the listeners read, so that no change falls between the two. */
  private Connection open() {
    try {
      var fresh = connect();
      try (var statement = fresh.createStatement()) {
        for (var channel : channels()) {
          statement.execute("listen " + statement.enquoteIdentifier(channel, true));
        }
      }
      connection = fresh;
      if (!running) throw new SQLException("Stopped while connecting");
      listeners.forEach(NoticeListener::listening);
      return fresh;
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be listened to", e);
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    if (database.getUsername() != null) properties.setProperty("user", database.getUsername());
    if (database.getPassword() != null) properties.setProperty("password", database.getPassword());
    properties.setProperty("ApplicationName", "motcua notices");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(database.getJdbcUrl(), properties);
  }

  private List<String> channels() {
    return listeners.stream().map(NoticeListener::channel).distinct().toList();
  }

  private void hear(Connection current) throws SQLException {
    var notices =
        current.unwrap(PGConnection.class).getNotifications((int) LONGEST_WAIT.toMillis());
    if (notices.length == 0) {
      try (var statement = current.createStatement()) {
        statement.execute("select 1");
      }
      return;
    }
    var payloads =
        Arrays.stream(notices)
            .collect(
                Collectors.groupingBy(
                    PGNotification::getName,
                    Collectors.mapping(PGNotification::getParameter, Collectors.toList())));
    for (var listener : listeners) {
      var mine = payloads.get(listener.channel());
      if (mine != null) listener.heard(mine);
    }
  }

  private void pause(int failures, Exception reason) {
    var pause =
        Stream.of(Duration.ofMillis(100L << Math.min(failures, 10)), LONGEST_PAUSE)
            .min(Duration::compareTo)
            .orElse(LONGEST_PAUSE);
    log.warn("Listening to the database failed, again in {}: {}", pause, reason.toString());
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private static void abandon(@Nullable Connection connection) {
    if (connection == null) return;
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      log.debug("A broken connection could not be abandoned", e);
    }
  }

  @Override
  public void stop() {
    running = false;
    abandon(connection);
    if (thread != null) thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
