package org.motcua.identity.certificates;

import org.motcua.identity.AccountId;
import org.motcua.identity.Factor;
import org.motcua.identity.attempts.SecondWay;
import org.springframework.stereotype.Component;

@Component
class CertificateWay implements SecondWay {

  static final String ADDRESS = "/sign-in/certificate";

  private final Certificates certificates;

  CertificateWay(Certificates certificates) {
    this.certificates = certificates;
  }

  @Override
  public Factor factor() {
    return Factor.CERTIFICATE;
  }

  @Override
  public boolean openTo(AccountId account) {
    return !certificates.listOf(account).isEmpty();
  }

  @Override
  public String address() {
    return ADDRESS;
  }
}
