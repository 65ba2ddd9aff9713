package org.motcua.identity.signingin;

import org.motcua.identity.AccountId;
import org.motcua.identity.Factor;
import org.motcua.identity.attempts.SecondWay;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** Everybody has a phone: open to all. */
@Component
class CodeByPhone implements SecondWay {

  private final SignInCodes codes;

  CodeByPhone(SignInCodes codes) {
    this.codes = codes;
  }

  @Override
  public Factor factor() {
    return Factor.SMS_CODE;
  }

  @Override
  public boolean openTo(AccountId account) {
    return codes.phone(account).isPresent();
  }

  @Override
  public String address() {
    return SignInCodes.PAGE;
  }

  @Override
  public String choose(AccountId account, String attempt, Language language) {
    var sent =
        codes.phone(account).filter(phone -> codes.send(attempt, phone, language)).isPresent();
    return sent ? SignInCodes.PAGE : WaysController.TOO_MANY_CODES;
  }
}
