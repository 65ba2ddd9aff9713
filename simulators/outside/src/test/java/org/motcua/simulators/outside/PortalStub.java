package org.motcua.simulators.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A portal that notices are told to: it keeps them, and answers what a test says. */
public final class PortalStub implements AutoCloseable {

  /** What came: the headers that a test may want, and the body. */
  public record Told(String path, String time, String signature, String body) {}

  private final HttpServer server;
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String answer = "{}";

  public PortalStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var heads = exchange.getRequestHeaders();
            told.add(
                new Told(
                    exchange.getRequestURI().getPath(),
                    String.valueOf(heads.getFirst("Bank-Timestamp")),
                    String.valueOf(heads.getFirst("Bank-Signature")),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            var bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void answers(int newStatus, String newAnswer) {
    status = newStatus;
    answer = newAnswer;
  }

  public List<Told> told() {
    return told;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
