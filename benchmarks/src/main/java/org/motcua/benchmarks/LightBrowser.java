package org.motcua.benchmarks;

import java.io.IOException;
import java.util.regex.Pattern;
import org.motcua.benchmarks.KeptConnection.Answer;

/**
 * As much of a browser as sends one form again and again: it has opened the page once, and keeps
 * its session and its proof against forgery. It costs next to nothing beside the portal.
 */
final class LightBrowser implements AutoCloseable {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final KeptConnection connection;
  private final String cookie;
  private final String csrf;

  private LightBrowser(KeptConnection connection, String cookie, String csrf) {
    this.connection = connection;
    this.cookie = cookie;
    this.csrf = csrf;
  }

  /**
   * @param path of a page with a form
   */
  static LightBrowser at(String path, KeptConnection connection) throws IOException {
    var page = connection.get(path, "").good();
    var csrf = CSRF.matcher(page.content());
    var session = page.header("set-cookie");
    if (!csrf.find() || session.isEmpty()) throw new IOException("No form at " + path);
    return new LightBrowser(
        connection, "Cookie: " + session.split(";", 2)[0] + "\r\n", csrf.group(1));
  }

  Answer open(String path) throws IOException {
    return connection.get(path, cookie);
  }

  /**
   * @param form encoded already
   */
  Answer send(String path, String form) throws IOException {
    return connection.post(path, cookie, form + "&_csrf=" + csrf);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
