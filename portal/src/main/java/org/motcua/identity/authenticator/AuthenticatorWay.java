package org.motcua.identity.authenticator;

import org.motcua.identity.AccountId;
import org.motcua.identity.Factor;
import org.motcua.identity.attempts.SecondWay;
import org.springframework.stereotype.Component;

@Component
class AuthenticatorWay implements SecondWay {

  static final String ADDRESS = "/sign-in/authenticator";

  private final AuthenticatorApps apps;

  AuthenticatorWay(AuthenticatorApps apps) {
    this.apps = apps;
  }

  @Override
  public Factor factor() {
    return Factor.AUTHENTICATOR_APP;
  }

  @Override
  public boolean openTo(AccountId account) {
    return apps.find(account).isPresent();
  }

  @Override
  public String address() {
    return ADDRESS;
  }
}
