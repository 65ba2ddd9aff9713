package org.motcua.connect.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.motcua.identity.CurrentUser;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Sessions of people who have signed in some time ago, without the walk through the pages. */
final class BrowserSessions<S extends Session> {

  private static final String COOKIE = "motcua_session";

  private final SessionRepository<S> sessions;

  BrowserSessions(SessionRepository<S> sessions) {
    this.sessions = sessions;
  }

  Surfer signsIn(Surfer surfer, CurrentUser user) {
    var session = sessions.createSession();
    session.setAttribute(
        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
        new SecurityContextImpl(
            UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList("ROLE_" + user.kind()))));
    sessions.save(session);
    var id = session.getId().getBytes(StandardCharsets.UTF_8);
    return surfer.holds(COOKIE, Base64.getEncoder().encodeToString(id));
  }
}
