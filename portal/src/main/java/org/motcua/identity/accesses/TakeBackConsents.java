package org.motcua.identity.accesses;

import org.motcua.identity.AccountReclaimed;
import org.motcua.identity.Consents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What another has agreed to in the holder's name does not hold. */
@Component
class TakeBackConsents {

  private final Consents consents;

  TakeBackConsents(Consents consents) {
    this.consents = consents;
  }

  @EventListener
  void on(AccountReclaimed reclaimed) {
    reclaimed.othersSince().ifPresent(since -> consents.withdrawAll(reclaimed.account(), since));
  }
}
