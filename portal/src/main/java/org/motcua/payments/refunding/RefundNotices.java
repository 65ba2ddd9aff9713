package org.motcua.payments.refunding;

import java.util.List;
import org.motcua.notifications.Notice;
import org.motcua.notifications.NoticeKind;
import org.motcua.notifications.Notifications;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.Refund;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** Tells whoever was asked to pay that money is back; who has no account sees it on the page. */
@Component
class RefundNotices {

  private final Notifications notifications;

  RefundNotices(Notifications notifications) {
    this.notifications = notifications;
  }

  void done(Payment payment, Refund refund) {
    var account = payment.payer().account();
    if (account == null) return;
    notifications.sendOnce(
        "refund:" + refund.id(),
        account,
        language ->
            new Notice(
                refund.surplus() ? "payments.refunds.surplus_back" : "payments.refunds.back",
                List.of(
                    new Formats(language).money(refund.dong()),
                    language == Language.VIETNAMESE
                        ? payment.title().vietnamese()
                        : payment.title().english()),
                payment.page(),
                NoticeKind.OTHER));
  }
}
