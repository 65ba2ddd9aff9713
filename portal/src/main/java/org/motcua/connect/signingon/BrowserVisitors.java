package org.motcua.connect.signingon;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.motcua.connect.model.Client;
import org.motcua.connect.sandbox.SandboxSession;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LastProof;
import org.motcua.platform.sessions.SessionBeginning;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whom a client gets to see: the person who is signed in, or the one made up for the sandbox. */
@Component
class BrowserVisitors {

  Optional<Visitor> at(HttpServletRequest request, Client client) {
    var session = request.getSession(false);
    if (session == null) return Optional.empty();
    var key = SessionBeginning.of(session).key();
    if (client.sandbox()) {
      return SandboxSession.of(session).map(it -> new Visitor(it.user(), key, it.chosenAt()));
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof CurrentUser user
        ? Optional.of(new Visitor(user, key, LastProof.of(session)))
        : Optional.empty();
  }
}
