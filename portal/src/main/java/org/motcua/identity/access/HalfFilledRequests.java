package org.motcua.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/**
 * Keeps a request that came without a session until its sender has signed in, then carries it out
 * as it was: a form filled in for an hour is not lost because the session ended meanwhile.
 *
 * <p>Only forms of reasonable size are kept. Of an upload the file itself is gone with the request;
 * its sender comes back to the page that held the upload.
 */
@Component
public class HalfFilledRequests implements RequestCache {

  static final String SIGN_IN = "/sign-in";

  private static final String KEPT_AS = "SPRING_SECURITY_SAVED_REQUEST";
  private static final int LARGEST_KEPT = 256 * 1024;

  private final HttpSessionRequestCache session = new HttpSessionRequestCache();

  /**
   * Where to go after signing in: always an address of this portal, whatever the request claimed.
   */
  public Optional<String> destination(HttpServletRequest request, HttpServletResponse response) {
    return Optional.ofNullable(getRequest(request, response))
        .map(SavedRequest::getRedirectUrl)
        .flatMap(HalfFilledRequests::withinPortal);
  }

  /**
   * After signing in, goes on there instead of with what was asked for.
   *
   * @param path within this portal
   */
  public void goOnAt(String path, HttpServletRequest request) {
    request.getSession().setAttribute(KEPT_AS, new SimpleSavedRequest(path));
  }

  /** Ends the old session; of what it held only the kept request goes on. */
  public HttpSession carryIntoNewSession(HttpServletRequest request) {
    var old = request.getSession(false);
    var kept = old == null ? null : old.getAttribute(KEPT_AS);
    if (old != null) old.invalidate();
    var fresh = request.getSession();
    if (kept != null) fresh.setAttribute(KEPT_AS, kept);
    return fresh;
  }

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    if (comesFromScript(request)) return;
    if (carriesFiles(request) || request.getContentLengthLong() > LARGEST_KEPT) {
      var page =
          Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
              .filter(referer -> sameHost(referer, request))
              .flatMap(HalfFilledRequests::withinPortal)
              .orElse("/my");
      request.getSession().setAttribute(KEPT_AS, new SimpleSavedRequest(page));
      return;
    }
    session.saveRequest(request, response);
  }

  @Override
  public @Nullable SavedRequest getRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return session.getRequest(request, response);
  }

  @Override
  public @Nullable HttpServletRequest getMatchingRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return session.getMatchingRequest(request, response);
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    session.removeRequest(request, response);
  }

  /** Its page is still open, and sends it again; nobody wants to read its answer. */
  private static boolean comesFromScript(HttpServletRequest request) {
    return MediaType.APPLICATION_JSON_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
  }

  private static boolean carriesFiles(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.startsWith("multipart/");
  }

  private static boolean sameHost(String address, HttpServletRequest request) {
    return parse(address).filter(uri -> request.getServerName().equals(uri.getHost())).isPresent();
  }

  private static Optional<String> withinPortal(String address) {
    return parse(address)
        .filter(uri -> uri.getRawPath() != null)
        .filter(uri -> uri.getRawPath().startsWith("/") && !uri.getRawPath().startsWith("//"))
        .map(
            uri ->
                uri.getRawQuery() == null
                    ? uri.getRawPath()
                    : uri.getRawPath() + "?" + uri.getRawQuery());
  }

  private static Optional<URI> parse(String address) {
    try {
      return Optional.of(URI.create(address));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
