package org.motcua.connect.protocol;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.motcua.testing.Phones;
import org.springframework.web.util.HtmlUtils;

/**
 * Somebody with a browser of the plainest kind: keeps cookies, fills in the forms of the portal's
 * pages, and says to which client's address the portal sent him at last.
 */
final class Surfer {

  private static final String PASSWORD = "MotCua@2020";
  private static final int MOST_STEPS = 20;

  private final Map<String, String> cookies;
  private final List<String> steps = new ArrayList<>();
  private final String signInName;
  private final String phone;
  private Wire wire;
  private URI here = URI.create("/");
  private HttpResponse<String> last;

  /**
   * @param signInName what he types where a page asks who he is
   */
  Surfer(Wire wire, String signInName, String phone) {
    this(wire, signInName, phone, new LinkedHashMap<>());
  }

  private Surfer(Wire wire, String signInName, String phone, Map<String, String> cookies) {
    this.wire = wire;
    this.cookies = cookies;
    this.signInName = signInName;
    this.phone = phone;
  }

  static Surfer mai(Wire wire) {
    return new Surfer(wire, "022190001234", "+84912000001");
  }

  static Surfer hung(Wire wire) {
    return new Surfer(wire, "022088005678", "+84912000002");
  }

  /** Another tab of the same browser. */
  Surfer newTab() {
    return new Surfer(wire, signInName, phone, cookies);
  }

  /** From now on another node answers. */
  Surfer over(Wire other) {
    wire = other;
    return this;
  }

  Surfer holds(String cookie, String value) {
    cookies.put(cookie, value);
    return this;
  }

  boolean holds(String cookie) {
    return cookies.containsKey(cookie);
  }

  Surfer opens(String address) {
    return opens(URI.create(address));
  }

  Surfer opens(URI address) {
    return sends(HttpRequest.newBuilder().GET(), address);
  }

  /** As a page of another site may let a browser do. */
  Surfer posts(URI address, String form) {
    return sends(
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)),
        address);
  }

  /** The form of this page with that action, with these fields filled in besides. */
  Surfer submits(String action, String... fields) {
    var form = form(action).orElseThrow(() -> new AssertionError("No form " + action + this));
    return submits(form, fields);
  }

  private Surfer submits(PageForm form, String... fields) {
    var values = new LinkedHashMap<>(form.fields());
    for (var field = 0; field < fields.length; field += 2) {
      values.put(fields[field], List.of(fields[field + 1]));
    }
    return posts(URI.create(form.action()), encoded(values));
  }

  /** Does what each page asks for until the portal sends him away or shows a page without more. */
  Surfer goesOn() {
    steps.clear();
    for (var step = 0; step < MOST_STEPS; step++) {
      if (location().isPresent()) {
        if (!wire.isOfPortal(location().get())) return this;
        opens(location().get());
      } else if (!doesWhatIsAsked()) {
        return this;
      }
    }
    throw new AssertionError("Walks in circles: " + steps + this);
  }

  private boolean doesWhatIsAsked() {
    var path = here.getPath();
    steps.add(path);
    if (path.equals("/sign-in")) {
      Phones.clear(phone);
      submits("/sign-in", "name", signInName, "password", PASSWORD);
    } else if (path.equals("/sign-in/code")) {
      submits("/sign-in/code", "code", Phones.awaitCode(phone));
    } else if (path.equals("/step-up") && form("/step-up").isPresent()) {
      Phones.clear(phone);
      submits("/step-up");
    } else if (path.equals("/agreement") && form("/agreement").isPresent()) {
      submits(form("/agreement").get());
    } else {
      return false;
    }
    return true;
  }

  /** To which client's address an authorization request led in the end. */
  URI arrives(URI request) {
    opens(request).goesOn();
    return location().orElseThrow(() -> new AssertionError("The walk ended here" + this));
  }

  /** The pages on the way of the last walk, such as {@code /sign-in}. */
  List<String> steps() {
    return List.copyOf(steps);
  }

  int status() {
    return last.statusCode();
  }

  Optional<String> header(String name) {
    return last.headers().firstValue(name);
  }

  /**
   * Where the last answer sends the browser, be it a redirect or a page that leads on by itself.
   */
  Optional<URI> location() {
    return status() / 100 == 3 ? header("Location").map(here::resolve) : leadsOnTo();
  }

  /** Where a page leads by itself. */
  private Optional<URI> leadsOnTo() {
    return header("Refresh").map(it -> here.resolve(it.replaceFirst("^\\d+;\\s*url=", "")));
  }

  /** The page with its entities read. */
  String page() {
    return HtmlUtils.htmlUnescape(last.body());
  }

  private Optional<PageForm> form(String action) {
    return PageForm.in(last.body()).stream()
        .filter(it -> URI.create(it.action()).getPath().equals(action))
        .findFirst();
  }

  private Surfer sends(HttpRequest.Builder request, URI address) {
    here = here.resolve(address);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(it -> it.getKey() + "=" + it.getValue())
              .collect(Collectors.joining("; ")));
    }
    last = wire.send(request, here);
    last.headers().allValues("Set-Cookie").stream()
        .flatMap(header -> HttpCookie.parse(header).stream())
        .forEach(this::keep);
    return this;
  }

  private void keep(HttpCookie cookie) {
    if (cookie.getMaxAge() == 0) cookies.remove(cookie.getName());
    else cookies.put(cookie.getName(), cookie.getValue());
  }

  private static String encoded(Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .flatMap(it -> it.getValue().stream().map(value -> encoded(it.getKey(), value)))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Where he is and what he sees there, for a failed test. */
  @Override
  public String toString() {
    var text = page().replaceAll("(?s)<head.*?</head>|<svg.*?</svg>|<[^>]+>", " ");
    var seen = text.replaceAll("\\s+", " ").strip();
    return " at "
        + here
        + " ("
        + status()
        + "): "
        + seen.substring(0, Math.min(600, seen.length()));
  }
}
