package org.motcua.platform.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems that lead the portal astray, keep it waiting or tell it too much. */
class ClientCallsTest {

  private static final int OK = 200;

  private final AtomicInteger calls = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer system;
  private ClientCalls demonstration;
  private ClientCalls real;

  @BeforeEach
  void open() throws IOException {
    system = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    system.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    system.start();
    demonstration = new ClientCalls(new CalledAddresses(true, List.of()), Duration.ofMillis(700));
    real = new ClientCalls(new CalledAddresses(false, List.of()), Duration.ofMillis(700));
  }

  @AfterEach
  void close() throws IOException {
    over.countDown();
    system.stop(0);
    demonstration.close();
    real.close();
  }

  @Test
  void anAnswerIsRead() throws IOException {
    serves("/keys", exchange -> answer(exchange, OK, "{}"));
    assertThat(demonstration.get(address("/keys"))).isEqualTo(new ClientCalls.Answer(OK, "{}"));
  }

  @Test
  void aFormIsSent() throws IOException {
    serves(
        "/logout",
        exchange ->
            answer(
                exchange,
                OK,
                exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type")
                    + " "
                    + new String(
                        exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    assertThat(demonstration.post(address("/logout"), "logout_token", "a.b=c&d").body())
        .startsWith("POST application/x-www-form-urlencoded")
        .endsWith("logout_token=a.b%3Dc%26d");
  }

  @Test
  void jsonIsSentWithItsHeadersAndTheBeginningOfALongAnswerIsRead() throws IOException {
    serves(
        "/hook",
        exchange ->
            answer(
                exchange,
                OK,
                exchange.getRequestHeaders().getFirst("Webhook-Id")
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    + "a".repeat(100_000)));
    var answer = demonstration.post(address("/hook"), "{\"a\":1}", Map.of("webhook-id", "x"));
    assertThat(answer.status()).isEqualTo(OK);
    assertThat(answer.body()).startsWith("x{\"a\":1}aaa").hasSize(2048);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost", "https://localhost", "https://127.0.0.1"})
  void theMachineItselfIsNotEvenCalled(String origin) {
    serves("/", exchange -> answer(exchange, OK, "secret"));
    var address = URI.create(origin + ":" + system.getAddress().getPort() + "/");
    assertThatThrownBy(() -> real.get(address)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> real.post(address, "a", "b")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> real.post(address, "{}", Map.of())).isInstanceOf(IOException.class);
    assertThat(calls).hasValue(0);
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    serves("/inner", exchange -> answer(exchange, OK, "secret"));
    serves(
        "/keys",
        exchange -> {
          exchange.getResponseHeaders().set("Location", address("/inner").toString());
          answer(exchange, 302, "");
        });
    assertThat(demonstration.get(address("/keys")).status()).isEqualTo(302);
    assertThat(demonstration.post(address("/keys"), "a", "b").status()).isEqualTo(302);
    assertThat(demonstration.post(address("/keys"), "{}", Map.of()).status()).isEqualTo(302);
    assertThat(calls).as("of the first address alone").hasValue(3);
  }

  @Test
  void anAnswerThatIsTooLongIsNone() {
    serves("/keys", exchange -> answer(exchange, OK, "a".repeat(64 * 1024 + 1)));
    assertThatThrownBy(() -> demonstration.get(address("/keys"))).isInstanceOf(IOException.class);
  }

  @Test
  void aHeadWithoutAnEndIsNoAnswer() {
    serves(
        "/keys",
        exchange -> {
          exchange.getResponseHeaders().set("X-Long", "a".repeat(100_000));
          answer(exchange, OK, "{}");
        });
    assertThatThrownBy(() -> demonstration.get(address("/keys"))).isInstanceOf(IOException.class);
  }

  @Test
  @Timeout(10)
  void anAnswerThatDoesNotComeIsNotWaitedFor() {
    serves("/keys", exchange -> over.await());
    assertThatThrownBy(() -> demonstration.get(address("/keys"))).isInstanceOf(IOException.class);
  }

  @Test
  @Timeout(10)
  void anAnswerThatComesDropByDropIsNotWaitedFor() {
    serves(
        "/keys",
        exchange -> {
          exchange.sendResponseHeaders(OK, 0);
          while (!over.await(100, TimeUnit.MILLISECONDS)) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
          }
        });
    assertThatThrownBy(() -> demonstration.get(address("/keys"))).isInstanceOf(IOException.class);
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + system.getAddress().getPort() + path);
  }

  private interface Reply {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private void serves(String path, Reply reply) {
    system.createContext(
        path,
        exchange -> {
          calls.incrementAndGet();
          try (exchange) {
            reply.to(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) exchange.getResponseBody().write(bytes);
  }
}
