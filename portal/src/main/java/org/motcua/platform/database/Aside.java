package org.motcua.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One statement outside of the transaction that is under way, for a row that many want at once:
 * whoever changes it there holds all others up until he has done all the rest. What is done here
 * stays done when that transaction comes to nothing.
 *
 * <p>The connections are apart from the pool, so that nobody who holds one of those waits for
 * another. Nobody waits for the disk either: the journal is written in order, so what a transaction
 * has taken from here is safe when that transaction is.
 */
@Component
public class Aside implements AutoCloseable {

  private static final int CONNECTIONS = 2;

  private final HikariDataSource connections;
  private final JdbcClient jdbc;

  Aside(JdbcConnectionDetails database) {
    var config = new HikariConfig();
    config.setJdbcUrl(database.getJdbcUrl());
    config.setUsername(database.getUsername());
    config.setPassword(database.getPassword());
    config.setPoolName("aside");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "motcua aside");
    config.addDataSourceProperty("options", "-c synchronous_commit=off");
    connections = new HikariDataSource(config);
    jdbc = JdbcClient.create(connections);
  }

  /**
   * @param statement one, which is a transaction
   */
  public <T> T run(Function<JdbcClient, T> statement) {
    return statement.apply(jdbc);
  }

  @Override
  public void close() {
    connections.close();
  }
}
