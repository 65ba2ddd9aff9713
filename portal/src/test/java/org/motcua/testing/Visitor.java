package org.motcua.testing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/**
 * A browser without JavaScript: keeps cookies, sends a form's hidden token along, follows redirects
 * when told to.
 */
public final class Visitor {

  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  /** The mock servlet container does not read the cookie's name from the settings. */
  private static final String SESSION = "SESSION";

  private final MockMvc mvc;
  private final Map<String, Cookie> cookies = new LinkedHashMap<>();
  private String address = "203.0.113.10";
  private String formToken = "";
  private MockHttpServletResponse last = new MockHttpServletResponse();

  public Visitor(MockMvc mvc) {
    this.mvc = mvc;
  }

  /** The network address from which this browser comes. */
  public Visitor from(String address) {
    this.address = address;
    return this;
  }

  public Visitor opens(String path) {
    return sends(get(URI.create(path)));
  }

  /**
   * @param fields names and values by turns
   */
  public Visitor submits(String path, String... fields) {
    var form = post(URI.create(path)).param("_csrf", formToken);
    for (var field = 0; field < fields.length; field += 2) {
      form.param(fields[field], fields[field + 1]);
    }
    return sends(form);
  }

  public Visitor follows() {
    return opens(location());
  }

  /** Signs in with password and code, as a person does. */
  public Visitor signsIn(String name, String password, String phone) {
    Phones.clear(phone);
    opens("/sign-in");
    submits("/sign-in", "name", name, "password", password);
    follows();
    return submits("/sign-in/code", "code", Phones.awaitCode(phone));
  }

  public Visitor forgets(String cookie) {
    cookies.remove(cookie);
    return this;
  }

  /** All that it holds. */
  public List<Cookie> cookies() {
    return List.copyOf(cookies.values());
  }

  /** As it was before a click whose answer never arrived. */
  public Visitor copy() {
    var copy = new Visitor(mvc).from(address);
    copy.cookies.putAll(cookies);
    copy.formToken = formToken;
    return copy;
  }

  public int status() {
    return last.getStatus();
  }

  public String location() {
    var location = last.getRedirectedUrl();
    return location == null ? "" : location;
  }

  /** The page with its entities read. */
  public String page() {
    return HtmlUtils.htmlUnescape(new String(last.getContentAsByteArray(), StandardCharsets.UTF_8));
  }

  /** What happens to somebody who was away too long. */
  public Visitor losesSession() {
    return forgets(SESSION);
  }

  public String session() {
    return cookie(SESSION);
  }

  public String cookie(String name) {
    var cookie = cookies.get(name);
    return cookie == null ? "" : cookie.getValue();
  }

  private Visitor sends(MockHttpServletRequestBuilder request) {
    request.with(
        plain -> {
          plain.setRemoteAddr(address);
          return plain;
        });
    if (!cookies.isEmpty()) request.cookie(cookies.values().toArray(Cookie[]::new));
    try {
      last = mvc.perform(request).andReturn().getResponse();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    for (var cookie : last.getCookies()) {
      if (cookie.getMaxAge() == 0) cookies.remove(cookie.getName());
      else cookies.put(cookie.getName(), cookie);
    }
    var token = FORM_TOKEN.matcher(page());
    if (token.find()) formToken = token.group(1);
    return this;
  }
}
