package org.motcua.notifications;

import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountReclaimed;
import org.motcua.identity.AccountReclaimed.Formerly;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** An inbox goes with the person it was written for. */
@Component
class ForgetMessages {

  private final Inbox inbox;

  ForgetMessages(Inbox inbox) {
    this.inbox = inbox;
  }

  @ApplicationModuleListener
  void on(AccountClosed closed) {
    inbox.removeAll(closed.account());
  }

  /** What came while a thief was there was written for the holder all the same. */
  @ApplicationModuleListener
  void on(AccountReclaimed reclaimed) {
    if (reclaimed.formerly() == Formerly.PERHAPS_ANOTHERS) inbox.removeAll(reclaimed.account());
  }
}
