package org.motcua.platform.sms;

import java.time.Duration;
import java.time.Instant;
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
 * Sends short messages: durably, in the transaction of the use case that sends. If that one is
 * rolled back, nothing goes out; once it stands, the message is tried until the operator takes it.
 *
 * <p>Phones are in international form, such as {@code +84912000001}.
 */
@Component
public class SmsGateway {

  private static final Duration WORTH_SENDING = Duration.ofDays(3);
  private static final int SHOWN_DIGITS = 3;

  private final Outbox outbox;
  private final JsonMapper json;

  SmsGateway(Outbox outbox, JsonMapper json) {
    this.outbox = outbox;
    this.json = json;
  }

  /** What somebody should know at once. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(String phone, String text) {
    put(phone, text, true, null, null, WORTH_SENDING);
  }

  /**
   * @param validFor afterwards it is of no use to anybody, and not sent any more
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void sendCode(String phone, String text, Duration validFor) {
    put(phone, text, true, null, null, validFor);
  }

  /**
   * What can wait.
   *
   * @param about what it announces: by this {@link Outbox#deliveriesOf} tells how far it is
   * @param heldUntil not to be sent before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void announce(UUID about, String phone, String text, @Nullable Instant heldUntil) {
    put(phone, text, false, about, heldUntil, WORTH_SENDING);
  }

  private void put(
      String phone,
      String text,
      boolean urgent,
      @Nullable UUID about,
      @Nullable Instant heldUntil,
      Duration worthFor) {
    var sms = new Sms(NewId.next(), phone, text);
    outbox.put(
        new OutgoingMessage(
            sms.id(),
            Way.SMS,
            "…" + phone.substring(Math.max(0, phone.length() - SHOWN_DIGITS)),
            json.writeValueAsString(sms),
            urgent,
            about,
            heldUntil,
            worthFor));
  }
}
