package org.motcua.notifications;

import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells somebody something: a message in the inbox and an SMS, both in the caller's transaction.
 */
@Component
public class Notifications {

  private final Inbox inbox;
  private final Accounts accounts;
  private final SmsGateway sms;
  private final Messages messages;

  Notifications(Inbox inbox, Accounts accounts, SmsGateway sms, Messages messages) {
    this.inbox = inbox;
    this.accounts = accounts;
    this.sms = sms;
    this.messages = messages;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void send(AccountId to, Notice notice) {
    deliver(to, notice, null);
  }

  /**
   * Sends it once only, however often it is called with this key: for listeners, which may run
   * twice.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sendOnce(String key, AccountId to, Notice notice) {
    deliver(to, notice, key);
  }

  private void deliver(AccountId to, Notice notice, @Nullable String onceKey) {
    var person = accounts.findPerson(to);
    // Who has closed his account reads nothing any more, though his dossiers may go on.
    if (person.isEmpty() || !inbox.add(NewId.next(), to, notice, onceKey)) return;
    sms.send(
        person.get().phone(),
        messages.text(
            accounts.languageOf(to), notice.key() + ".sms", notice.arguments().toArray()));
  }
}
