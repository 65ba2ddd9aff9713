package org.motcua.dossiers.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program's own server, to which messages come. It takes all of them unless told otherwise. */
class Receiver implements AutoCloseable {

  private static final int TAKEN = 204;

  private final HttpServer server;
  private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
  private final List<Message> received = new CopyOnWriteArrayList<>();
  private volatile IntSupplier usual = () -> TAKEN;

  record Message(String id, String timestamp, List<String> signatures, String body) {

    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    String type() {
      return json().get("type").asString();
    }

    /** As a receiver checks it. */
    boolean signedWith(String secret) {
      var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      var expected = new WebhookSecret(key).sign(id, Long.parseLong(timestamp), body);
      return signatures.contains(expected);
    }
  }

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/hook";
  }

  /** To the next ones, one after the other. */
  Receiver answering(Integer... statuses) {
    answers.addAll(Arrays.asList(statuses));
    return this;
  }

  /** To all others. */
  Receiver always(IntSupplier status) {
    usual = status;
    return this;
  }

  List<Message> received() {
    return received;
  }

  private void take(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    received.add(
        new Message(
            headers.getFirst("webhook-id"),
            headers.getFirst("webhook-timestamp"),
            List.of(headers.getFirst("webhook-signature").split(" ")),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    var answer = answers.poll();
    exchange.sendResponseHeaders(answer != null ? answer : usual.getAsInt(), -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
