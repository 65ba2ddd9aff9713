package org.motcua.connect.agreeing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.Client;
import org.motcua.connect.sandbox.SandboxSession;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Representation;
import org.springframework.stereotype.Component;

/**
 * Who decides about a client at this browser: whoever may sign in there. The others are told on the
 * way why they may not.
 */
@Component
class Deciders {

  private final Representation representation;

  Deciders(Representation representation) {
    this.representation = representation;
  }

  Optional<CurrentUser> at(
      HttpServletRequest request, @Nullable CurrentUser signedIn, Client client) {
    if (client.sandbox()) {
      return Optional.ofNullable(request.getSession(false))
          .flatMap(SandboxSession::of)
          .map(SandboxSession::user);
    }
    return Optional.ofNullable(signedIn)
        .filter(user -> !user.officer() && !representation.isLimited(user));
  }
}
