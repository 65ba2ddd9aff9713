package org.motcua.identity.passkeys;

import org.motcua.identity.AccountId;
import org.motcua.identity.Factor;
import org.motcua.identity.attempts.SecondWay;
import org.springframework.stereotype.Component;

@Component
class PasskeyWay implements SecondWay {

  static final String ADDRESS = "/sign-in/passkey";

  private final Passkeys passkeys;

  PasskeyWay(Passkeys passkeys) {
    this.passkeys = passkeys;
  }

  @Override
  public Factor factor() {
    return Factor.PASSKEY;
  }

  @Override
  public boolean openTo(AccountId account) {
    return passkeys.hasAny(account);
  }

  @Override
  public String address() {
    return ADDRESS;
  }
}
