package org.motcua.payments.gateway;

import org.springframework.stereotype.Component;

/** Ends what nobody has paid, for tests of other packages. */
@Component
public class ExpiredPayments {

  private final ExpirePayments expire;

  ExpiredPayments(ExpirePayments expire) {
    this.expire = expire;
  }

  public void expireAll() {
    expire.expireAll();
  }
}
