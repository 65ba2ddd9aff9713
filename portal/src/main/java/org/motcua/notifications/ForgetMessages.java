package org.motcua.notifications;

import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountReclaimed;
import org.motcua.identity.AccountReclaimed.Formerly;
import org.motcua.platform.outgoing.Outbox;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** An inbox goes with the person it was written for. */
@Component
class ForgetMessages {

  private final Inbox inbox;
  private final PreferenceStore preferences;
  private final Outbox outbox;

  ForgetMessages(Inbox inbox, PreferenceStore preferences, Outbox outbox) {
    this.inbox = inbox;
    this.preferences = preferences;
    this.outbox = outbox;
  }

  @ApplicationModuleListener
  void on(AccountClosed closed) {
    forget(closed.account());
    preferences.remove(closed.account());
  }

  /** What came while a thief was there was written for the holder all the same. */
  @ApplicationModuleListener
  void on(AccountReclaimed reclaimed) {
    if (reclaimed.formerly() == Formerly.PERHAPS_ANOTHERS) forget(reclaimed.account());
  }

  /** Also what is still on its way. */
  private void forget(AccountId account) {
    outbox.forget(inbox.removeAll(account));
  }
}
