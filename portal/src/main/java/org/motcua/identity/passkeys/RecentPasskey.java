package org.motcua.identity.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.access.HalfFilledRequests;
import org.springframework.stereotype.Component;

/**
 * Whether somebody has shown a passkey a moment ago. Who has is believed without the password: it
 * is forgotten, and the phone perhaps lost, while the passkey is at hand.
 */
@Component
public class RecentPasskey {

  private static final String ATTRIBUTE = RecentPasskey.class.getName();
  private static final Duration RECENT = Duration.ofMinutes(15);

  private final Passkeys passkeys;
  private final HalfFilledRequests halfFilled;
  private final Clock clock;

  RecentPasskey(Passkeys passkeys, HalfFilledRequests halfFilled, Clock clock) {
    this.passkeys = passkeys;
    this.halfFilled = halfFilled;
    this.clock = clock;
  }

  /** Remembered in the session that the passkey has just opened. */
  void shown(AccountId account, HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) session.setAttribute(ATTRIBUTE, account + " " + clock.instant());
  }

  public boolean shownBy(CurrentUser user, HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String shown)) return false;
    var parts = shown.split(" ", 2);
    return parts[0].equals(user.signedIn().toString())
        && clock.instant().isBefore(Instant.parse(parts[1]).plus(RECENT));
  }

  public boolean canBeShownBy(CurrentUser user) {
    return passkeys.hasAny(user.signedIn());
  }

  /** Has one shown, and then carries the request out that needs it. */
  public String ask(HttpServletRequest request, HttpServletResponse response) {
    halfFilled.saveRequest(request, response);
    return "redirect:" + PasskeyWay.ADDRESS;
  }
}
