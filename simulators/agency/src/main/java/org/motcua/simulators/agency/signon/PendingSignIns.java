package org.motcua.simulators.agency.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * Sign-ins under way in a browser, by their state; each is answered once. There may be several:
 * people open a second window.
 */
@Component
class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final int AT_MOST = 10;
  private static final String PENDING = "agency.pending-sign-ins";
  private static final String ANSWERED = "agency.answered-sign-in";
  private static final String ANSWERED_AT = "agency.answered-sign-in-at";

  private final Clock clock;

  PendingSignIns(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest signIn,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (signIn == null) {
      removeAuthorizationRequest(request, response);
      return;
    }
    var pending = pending(request);
    pending.put(signIn.getState(), signIn);
    while (pending.size() > AT_MOST) pending.remove(pending.keySet().iterator().next());
    request.getSession().setAttribute(PENDING, pending);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    var state = request.getParameter("state");
    return state == null ? null : pending(request).get(state);
  }

  @Override
  public synchronized @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    var signIn = loadAuthorizationRequest(request);
    if (signIn == null) return null;
    var pending = pending(request);
    pending.remove(signIn.getState());
    request.getSession().setAttribute(PENDING, pending);
    request.setAttribute(ANSWERED, signIn);
    request.setAttribute(ANSWERED_AT, clock.instant());
    return signIn;
  }

  /** The one to which this request brings the answer. */
  static Optional<OAuth2AuthorizationRequest> answered(HttpServletRequest request) {
    return Optional.ofNullable((OAuth2AuthorizationRequest) request.getAttribute(ANSWERED));
  }

  /** When it was brought, which is before it was exchanged for anything. */
  static Instant answeredAt(HttpServletRequest request) {
    return Objects.requireNonNull((Instant) request.getAttribute(ANSWERED_AT));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, OAuth2AuthorizationRequest> pending(HttpServletRequest request) {
    var session = request.getSession(false);
    var kept = session == null ? null : session.getAttribute(PENDING);
    return kept == null
        ? new LinkedHashMap<>()
        : new LinkedHashMap<>((Map<String, OAuth2AuthorizationRequest>) kept);
  }
}
