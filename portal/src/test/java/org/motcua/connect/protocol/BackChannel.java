package org.motcua.connect.protocol;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.BackChannelLogoutRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Where an agency's system is told that somebody has signed out. */
public final class BackChannel implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  private final BlockingQueue<JWT> heard = new LinkedBlockingQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final Semaphore refused = new Semaphore(0);
  private final HttpServer server;

  public BackChannel() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/logout", this::hear);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/logout");
  }

  /** Answers so many messages with an error first. */
  BackChannel refusing(int times) {
    refusals.set(times);
    return this;
  }

  public JWT awaitLogoutToken() {
    try {
      var token = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (token == null) throw new AssertionError("No logout token came");
      return token;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Until the first message has been answered with an error. */
  void awaitRefusal() {
    try {
      if (!refused.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("Nothing came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public boolean isSilent() {
    return heard.isEmpty();
  }

  private void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        exchange.sendResponseHeaders(503, -1);
        refused.release();
        return;
      }
      heard.add(BackChannelLogoutRequest.parse(URLUtils.parseParameters(form)).getLogoutToken());
      exchange.sendResponseHeaders(200, -1);
    } catch (ParseException e) {
      exchange.sendResponseHeaders(400, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
