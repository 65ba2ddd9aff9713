package org.motcua.catalogue.reading;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Answers for procedures' pages from {@link KeptPages}, before sessions and everything else are
 * asked: it is what half of the country reads.
 *
 * <p>Only for requests that tell nothing of who asks: no session, no parameters. The language and
 * the province, which are cookies, are part of the key.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SendKeptPages extends OncePerRequestFilter {

  private static final Pattern PAGE = Pattern.compile("/procedures/\\d\\.[0-9A-Z.]+");
  private static final Pattern CHOICE = Pattern.compile("[A-Za-z0-9]{0,3}(-[A-Za-z]{2})?");
  private static final String SESSION_COOKIE = "motcua_session";
  private static final String LANGUAGE_COOKIE = "motcua_language";

  /** Those of one request or connection, and those that {@link KeptPage} sets itself. */
  private static final Set<String> NOT_KEPT =
      Set.of("x-reference", "date", "connection", "content-length", "content-type", "vary");

  private final KeptPages pages;

  SendKeptPages(KeptPages pages) {
    this.pages = pages;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !(request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
        || request.getQueryString() != null
        || !PAGE.matcher(request.getRequestURI()).matches()
        || WebUtils.getCookie(request, SESSION_COOKIE) != null
        || !isOurs(cookie(request, LANGUAGE_COOKIE))
        || !isOurs(cookie(request, ReaderProvince.COOKIE));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var key = key(request);
    var kept = pages.find(key);
    if (kept.isPresent()) {
      kept.get().send(request, response);
      return;
    }
    if (!request.getMethod().equals("GET")
        || request.getHeader(HttpHeaders.IF_NONE_MATCH) != null) {
      chain.doFilter(request, response);
      return;
    }
    make(key, request, response, chain);
  }

  private void make(
      String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var changes = pages.changes();
    var made = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, made);
    if (mayBeKept(made)) {
      var contentType = made.getContentType();
      var page =
          KeptPage.of(
              headers(made),
              contentType,
              made.getHeader(HttpHeaders.ETAG),
              made.getContentAsByteArray());
      pages.keep(key, page, changes);
    }
    made.copyBodyToResponse();
  }

  private static boolean mayBeKept(HttpServletResponse response) {
    return response.getStatus() == HttpStatus.OK.value()
        && response.getContentType() != null
        && response.getHeader(HttpHeaders.SET_COOKIE) == null;
  }

  private static Map<String, List<String>> headers(HttpServletResponse response) {
    var headers = new LinkedHashMap<String, List<String>>();
    for (var name : response.getHeaderNames()) {
      if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT)))
        headers.put(name, List.copyOf(response.getHeaders(name)));
    }
    headers.put(HttpHeaders.VARY, List.of("Cookie, Accept-Encoding"));
    return headers;
  }

  private static String key(HttpServletRequest request) {
    return request.getRequestURI()
        + "|"
        + cookie(request, LANGUAGE_COOKIE)
        + "|"
        + cookie(request, ReaderProvince.COOKIE);
  }

  /** What is no value of ours makes a page that is nobody else's: it is neither kept nor found. */
  private static boolean isOurs(String cookie) {
    return CHOICE.matcher(cookie).matches();
  }

  private static String cookie(HttpServletRequest request, String name) {
    var cookie = WebUtils.getCookie(request, name);
    return cookie == null ? "" : cookie.getValue();
  }
}
