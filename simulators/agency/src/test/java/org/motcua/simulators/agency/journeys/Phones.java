package org.motcua.simulators.agency.journeys;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The SMS operator to whom the portal gives its codes. */
final class Phones implements AutoCloseable {

  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
  private static final int PATIENCE_SECONDS = 30;

  private final JsonMapper json = JsonMapper.builder().build();
  private final ConcurrentHashMap<String, BlockingQueue<String>> phones = new ConcurrentHashMap<>();
  private final HttpServer server;

  Phones() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/sms", this::receive);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The next code to this phone. */
  String awaitCode(String phone) {
    try {
      while (true) {
        var text = messages(phone).poll(PATIENCE_SECONDS, SECONDS);
        if (text == null) throw new AssertionError("No code came to " + phone);
        var code = CODE.matcher(text);
        if (code.find()) return code.group(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  void clear(String phone) {
    messages(phone).clear();
  }

  private BlockingQueue<String> messages(String phone) {
    return phones.computeIfAbsent(phone, number -> new LinkedBlockingQueue<>());
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var sms = json.readTree(exchange.getRequestBody().readAllBytes());
      messages(sms.get("to").asString()).add(sms.get("text").asString());
      exchange.sendResponseHeaders(202, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
