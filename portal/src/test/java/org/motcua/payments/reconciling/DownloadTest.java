package org.motcua.payments.reconciling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DownloadTest {

  private static final Download DOWNLOAD = new Download(Duration.ofSeconds(2), 100_000);

  private final CountDownLatch over = new CountDownLatch(1);
  private @Nullable HttpServer server;

  @BeforeEach
  void open() throws IOException {
    var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/whole", exchange -> send(exchange, 200, 90_000));
    gateway.createContext("/none", exchange -> send(exchange, 404, 10));
    gateway.createContext("/large", exchange -> send(exchange, 200, 100_001));
    gateway.createContext("/elsewhere", this::lead);
    gateway.createContext("/drips", this::drip);
    gateway.createContext("/bomb", DownloadTest::bomb);
    gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    gateway.start();
    server = gateway;
  }

  @AfterEach
  void close() {
    over.countDown();
    if (server != null) server.stop(0);
  }

  @Test
  void aWholeFileIsRead() throws Exception {
    try (var file = file("/whole")) {
      assertThat(requireNonNull(file).readAllBytes()).hasSize(90_000);
    }
  }

  @Test
  void oneThatIsNotThereIsNone() throws Exception {
    assertThat(file("/none")).isNull();
  }

  @Test
  void nobodyIsFollowedElsewhere() throws Exception {
    assertThat(file("/elsewhere")).isNull();
  }

  @Test
  void oneThatIsTooLargeIsLeft() {
    assertThatThrownBy(() -> file("/large")).isInstanceOf(IOException.class);
  }

  @Test
  void oneThatDripsIsLeft() {
    assertThatThrownBy(() -> file("/drips"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("within");
  }

  /** It stays as small as it came. */
  @Test
  void nothingIsUnpacked() throws Exception {
    try (var file = file("/bomb")) {
      assertThat(requireNonNull(file).readAllBytes().length).isLessThan(100_000);
    }
  }

  private @Nullable InputStream file(String path) throws Exception {
    var port = server == null ? 0 : server.getAddress().getPort();
    return DOWNLOAD.open(URI.create("http://127.0.0.1:" + port + path));
  }

  private static void send(HttpExchange exchange, int status, int bytes) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes);
      exchange.getResponseBody().write(new byte[bytes]);
    }
  }

  private void lead(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().add("Location", "/whole");
      exchange.sendResponseHeaders(302, -1);
    }
  }

  private void drip(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write("ref,transaction".getBytes(UTF_8));
      exchange.getResponseBody().flush();
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void bomb(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(200, 0);
      try (var packed = new GZIPOutputStream(exchange.getResponseBody())) {
        packed.write(new byte[20 << 20]);
      }
    }
  }
}
