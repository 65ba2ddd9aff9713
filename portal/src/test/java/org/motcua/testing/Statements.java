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

  private static final ThreadLocal<List<String>> heard = new ThreadLocal<>();

  public static List<String> of(Runnable work) {
    var statements = new ArrayList<String>();
    heard.set(statements);
    try {
      work.run();
    } finally {
      heard.remove();
    }
    return statements;
  }

  static BeanPostProcessor listening() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Database(database) : bean;
      }
    };
  }

  private static void note(String statement) {
    var statements = heard.get();
    if (statements != null) statements.add(statement);
  }

  private static final class Database extends DelegatingDataSource {

    Database(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      return heard.get() == null ? connection : listened(Connection.class, connection, "");
    }
  }

  /**
   * @param text of the statement, where it was given when the statement was prepared
   */
  private static <T> T listened(Class<T> type, T real, String text) {
    InvocationHandler listener =
        (proxy, method, arguments) -> {
          var first = arguments != null && arguments[0] instanceof String sql ? sql : text;
          switch (method.getName()) {
            case "commit", "rollback" -> note(method.getName());
            case "execute", "executeQuery", "executeUpdate", "executeBatch" -> note(first);
            default -> {}
          }
          try {
            return switch (method.invoke(real, arguments)) {
              case CallableStatement call -> call;
              case PreparedStatement made -> listened(PreparedStatement.class, made, first);
              case Statement made -> listened(Statement.class, made, "");
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
