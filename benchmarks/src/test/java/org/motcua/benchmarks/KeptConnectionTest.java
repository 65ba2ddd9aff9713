package org.motcua.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptConnectionTest {

  private final Set<Integer> portsOfClients = new ConcurrentSkipListSet<>();
  private HttpServer server;
  private KeptConnection connection;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    connection =
        new KeptConnection(URI.create("http://localhost:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() throws IOException {
    connection.close();
    server.stop(0);
  }

  @Test
  void asksAgainAndAgainOverOneConnection() throws Exception {
    answer(exchange -> send(exchange, 200, "chào"));

    for (var i = 0; i < 3; i++) {
      assertThat(connection.get("/greeting", "").content()).isEqualTo("chào");
    }
    assertThat(portsOfClients).hasSize(1);
  }

  @Test
  void readsAnAnswerInChunks() throws Exception {
    answer(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            out.write("một ".getBytes(UTF_8));
            out.flush();
            out.write("cửa".getBytes(UTF_8));
          }
        });

    assertThat(connection.get("/", "").content()).isEqualTo("một cửa");
    assertThat(connection.get("/", "").content()).isEqualTo("một cửa");
  }

  @Test
  void takesAnotherConnectionWhenTheServerIsDoneWithThisOne() throws Exception {
    answer(
        exchange -> {
          exchange.getResponseHeaders().set("Connection", "close");
          send(exchange, 200, "");
        });

    connection.get("/", "");
    connection.get("/", "");

    assertThat(portsOfClients).hasSize(2);
  }

  @Test
  void sendsAFormAndTellsWhereItIsSentOn() throws Exception {
    answer(
        exchange -> {
          var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          exchange.getResponseHeaders().set("Location", "/next?" + form);
          send(exchange, 302, "");
        });

    var answer = connection.post("/", "code=1");

    assertThat(answer.leadsTo()).isEqualTo("/next?code=1");
    assertThatThrownBy(answer::good).isInstanceOf(IOException.class);
  }

  @Test
  void findsATextInTheAnswersJson() throws Exception {
    answer(exchange -> send(exchange, 200, "{\"a\":\"1\",\"token\":\"abc\",\"expires_in\":599}"));

    var answer = connection.get("/", "");

    assertThat(answer.member("token")).isEqualTo("abc");
    assertThatThrownBy(() -> answer.member("refresh_token"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No refresh_token");
  }

  private void answer(HttpHandler handler) {
    server.createContext(
        "/",
        exchange -> {
          portsOfClients.add(exchange.getRemoteAddress().getPort());
          handler.handle(exchange);
        });
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    var content = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }
}
