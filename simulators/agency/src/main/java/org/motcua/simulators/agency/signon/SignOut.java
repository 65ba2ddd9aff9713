package org.motcua.simulators.agency.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.agency.people.Happenings;
import org.motcua.simulators.agency.people.Visitor;
import org.motcua.simulators.agency.people.What;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who leaves here leaves the portal as well, and with it every other agency (RP-initiated logout).
 */
@Component
class SignOut implements LogoutSuccessHandler {

  private static final String STATE = "agency.sign-out-state";

  private final Provider provider;
  private final SignOnSettings settings;
  private final Happenings happenings;

  SignOut(Provider provider, SignOnSettings settings, Happenings happenings) {
    this.provider = provider;
    this.settings = settings;
    this.happenings = happenings;
  }

  /** When it is called the session here has ended already. */
  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    if (authentication == null || !(authentication.getPrincipal() instanceof Visitor visitor)) {
      response.sendRedirect("/");
      return;
    }
    happenings.record(What.SIGNED_OUT, visitor.identity(), null);
    var address = atPortal(visitor, request);
    response.sendRedirect(address.orElse("/signed-out-here"));
  }

  private Optional<String> atPortal(Visitor visitor, HttpServletRequest request) {
    return endOfSessions()
        .map(
            address ->
                UriComponentsBuilder.fromUriString(address)
                    .queryParam("id_token_hint", "{token}")
                    .queryParam("post_logout_redirect_uri", "{back}")
                    .queryParam("state", "{state}")
                    .encode()
                    .buildAndExpand(
                        visitor.getIdToken().getTokenValue(),
                        settings.address() + "/",
                        newState(request))
                    .toUriString());
  }

  /** Empty when the portal has no such door, or does not answer. */
  private Optional<String> endOfSessions() {
    try {
      var metadata = provider.discover().getProviderDetails().getConfigurationMetadata();
      return Optional.ofNullable((String) metadata.get("end_session_endpoint"));
    } catch (PortalAwayException e) {
      return Optional.empty();
    }
  }

  private static String newState(HttpServletRequest request) {
    var state = UUID.randomUUID().toString();
    request.getSession().setAttribute(STATE, state);
    return state;
  }

  /** Whether this is the way back from a sign-out that began here. */
  static boolean isComplete(HttpServletRequest request) {
    var session = request.getSession(false);
    var expected = session == null ? null : session.getAttribute(STATE);
    return expected != null && expected.equals(request.getParameter("state"));
  }
}
