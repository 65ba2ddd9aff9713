package org.motcua.payments.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.PaymentId;

/**
 * Money that goes back to whoever has paid.
 *
 * @param attempt by which it came
 * @param surplus nothing was owed for it: it never was a beneficiary's, and no payment is changed
 * @param reason in an officer's words, or {@link #RULE} and the name of a rule
 * @param destination another account than the one that it came from; null: the same way back
 * @param orderedBy as the audit trail names people
 * @param decided who agreed or declined where two were needed
 * @param transaction the gateway's number of it
 * @param lookAt when to send it or to ask how far it is; null: there is nothing to do at present
 */
public record Refund(
    UUID id,
    PaymentId payment,
    UUID attempt,
    long dong,
    boolean surplus,
    String reason,
    RefundStatus status,
    @Nullable Destination destination,
    Instant orderedAt,
    String orderedBy,
    @Nullable Decision decided,
    @Nullable Instant endedAt,
    @Nullable String transaction,
    @Nullable String problem,
    @Nullable Instant lookAt) {

  /** How the reason begins of what goes back by a rule: its words are in both languages. */
  public static final String RULE = "rule:";

  /** As {@code payments.refund.rule.<rule>} words it; null: an officer has worded the reason. */
  public @Nullable String rule() {
    return reason.startsWith(RULE) ? reason.substring(RULE.length()) : null;
  }

  /**
   * @param bank six digits
   */
  public record Destination(String bank, String account, String name) {}

  public record Decision(Instant at, String by) {}

  /** A second person agrees; from then on it is sent. */
  public Refund approve(String by, Instant now) {
    require(RefundStatus.ORDERED);
    return approved(new Decision(now, by), now);
  }

  /** What goes to another account than it came from is carried out by hand. */
  private Refund approved(Decision by, Instant now) {
    return destination == null
        ? with(RefundStatus.APPROVED, by, null, null, null, now)
        : with(RefundStatus.FAILED, by, null, null, TO_ANOTHER_ACCOUNT, null);
  }

  public Refund decline(String by, Instant now) {
    require(RefundStatus.ORDERED);
    return with(RefundStatus.DECLINED, new Decision(now, by), now, null, null, null);
  }

  /**
   * @param number the gateway's, or that of the transfer by hand
   */
  public Refund done(String number, Instant now) {
    if (status != RefundStatus.APPROVED) require(RefundStatus.FAILED);
    return with(RefundStatus.DONE, decided, now, number, null, null);
  }

  /**
   * @param why as the gateway says it
   */
  public Refund fail(String why) {
    require(RefundStatus.APPROVED);
    return with(RefundStatus.FAILED, decided, null, null, why, null);
  }

  /** Once more by the gateway. */
  public Refund retry(Instant now) {
    require(RefundStatus.FAILED);
    return with(RefundStatus.APPROVED, decided, null, null, null, now);
  }

  /** Why it is carried out by hand: no gateway sends money elsewhere than where it came from. */
  public static final String TO_ANOTHER_ACCOUNT = "TO_ANOTHER_ACCOUNT";

  private void require(RefundStatus expected) {
    if (status != expected) throw new IllegalStateException(id + " is " + status);
  }

  private Refund with(
      RefundStatus to,
      @Nullable Decision by,
      @Nullable Instant ended,
      @Nullable String number,
      @Nullable String why,
      @Nullable Instant look) {
    return new Refund(
        id,
        payment,
        attempt,
        dong,
        surplus,
        reason,
        to,
        destination,
        orderedAt,
        orderedBy,
        by,
        ended,
        number,
        why,
        look);
  }
}
