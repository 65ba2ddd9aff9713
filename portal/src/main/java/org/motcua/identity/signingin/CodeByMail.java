package org.motcua.identity.signingin;

import org.motcua.identity.AccountId;
import org.motcua.identity.Factor;
import org.motcua.identity.attempts.SecondWay;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** For those who have shown that a mailbox is theirs. */
@Component
class CodeByMail implements SecondWay {

  private final SignInCodes codes;

  CodeByMail(SignInCodes codes) {
    this.codes = codes;
  }

  @Override
  public Factor factor() {
    return Factor.EMAIL_CODE;
  }

  @Override
  public boolean openTo(AccountId account) {
    return codes.mailbox(account).isPresent();
  }

  @Override
  public String address() {
    return SignInCodes.PAGE;
  }

  @Override
  public String choose(AccountId account, String attempt, Language language) {
    var sent =
        codes
            .mailbox(account)
            .filter(mailbox -> codes.send(attempt, mailbox, language))
            .isPresent();
    return sent ? SignInCodes.PAGE : WaysController.TOO_MANY_CODES;
  }
}
