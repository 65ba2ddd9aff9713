package org.motcua.simulators.agency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.motcua.simulators.agency.FakeProvider.answer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The national portal as far as agreed with agencies: discovery, tokens, lists paged by key, one
 * dossier.
 */
public class FakePortal implements AutoCloseable {

  private static final String CLIENT = "quangninh-portal:motcua-demo-secret";

  /** Of messages. */
  public static final String SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD1vA3CGy8pG4=";

  public volatile @Nullable String webhook;
  public final List<String> asked = new ArrayList<>();
  public final List<String> dossiers = new ArrayList<>();
  public final FakeProvider provider;
  public int tokensGiven;
  public boolean forgetsTokens;
  public boolean isAway;
  public int failsWith;
  public @Nullable String says;

  private final HttpServer server;
  private String validToken = "";

  public FakePortal() throws IOException {
    this(0);
  }

  FakePortal(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/tokens-are-here", this::token);
    server.createContext("/api/dossiers", this::dossiers);
    server.createContext("/api/webhooks", this::webhooks);
    provider = new FakeProvider(server, address().toString());
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public URI address() {
    return URI.create("http://localhost:" + port());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void holds(int count) {
    for (var i = 1; i <= count; i++) holds("H49.12.03-261121-%04d".formatted(i), 4, "N.T.M.");
  }

  public void holds(String code, int status, String applicant) {
    dossiers.add(
        """
        {"code":"%s","procedure":"1.001193","service":"birth-registration",\
        "agency":"000.03.12.H49","status":%d,"statusName":"x","applicant":"%s",\
        "submittedAt":"2026-11-20T03:00:00Z","dueAt":"2026-11-21T03:00:00Z","addedLater":true}\
        """
            .formatted(code, status, applicant));
  }

  private void discovery(HttpExchange exchange) throws IOException {
    if (isAway) answer(exchange, 503, "");
    else answer(exchange, 200, provider.discovery());
  }

  private void token(HttpExchange exchange) throws IOException {
    var form = FakeProvider.parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    if ("authorization_code".equals(form.get("grant_type"))) {
      provider.exchangeCode(exchange, form);
      return;
    }
    var basic = "Basic " + Base64.getEncoder().encodeToString(CLIENT.getBytes(UTF_8));
    if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{\"error\":\"invalid_client\"}");
      return;
    }
    validToken = "token" + ++tokensGiven;
    answer(exchange, 200, "{\"access_token\":\"%s\",\"expires_in\":300}".formatted(validToken));
  }

  private void dossiers(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    var bearer = exchange.getRequestHeaders().getFirst("Authorization");
    if (forgetsTokens || !("Bearer " + validToken).equals(bearer)) {
      forgetsTokens = false;
      answer(exchange, 401, "");
    } else if (failsWith != 0) {
      answer(exchange, failsWith, "{\"title\":\"No\"}");
    } else if (says != null) {
      answer(exchange, 200, says);
    } else {
      list(exchange);
    }
  }

  /** There is one of before, whose secret nobody knows any more. */
  private void webhooks(HttpExchange exchange) throws IOException {
    var asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    switch (exchange.getRequestMethod()) {
      case "GET" ->
          answer(exchange, 200, "{\"items\":[%s]}".formatted(Objects.requireNonNull(webhook)));
      case "DELETE" -> {
        webhook = null;
        answer(exchange, 204, "");
      }
      default -> {
        if (webhook != null) {
          answer(exchange, 409, "{}");
          return;
        }
        webhook = asked.replaceFirst("}$", ",\"id\":\"w1\",\"secret\":\"" + SECRET + "\"}");
        answer(exchange, 201, webhook);
      }
    }
  }

  private void list(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (!path.equals("/api/dossiers")) {
      one(exchange, path.substring("/api/dossiers/".length()));
      return;
    }
    var query = exchange.getRequestURI().getQuery();
    var after = parameter(query, "after");
    var limit = Integer.parseInt(parameter(query, "limit"));
    var rest = dossiers.stream().filter(dossier -> codeOf(dossier).compareTo(after) > 0).toList();
    var page = rest.subList(0, Math.min(limit, rest.size()));
    var next = rest.size() > page.size() ? "\"" + codeOf(page.getLast()) + "\"" : "null";
    answer(
        exchange,
        200,
        page.stream().collect(Collectors.joining(",", "{\"items\":[", "],\"next\":" + next + "}")));
  }

  private void one(HttpExchange exchange, String code) throws IOException {
    var found = dossiers.stream().filter(dossier -> codeOf(dossier).equals(code)).findFirst();
    var history =
        ",\"history\":[{\"at\":\"2026-11-20T03:00:00Z\",\"status\":1,\"statusName\":\"Mới đăng"
            + " ký\"},{\"at\":\"2026-11-20T04:00:00Z\",\"status\":2,\"note\":\"Đủ giấy tờ\"}]}";
    if (found.isEmpty()) answer(exchange, 404, "{}");
    else answer(exchange, 200, found.get().replaceFirst("}$", history));
  }

  private static String parameter(String query, String name) {
    for (var pair : query.split("&")) {
      if (pair.startsWith(name + "=")) return pair.substring(name.length() + 1);
    }
    return "";
  }

  private static String codeOf(String dossier) {
    return dossier.substring(9, dossier.indexOf('"', 9));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
