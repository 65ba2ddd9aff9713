package org.motcua.simulators.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A browser with the cookie of one session, which knows how to sign in at the fake portal. */
public final class Window {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final MockMvcTester mvc;
  private final FakeProvider provider;
  private @Nullable MockHttpSession session;
  private String formToken = "";

  Window(MockMvcTester mvc, FakeProvider provider) {
    this.mvc = mvc;
    this.provider = provider;
  }

  public MvcTestResult get(String address) {
    return send(HttpMethod.GET, address, Map.of());
  }

  /** Sends the form as the page last seen would. */
  public MvcTestResult post(String address) {
    return send(HttpMethod.POST, address, Map.of("_csrf", formToken));
  }

  private MvcTestResult send(HttpMethod method, String address, Map<String, String> parameters) {
    var request = mvc.method(method).uri(URI.create(address));
    parameters.forEach(request::param);
    if (session != null && !session.isInvalid()) request.session(session);
    var result = request.exchange();
    session = (MockHttpSession) result.getRequest().getSession(false);
    var token = TOKEN.matcher(body(result));
    if (token.find()) formToken = token.group(1);
    return result;
  }

  /** Follows what we answer with, as long as it leads to ourselves. */
  public MvcTestResult follow(MvcTestResult result) {
    var next = result;
    while (isToOurselves(next)) next = get(location(next));
    return next;
  }

  private static boolean isToOurselves(MvcTestResult result) {
    var location = result.getResponse().getHeader("Location");
    return location != null && location.startsWith("/");
  }

  public static String location(MvcTestResult result) {
    return Objects.requireNonNull(result.getResponse().getHeader("Location"), "no redirect");
  }

  public static String body(MvcTestResult result) {
    try {
      return result.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** To the portal; what it is asked. */
  public URI ask(String query) {
    var result = get("/oauth2/authorization/motcua" + query);
    assertThat(result).hasStatus(302);
    return URI.create(location(result));
  }

  /** Back from the portal with this answer. */
  public MvcTestResult answer(Map<String, String> answer) {
    return send(HttpMethod.GET, "/login/oauth2/code/motcua", answer);
  }

  /** To the portal and back, to where that leads. */
  public MvcTestResult signIn(FakePerson person) {
    return follow(answer(provider.approve(ask(""), person)));
  }

  /** Signs in and takes whatever account is offered. */
  public MvcTestResult arrive(FakePerson person) {
    var asked = body(signIn(person));
    if (asked.contains("/joining/old-account")) return follow(post("/joining/old-account"));
    if (asked.contains("/joining/new-account")) return follow(post("/joining/new-account"));
    return get("/my");
  }
}
