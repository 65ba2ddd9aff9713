package org.motcua.identity.parcels;

import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountReclaimed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A parcel of an account that has changed hands may hold another's data; it is quickly made again.
 */
@Component
class ForgetParcels {

  private final Parcels parcels;

  ForgetParcels(Parcels parcels) {
    this.parcels = parcels;
  }

  @EventListener
  void on(AccountClosed closed) {
    parcels.forgetAll(closed.account());
  }

  @EventListener
  void on(AccountReclaimed reclaimed) {
    parcels.forgetAll(reclaimed.account());
  }
}
