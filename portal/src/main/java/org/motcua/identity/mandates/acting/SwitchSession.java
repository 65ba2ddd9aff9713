package org.motcua.identity.mandates.acting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.sessions.SessionBeginning;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.stereotype.Component;

/**
 * Goes on as another in a new session under a new id. The old session is nobody's from then on; for
 * a moment it still knows where it went, since the browser sends a second click with the old id and
 * listens to that one's answer alone. The new one is as old as the sign-in: acting for others makes
 * nobody's day longer.
 */
@Component
class SwitchSession {

  private static final String CONTEXT =
      HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;
  private static final String WENT_TO = "motcua.went-to";
  private static final String DESTINATION = "motcua.destination";
  private static final Duration ECHO = Duration.ofSeconds(20);

  private final SessionRepository<? extends Session> sessions;
  private final CookieSerializer cookie;

  SwitchSession(SessionRepository<? extends Session> sessions, CookieSerializer cookie) {
    this.sessions = sessions;
    this.cookie = cookie;
  }

  /**
   * @param note a word for the next page, under {@code name}; null: none
   */
  void to(
      CurrentUser user,
      String destination,
      @Nullable Note note,
      HttpServletRequest request,
      HttpServletResponse response) {
    var old = request.getSession(false);
    var fresh = open(sessions, user, note, old);
    if (old != null) leave(old, fresh, destination);
    SecurityContextHolder.clearContext();
    cookie.writeCookieValue(new CookieValue(request, response, fresh));
  }

  /** Something that the next page says once. */
  record Note(String name, String value) {}

  /**
   * Takes a browser that still came with the old id along.
   *
   * @return where the first click went
   */
  Optional<String> follow(HttpServletRequest request, HttpServletResponse response) {
    var old = request.getSession(false);
    if (old == null
        || !(old.getAttribute(WENT_TO) instanceof String fresh)
        || !(old.getAttribute(DESTINATION) instanceof String destination)) {
      return Optional.empty();
    }
    cookie.writeCookieValue(new CookieValue(request, response, fresh));
    return Optional.of(destination);
  }

  private static void leave(HttpSession old, String fresh, String destination) {
    old.removeAttribute(CONTEXT);
    old.setAttribute(WENT_TO, fresh);
    old.setAttribute(DESTINATION, destination);
    old.setMaxInactiveInterval((int) ECHO.toSeconds());
  }

  private static <S extends Session> String open(
      SessionRepository<S> sessions,
      CurrentUser user,
      @Nullable Note note,
      @Nullable HttpSession old) {
    var session = sessions.createSession();
    if (old != null) SessionBeginning.of(old).goesOnIn(session::setAttribute);
    session.setAttribute(CONTEXT, context(user));
    if (note != null) session.setAttribute(note.name(), note.value());
    sessions.save(session);
    return session.getId();
  }

  private static SecurityContext context(CurrentUser user) {
    return new SecurityContextImpl(
        UsernamePasswordAuthenticationToken.authenticated(
            user, null, AuthorityUtils.createAuthorityList("ROLE_" + user.kind())));
  }
}
