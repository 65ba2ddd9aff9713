package org.motcua.identity.attempts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LastProof;
import org.motcua.identity.access.HalfFilledRequests;
import org.motcua.platform.sessions.SessionBeginning;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.stereotype.Component;

/** Makes a browser's session that of a person, under a new id. */
@Component
public class OpenSession {

  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
  private final HalfFilledRequests halfFilled;
  private final CookieSerializer sessionCookie;
  private final Clock clock;

  OpenSession(HalfFilledRequests halfFilled, CookieSerializer sessionCookie, Clock clock) {
    this.halfFilled = halfFilled;
    this.sessionCookie = sessionCookie;
    this.clock = clock;
  }

  /** The session and where its owner wanted to go. */
  record Opened(String id, String destination) {}

  /** Where people of this kind are at home. */
  public static String home(CurrentUser user) {
    return user.kind() == AccountKind.OFFICER ? "/desk" : "/my";
  }

  /**
   * A new session, not the old one renamed: a request under way with the old id could otherwise
   * write that id back. Only what was asked for before signing in is carried over.
   */
  Opened open(CurrentUser user, HttpServletRequest request, HttpServletResponse response) {
    var destination =
        halfFilled
            .destination(request, response)
            .filter(path -> isFor(user, path))
            .orElseGet(() -> home(user));
    var id = become(user, request, response);
    LastProof.set(request.getSession(), clock.instant());
    return new Opened(id, destination);
  }

  /**
   * Goes on as somebody else, or as the same one known more surely, in a new session.
   *
   * @return the id of the session
   */
  public String become(CurrentUser user, HttpServletRequest request, HttpServletResponse response) {
    var before = goesOn(user) ? request.getSession(false) : null;
    var beginning = before == null ? null : SessionBeginning.of(before);
    var proved = before == null ? clock.instant() : LastProof.of(before);
    var session = halfFilled.carryIntoNewSession(request);
    if (beginning != null) beginning.goesOnIn(session::setAttribute);
    LastProof.set(session, proved);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication(user));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    return session.getId();
  }

  /** Who only shows more than before has not signed in anew: his day goes on. */
  private static boolean goesOn(CurrentUser user) {
    return signedIn().filter(before -> before.signedIn().equals(user.signedIn())).isPresent();
  }

  /** Whoever is signed in already. */
  static Optional<CurrentUser> signedIn() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .map(Authentication::getPrincipal)
        .filter(CurrentUser.class::isInstance)
        .map(CurrentUser.class::cast);
  }

  /** Hands the session of the first click to the browser, which has dropped that click's answer. */
  void rejoin(String sessionId, HttpServletRequest request, HttpServletResponse response) {
    sessionCookie.writeCookieValue(new CookieValue(request, response, sessionId));
  }

  /** An officer has no business under /my, nor a citizen at the desk, whatever was asked before. */
  private static boolean isFor(CurrentUser user, String path) {
    return user.kind() == AccountKind.OFFICER ? !under(path, "/my") : !under(path, "/desk");
  }

  private static boolean under(String path, String part) {
    return path.equals(part) || path.startsWith(part + "/") || path.startsWith(part + "?");
  }

  private static Authentication authentication(CurrentUser user) {
    return UsernamePasswordAuthenticationToken.authenticated(
        user, null, AuthorityUtils.createAuthorityList("ROLE_" + user.kind()));
  }
}
