package org.motcua.platform.mail;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.outgoing.Outbox;
import org.motcua.platform.outgoing.OutgoingMessage;
import org.motcua.platform.outgoing.Way;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends e-mail: durably, in the transaction of the use case that sends. If that one is rolled back,
 * nothing goes out; once it stands, the message is tried until the mail server takes it.
 */
@Component
public class MailGateway {

  private static final Duration WORTH_SENDING = Duration.ofDays(5);

  private final Outbox outbox;
  private final JsonMapper json;

  MailGateway(Outbox outbox, JsonMapper json) {
    this.outbox = outbox;
    this.json = json;
  }

  /** What somebody should know at once. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(String address, String subject, String text) {
    put(new Mail(NewId.next(), address, subject, text, null, null), true, null, WORTH_SENDING);
  }

  /** The same with a file. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(String address, String subject, String text, Enclosure enclosed) {
    put(new Mail(NewId.next(), address, subject, text, null, enclosed), true, null, WORTH_SENDING);
  }

  /**
   * @param validFor afterwards it is of no use to anybody, and not sent any more
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sendCode(String address, String subject, String text, Duration validFor) {
    put(new Mail(NewId.next(), address, subject, text, null, null), true, null, validFor);
  }

  /**
   * What can wait.
   *
   * @param about what it announces: by this {@link Outbox#deliveriesOf} tells how far it is
   * @param html the same as the text, for mail programs that show pages
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void announce(UUID about, String address, String subject, String text, String html) {
    put(new Mail(NewId.next(), address, subject, text, html, null), false, about, WORTH_SENDING);
  }

  private void put(Mail mail, boolean urgent, @Nullable UUID about, Duration worthFor) {
    outbox.put(
        new OutgoingMessage(
            mail.id(),
            Way.MAIL,
            shown(mail.to()),
            json.writeValueAsString(mail),
            urgent,
            about,
            null,
            worthFor));
  }

  /** {@code mai.nguyen@motcua.example} is shown as {@code m…@motcua.example}. */
  private static String shown(String address) {
    var at = address.lastIndexOf('@');
    return at < 1 ? "…" : address.charAt(0) + "…" + address.substring(at);
  }
}
