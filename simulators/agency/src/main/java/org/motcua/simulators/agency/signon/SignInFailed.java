package org.motcua.simulators.agency.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.motcua.simulators.agency.people.Happenings;
import org.motcua.simulators.agency.people.What;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Leads who could not be signed in to a page that says what he can do. */
@Component
class SignInFailed implements AuthenticationFailureHandler {

  private static final Logger log = LoggerFactory.getLogger(SignInFailed.class);

  private final Happenings happenings;

  SignInFailed(Happenings happenings) {
    this.happenings = happenings;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    var trouble = SignInTrouble.of(failure);
    if (trouble == SignInTrouble.STALE && Presences.isSignedIn(request)) {
      // Back to a page already answered: he is signed in, so there is nothing to tell.
      response.sendRedirect("/my");
      return;
    }
    if (trouble.isRefusal()) {
      log.info("No sign-in ({}): {}", trouble, failure.getMessage());
      happenings.record(What.SIGN_IN_FAILED, trouble.key());
    }
    response.sendRedirect(trouble.address());
  }

  static AuthenticationException away(PortalAwayException cause) {
    return new AuthenticationServiceException("The portal is away", cause);
  }
}
