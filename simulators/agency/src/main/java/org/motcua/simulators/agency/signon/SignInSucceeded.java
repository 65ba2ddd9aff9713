package org.motcua.simulators.agency.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.motcua.simulators.agency.people.Happenings;
import org.motcua.simulators.agency.people.Joining;
import org.motcua.simulators.agency.people.Level;
import org.motcua.simulators.agency.people.NationalIdentity;
import org.motcua.simulators.agency.people.ReturnAddress;
import org.motcua.simulators.agency.people.Standing.Known;
import org.motcua.simulators.agency.people.Visitor;
import org.motcua.simulators.agency.people.What;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Somebody has come from the portal: he goes on to where he wanted, by way of his account. */
@Component
class SignInSucceeded implements AuthenticationSuccessHandler {

  private final Joining joining;
  private final Happenings happenings;
  private final Presences presences;

  SignInSucceeded(Joining joining, Happenings happenings, Presences presences) {
    this.joining = joining;
    this.happenings = happenings;
    this.presences = presences;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    var visitor = (Visitor) Objects.requireNonNull(authentication.getPrincipal());
    presences.begin(visitor.getIdToken(), request.getSession());

    var signIn = PendingSignIns.answered(request);
    var needed = signIn.map(SignInRequests::level).orElse(Level.PASSWORD);
    var enough = visitor.identity().level().reaches(needed);
    note(visitor.identity(), needed, enough);

    var address = signIn.map(SignInRequests::returnAddress).orElse(ReturnAddress.HOME);
    if (joining.arrive(visitor.identity()) instanceof Known) {
      response.sendRedirect(enough ? address : address + "?asked=yes");
    } else {
      ReturnAddress.remember(address, request.getSession());
      response.sendRedirect("/joining");
    }
  }

  private void note(NationalIdentity person, Level needed, boolean enough) {
    var what =
        needed == Level.PASSWORD
            ? What.SIGNED_IN
            : enough ? What.SHOWED_MORE : What.SHOWED_TOO_LITTLE;
    happenings.record(what, person, person.level().acr());
  }
}
