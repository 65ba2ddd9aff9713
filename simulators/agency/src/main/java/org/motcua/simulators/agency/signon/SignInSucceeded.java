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
  private final HeardLogouts heard;

  SignInSucceeded(Joining joining, Happenings happenings, Presences presences, HeardLogouts heard) {
    this.joining = joining;
    this.happenings = happenings;
    this.presences = presences;
    this.heard = heard;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    var visitor = (Visitor) Objects.requireNonNull(authentication.getPrincipal());
    presences.begin(visitor.getIdToken(), request.getSession());
    if (heard.hasEnded(visitor.getIdToken(), PendingSignIns.answeredAt(request))) {
      turnAway(request, response);
      return;
    }
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

  /** He has signed out elsewhere meanwhile, and is told the same as if it had been later. */
  private void turnAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var session = request.getSession(false);
    if (session != null) session.invalidate();
    happenings.record(What.SIGNED_OUT_BY_PORTAL, "1");
    response.sendRedirect("/sign-in?to=" + ReturnAddress.HOME + "&ended=yes");
  }

  private void note(NationalIdentity person, Level needed, boolean enough) {
    var what =
        needed == Level.PASSWORD
            ? What.SIGNED_IN
            : enough ? What.SHOWED_MORE : What.SHOWED_TOO_LITTLE;
    happenings.record(what, person, person.level().acr());
  }
}
