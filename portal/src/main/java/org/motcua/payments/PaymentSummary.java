package org.motcua.payments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a payment is, for whoever has asked for it.
 *
 * @param page where it is seen and paid: a path of the portal
 * @param items what is paid, one by one
 * @param total in dong
 * @param refunded how much of it has gone back, or is on its way
 * @param backs what was ordered back, agreed to or not, without what somebody has declined
 * @param paidAt null as long as it is not paid
 */
public record PaymentSummary(
    PaymentId id,
    String reference,
    String page,
    Standing standing,
    List<Item> items,
    long total,
    long refunded,
    List<Back> backs,
    Instant expiresAt,
    @Nullable Instant paidAt) {

  public PaymentSummary {
    items = List.copyOf(items);
    backs = List.copyOf(backs);
  }

  /**
   * Money that goes back.
   *
   * @param arrived whether the payer has it
   * @param by who ordered it, as the audit trail names people
   */
  public record Back(long dong, boolean arrived, String by) {}

  /** What is left of what was paid, with nothing on its way back. */
  public long kept() {
    return standing == Standing.PAID ? total - sum(backs) : 0;
  }

  public long onItsWayBack() {
    return sum(backs.stream().filter(back -> !back.arrived()).toList());
  }

  public long back() {
    return sum(backs.stream().filter(Back::arrived).toList());
  }

  private static long sum(List<Back> some) {
    return some.stream().mapToLong(Back::dong).sum();
  }

  /** What that means for what is paid for. */
  public enum Standing {
    OPEN,
    /** Somebody is paying at this moment, or a bank does not know yet. */
    UNDERWAY,
    PAID,
    /** Expired, cancelled, reversed, or all of it given back: it is not paid. */
    ENDED
  }
}
