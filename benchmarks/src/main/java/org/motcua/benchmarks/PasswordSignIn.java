package org.motcua.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who types number and password until the portal asks for the code that it has sent: each
 * time another account, from another address and browser, as a country does on a busy morning.
 */
final class PasswordSignIn implements Load.Person {

  static final String STEP = "send number and password";
  static final String FORM = "open the sign-in page";
  static final String TURNED_AWAY = "told to try again in some seconds";

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final int BUSY = 503;

  private final HttpClient http;
  private final URI portal;
  private final AtomicInteger turn;
  private final int accounts;

  /**
   * @param turn whose turn it is, shared by all who sign in
   */
  PasswordSignIn(HttpClient http, URI portal, AtomicInteger turn, int accounts) {
    this.http = http;
    this.portal = portal;
    this.turn = turn;
    this.accounts = accounts;
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    var serial = turn.getAndIncrement();
    var from = address(serial);
    var page = timings.time(FORM, () -> form(from));
    var begun = System.nanoTime();
    var answer = send(page, LoadedAccounts.number(serial % accounts), from);
    if (answer.statusCode() == BUSY) {
      timings.record(TURNED_AWAY, System.nanoTime() - begun);
      return;
    }
    var leadsTo = answer.headers().firstValue("Location").orElse("");
    if (!leadsTo.contains("/sign-in/")) {
      throw new IOException("A right password was answered " + answer.statusCode() + " " + leadsTo);
    }
    timings.record(STEP, System.nanoTime() - begun);
  }

  private HttpResponse<String> form(String from) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(portal.resolve("/sign-in")).header(FORWARDED, from);
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) throw new IOException("/sign-in " + answer.statusCode());
    return answer;
  }

  private HttpResponse<String> send(HttpResponse<String> page, String number, String from)
      throws IOException, InterruptedException {
    var token = TOKEN.matcher(page.body());
    if (!token.find()) throw new IOException("No form token on the sign-in page");
    var cookies =
        page.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.split(";", 2)[0])
            .collect(Collectors.joining("; "));
    var body =
        "_csrf="
            + encoded(token.group(1))
            + "&name="
            + number
            + "&password="
            + encoded(LoadedAccounts.PASSWORD);
    return http.send(
        HttpRequest.newBuilder(portal.resolve("/sign-in"))
            .header(FORWARDED, from)
            .header("Cookie", cookies)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** As the load balancer in front of the portal tells it. */
  private static final String FORWARDED = "X-Forwarded-For";

  private static String address(int serial) {
    return "100.%d.%d.%d".formatted(64 + (serial >> 16) % 64, (serial >> 8) & 255, serial & 255);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
