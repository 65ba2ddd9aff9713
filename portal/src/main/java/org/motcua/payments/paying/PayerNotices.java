package org.motcua.payments.paying;

import java.util.List;
import org.motcua.notifications.Notice;
import org.motcua.notifications.NoticeKind;
import org.motcua.notifications.Notifications;
import org.motcua.payments.PaymentClosed;
import org.motcua.payments.PaymentReversed;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStore;
import org.motcua.platform.web.Formats;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a payer with an account what he would not see otherwise: that his bank has taken the money
 * back, or that the time has run out for what a program has asked him to pay. The portal's own
 * modules tell that themselves, with what it means for the matter; that it is paid is told with the
 * receipt.
 */
@Component
class PayerNotices {

  private static final String PROGRAM = "client:";

  private final PaymentStore payments;
  private final Notifications notifications;

  PayerNotices(PaymentStore payments, Notifications notifications) {
    this.payments = payments;
    this.notifications = notifications;
  }

  @EventListener
  void on(PaymentReversed event) {
    payments.find(event.id()).ifPresent(payment -> tell(payment, "reversed"));
  }

  @EventListener
  void on(PaymentClosed event) {
    if (!event.expired() || !event.askedBy().startsWith(PROGRAM)) return;
    payments.find(event.id()).ifPresent(payment -> tell(payment, "expired"));
  }

  private void tell(Payment payment, String what) {
    var account = payment.payer().account();
    if (account == null) return;
    notifications.sendOnce(
        what + ":" + payment.id(),
        account,
        language ->
            new Notice(
                "payments.told." + what,
                List.of(new Formats(language).money(payment.total()), payment.title().in(language)),
                payment.page(),
                NoticeKind.OTHER));
  }
}
