package org.motcua.identity.resetting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.motcua.identity.attempts.Resettings;
import org.motcua.identity.codes.Codes;
import org.motcua.identity.codes.Codes.Checked;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The code that came to the phone. */
@Service
class ConfirmReset {

  private final Codes codes;
  private final Resettings resettings;

  ConfirmReset(Codes codes, Resettings resettings) {
    this.codes = codes;
    this.resettings = resettings;
  }

  @Transactional
  public Checked confirm(
      Reset reset, String typed, HttpServletRequest request, HttpServletResponse response) {
    var checked = codes.check(SendResetCode.PURPOSE, reset.subject(), typed);
    if (!(checked instanceof Checked.Right)) return checked;
    // A code that nobody was sent can be guessed, too.
    if (reset.account() == null) return new Checked.Expired();
    resettings.begin(reset.account(), request, response);
    return checked;
  }
}
