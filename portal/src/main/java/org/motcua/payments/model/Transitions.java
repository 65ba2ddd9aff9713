package org.motcua.payments.model;

import static org.motcua.payments.model.AttemptStatus.BEGUN;
import static org.motcua.payments.model.AttemptStatus.FAILED;
import static org.motcua.payments.model.AttemptStatus.LAPSED;
import static org.motcua.payments.model.AttemptStatus.PENDING;
import static org.motcua.payments.model.AttemptStatus.SUCCEEDED;
import static org.motcua.payments.model.AttemptStatus.SURPLUS;
import static org.motcua.payments.model.PaymentStatus.CANCELLED;
import static org.motcua.payments.model.PaymentStatus.EXPIRED;
import static org.motcua.payments.model.PaymentStatus.OPEN;
import static org.motcua.payments.model.PaymentStatus.PAID;
import static org.motcua.payments.model.PaymentStatus.PARTLY_REFUNDED;
import static org.motcua.payments.model.PaymentStatus.REFUNDED;

import java.util.List;
import java.util.Optional;

/**
 * The only place that says how payments, and tries to pay them, move. {@code docs/payments.md} is
 * drawn from it.
 */
public final class Transitions {

  public record Transition(PaymentStatus from, Act act, PaymentStatus to) {}

  public record Step(AttemptStatus from, AttemptStatus to) {}

  public static final List<Transition> TABLE =
      List.of(
          new Transition(OPEN, Act.SETTLE, PAID),
          new Transition(OPEN, Act.EXPIRE, EXPIRED),
          new Transition(OPEN, Act.CANCEL, CANCELLED),
          // Late, and still owed: nothing else was asked for in its place.
          new Transition(EXPIRED, Act.SETTLE, PAID),
          new Transition(PAID, Act.REFUND_PART, PARTLY_REFUNDED),
          new Transition(PAID, Act.REFUND_REST, REFUNDED),
          new Transition(PAID, Act.REVERSE, PaymentStatus.REVERSED),
          new Transition(PARTLY_REFUNDED, Act.REFUND_PART, PARTLY_REFUNDED),
          new Transition(PARTLY_REFUNDED, Act.REFUND_REST, REFUNDED));

  /** What has failed or lapsed may yet turn out to have brought money: the money is the truth. */
  public static final List<Step> STEPS =
      List.of(
          new Step(BEGUN, PENDING),
          new Step(BEGUN, SUCCEEDED),
          new Step(BEGUN, SURPLUS),
          new Step(BEGUN, FAILED),
          new Step(BEGUN, LAPSED),
          new Step(PENDING, SUCCEEDED),
          new Step(PENDING, SURPLUS),
          new Step(PENDING, FAILED),
          new Step(PENDING, LAPSED),
          new Step(FAILED, SUCCEEDED),
          new Step(FAILED, SURPLUS),
          new Step(LAPSED, SUCCEEDED),
          new Step(LAPSED, SURPLUS),
          new Step(SUCCEEDED, AttemptStatus.REVERSED));

  public static Optional<PaymentStatus> find(PaymentStatus from, Act act) {
    return TABLE.stream()
        .filter(row -> row.from() == from && row.act() == act)
        .map(Transition::to)
        .findFirst();
  }

  public static boolean allows(PaymentStatus from, Act act) {
    return find(from, act).isPresent();
  }

  static boolean allows(AttemptStatus from, AttemptStatus to) {
    return STEPS.contains(new Step(from, to));
  }

  private Transitions() {}
}
