package org.motcua.notifications;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.ContactPoints;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.mail.MailGateway;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells somebody something: a message in the inbox, and word of it by SMS and e-mail as he wants
 * them, all in the caller's transaction and one row each.
 */
@Component
public class Notifications {

  private final Inbox inbox;
  private final Accounts accounts;
  private final SmsGateway sms;
  private final MailGateway mail;
  private final MailWords mailWords;
  private final Messages messages;
  private final Clock clock;

  Notifications(
      Inbox inbox,
      Accounts accounts,
      SmsGateway sms,
      MailGateway mail,
      MailWords mailWords,
      Messages messages,
      Clock clock) {
    this.inbox = inbox;
    this.accounts = accounts;
    this.sms = sms;
    this.mail = mail;
    this.mailWords = mailWords;
    this.messages = messages;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void send(AccountId to, Notice notice) {
    deliver(to, language -> notice, null);
  }

  /**
   * Sends it once only, however often it is called with this key: for listeners, which may run
   * twice.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sendOnce(String key, AccountId to, Notice notice) {
    deliver(to, language -> notice, key);
  }

  /**
   * The same of what is written otherwise in each language: dates, sums of money.
   *
   * @param notice in the reader's language
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sendOnce(String key, AccountId to, Function<Language, Notice> notice) {
    deliver(to, notice, key);
  }

  private void deliver(AccountId to, Function<Language, Notice> worded, @Nullable String onceKey) {
    // Who has closed his account reads nothing any more, though his dossiers may go on.
    accounts
        .findContactPoints(to)
        .ifPresent(person -> deliver(to, person, worded.apply(person.language()), onceKey));
  }

  private void deliver(
      AccountId to, ContactPoints person, Notice notice, @Nullable String onceKey) {
    var message = NewId.next();
    inbox
        .add(message, to, notice, onceKey)
        .ifPresent(wanted -> tell(message, notice, person, wanted));
  }

  private void tell(UUID message, Notice notice, ContactPoints person, Preferences wanted) {
    if (wanted.bySms().contains(notice.kind())) text(message, notice, person, wanted);
    if (wanted.byMail().contains(notice.kind())) write(message, notice, person);
  }

  private void text(UUID message, Notice notice, ContactPoints to, Preferences wanted) {
    var quiet = wanted.quiet();
    sms.announce(
        message,
        to.phone(),
        messages.text(to.language(), notice.key() + ".sms", notice.arguments().toArray()),
        quiet == null ? null : quiet.quietUntil(clock.instant()));
  }

  private void write(UUID message, Notice notice, ContactPoints to) {
    var address = to.email();
    if (address == null) return;
    var words = mailWords.of(notice, to.language());
    mail.announce(message, address, words.subject(), words.text(), words.html());
  }
}
