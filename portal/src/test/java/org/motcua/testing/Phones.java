package org.motcua.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody's phones: an SMS operator over HTTP, one for the whole run, to which every test context
 * sends. A message is handed out once, in the order of arrival.
 */
public final class Phones {

  /** How the operator may be at fault. */
  public enum Fault {
    NONE,
    UNAVAILABLE,
    /** Takes the message and says that it has not. */
    REPLY_LOST,
    /** Some proxy's page answers instead. */
    GARBLED
  }

  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
  private static final int PATIENCE_SECONDS = 20;
  private static final JsonMapper json = new JsonMapper();
  private static final ConcurrentHashMap<String, BlockingQueue<String>> phones =
      new ConcurrentHashMap<>();
  private static final ConcurrentHashMap<String, Long> cleared = new ConcurrentHashMap<>();
  private static final Set<String> known = ConcurrentHashMap.newKeySet();
  private static volatile Fault fault = Fault.NONE;
  private static final HttpServer server = start();

  /** Until {@link #mend()}. */
  public static void fails(Fault how) {
    fault = how;
  }

  public static void mend() {
    fault = Fault.NONE;
  }

  /** The next message to this phone, such as {@code +84912000001}. */
  public static String awaitSms(String phone) {
    return awaitSms(phone, text -> true);
  }

  /** The next message to this phone that has these words; others before it are passed over. */
  public static String awaitSmsWith(String words, String phone) {
    return awaitSms(phone, text -> text.contains(words));
  }

  /** The next six-digit code to this phone; other messages before it are passed over. */
  public static String awaitCode(String phone) {
    var text = awaitSms(phone, message -> CODE.matcher(message).find());
    var found = CODE.matcher(text);
    return found.find() ? found.group(1) : text;
  }

  /** What has come already and nobody has looked at. */
  public static Optional<String> unreadSms(String phone) {
    return Optional.ofNullable(messages(phone).poll());
  }

  /** Of what has come already: messages about something else may come at any time. */
  public static Optional<String> unreadCode(String phone) {
    for (var text = unreadSms(phone); text.isPresent(); text = unreadSms(phone)) {
      if (CODE.matcher(text.get()).find()) return text;
    }
    return Optional.empty();
  }

  /**
   * Forgets what came before, and what was written before and is still on its way, so that the next
   * one is of this test.
   */
  public static void clear(String phone) {
    cleared.put(phone, System.currentTimeMillis());
    messages(phone).clear();
  }

  static String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /**
   * The next message that is wanted; others before it, perhaps of an earlier test, are passed over.
   */
  public static String awaitSms(String phone, Predicate<String> wanted) {
    try {
      while (true) {
        var text = messages(phone).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (text == null) throw new AssertionError("No SMS came to " + phone);
        if (wanted.test(text)) return text;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static BlockingQueue<String> messages(String phone) {
    return phones.computeIfAbsent(phone, number -> new LinkedBlockingQueue<>());
  }

  private static HttpServer start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/sms", Phones::receive);
      Registers.openAt(server);
      PowerCompany.openAt(server);
      PostOffice.openAt(server);
      NationalPlatform.openAt(server);
      PayersBank.openAt(server);
      Creditors.openAt(server);
      VnpayHouse.openAt(server);
      CertificateAuthority.openAt(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var sms = json.readTree(exchange.getRequestBody().readAllBytes());
      var met = fault;
      if (met == Fault.NONE || met == Fault.REPLY_LOST) take(sms);
      if (met == Fault.GARBLED) exchange.getResponseHeaders().add("Content-Type", "text/html");
      var failed = met == Fault.UNAVAILABLE || met == Fault.REPLY_LOST;
      exchange.sendResponseHeaders(failed ? 503 : 202, -1);
    }
  }

  /** As operators do, one that comes twice is taken once. */
  private static void take(JsonNode sms) {
    var phone = sms.get("to").asString();
    var id = sms.get("id").asString();
    var written = millisOf(UUID.fromString(id));
    if (known.add(id) && written >= cleared.getOrDefault(phone, 0L)) {
      messages(phone).add(sms.get("text").asString());
    }
  }

  /** A UUIDv7 begins with the time in which it was made. */
  private static long millisOf(UUID id) {
    return id.getMostSignificantBits() >>> 16;
  }

  private Phones() {}
}
