package org.motcua.payments.finance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.MessageLog.Message;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentState;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStatus;

/**
 * All that is known of one payment.
 *
 * @param messages of all its attempts, oldest first
 * @param left what may still be ordered back, in dong
 * @param elsewhere whether the law lets it go to another account than it came from
 * @param names of the officers who have ordered or agreed, by how the audit trail names them
 */
public record PaymentFile(
    Payment payment,
    List<Attempt> attempts,
    List<Refund> refunds,
    List<BookLine> books,
    List<Message> messages,
    long left,
    boolean elsewhere,
    Map<String, String> names) {

  static PaymentFile of(
      Payment payment,
      List<Attempt> attempts,
      List<Refund> refunds,
      List<BookLine> books,
      List<Message> messages,
      long left,
      boolean elsewhere,
      Map<String, String> names) {
    return new PaymentFile(
        payment,
        attempts,
        refunds,
        books,
        messages.stream().sorted(Comparator.comparing(Message::id)).toList(),
        left,
        elsewhere,
        names);
  }

  public String here() {
    return FinanceController.PAYMENTS + "/" + payment.id();
  }

  public boolean underway() {
    return attempts.stream().anyMatch(attempt -> attempt.status().underway());
  }

  public String by(String actor) {
    return names.getOrDefault(actor, actor);
  }

  public boolean isToSeeTo(Refund refund) {
    return refund.status() == RefundStatus.ORDERED || refund.status() == RefundStatus.FAILED;
  }

  public @Nullable String cancelledWhy() {
    return payment.state() instanceof PaymentState.Cancelled(var why, var at) ? why : null;
  }
}
