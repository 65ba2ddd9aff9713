package org.motcua.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * What this thread asks of the database, in order: the statements' texts, {@code commit} and {@code
 * rollback}. Every test context's database is listened to; it costs nothing while nobody asks.
 */
public final class Statements {

  private static final ThreadLocal<Heard> heard = new ThreadLocal<>();

  private static final class Heard {

    final List<String> statements = new ArrayList<>();
    final int cutOffBefore;

    Heard(int cutOffBefore) {
      this.cutOffBefore = cutOffBefore;
    }

    boolean cutsOffNow() {
      return statements.size() == cutOffBefore;
    }
  }

  public static List<String> of(Runnable work) {
    return heard(Integer.MAX_VALUE, work);
  }

  /**
   * The same, but the server has dropped the connection when this statement is reached: as if it
   * had died just before.
   *
   * @param statement its place in what {@link #of} hears, counted from 1
   * @return what was asked until then, the one that failed at the end, and what was tried after it
   */
  public static List<String> cutOffBefore(int statement, Runnable work) {
    return heard(statement, work);
  }

  private static List<String> heard(int cutOffBefore, Runnable work) {
    var listening = new Heard(cutOffBefore);
    heard.set(listening);
    try {
      work.run();
    } finally {
      heard.remove();
    }
    return listening.statements;
  }

  static BeanPostProcessor listening() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Database(database) : bean;
      }
    };
  }

  private static void note(String statement, Cutting cutting) throws SQLException {
    var listening = heard.get();
    if (listening == null) return;
    listening.statements.add(statement);
    if (listening.cutsOffNow()) cutting.cut();
  }

  /** Drops one connection, from another. */
  private interface Cutting {

    void cut() throws SQLException;
  }

  private static final class Database extends DelegatingDataSource {

    Database(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      if (heard.get() == null) return connection;
      return listened(Connection.class, connection, "", () -> cut(connection));
    }

    private void cut(Connection connection) throws SQLException {
      try (var asking = connection.createStatement();
          var server = asking.executeQuery("select pg_backend_pid()");
          var another = super.getConnection();
          var cutting = another.createStatement()) {
        server.next();
        cutting.execute("select pg_terminate_backend(" + server.getInt(1) + ", 10000)");
      }
    }
  }

  /**
   * @param text of the statement, where it was given when the statement was prepared
   */
  private static <T> T listened(Class<T> type, T real, String text, Cutting cutting) {
    InvocationHandler listener =
        (proxy, method, arguments) -> {
          var first = arguments != null && arguments[0] instanceof String sql ? sql : text;
          switch (method.getName()) {
            case "commit", "rollback" -> note(method.getName(), cutting);
            case "execute", "executeQuery", "executeUpdate", "executeBatch" -> note(first, cutting);
            default -> {}
          }
          try {
            return switch (method.invoke(real, arguments)) {
              case CallableStatement call -> call;
              case PreparedStatement made ->
                  listened(PreparedStatement.class, made, first, cutting);
              case Statement made -> listened(Statement.class, made, "", cutting);
              case null -> null;
              case Object other -> other;
            };
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return type.cast(
        Proxy.newProxyInstance(Statements.class.getClassLoader(), new Class<?>[] {type}, listener));
  }

  private Statements() {}
}
