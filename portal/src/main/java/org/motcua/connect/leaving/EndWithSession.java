package org.motcua.connect.leaving;

import org.motcua.connect.model.AgreementStore;
import org.motcua.connect.signons.EndSignOns;
import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountReclaimed;
import org.motcua.identity.SessionEnded;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What ends at the portal ends at the clients. */
@Component
class EndWithSession {

  private final EndSignOns endSignOns;
  private final AgreementStore agreements;

  EndWithSession(EndSignOns endSignOns, AgreementStore agreements) {
    this.endSignOns = endSignOns;
    this.agreements = agreements;
  }

  /** In the same transaction: whoever signs out is not signed on anywhere in the next moment. */
  @EventListener
  void on(SessionEnded event) {
    endSignOns.endSession(event.session());
  }

  /** What another has agreed to in the holder's name does not hold. */
  @ApplicationModuleListener
  void on(AccountReclaimed event) {
    endSignOns.endPerson(event.account());
    event.othersSince().ifPresent(since -> agreements.removeSince(event.account(), since));
  }

  @ApplicationModuleListener
  void on(AccountClosed event) {
    endSignOns.endPerson(event.account());
    agreements.removeAll(event.account());
  }
}
