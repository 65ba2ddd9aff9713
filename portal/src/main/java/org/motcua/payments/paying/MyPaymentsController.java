package org.motcua.payments.paying;

import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.payments.PaymentId;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.Receipt;
import org.motcua.payments.model.ReceiptStore;
import org.motcua.payments.model.RefundStore;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody was asked to pay, the last first. */
@Controller
class MyPaymentsController {

  private static final String PATH = "/my/payments";
  private static final int PAGE_SIZE = 20;

  private final PaymentStore payments;
  private final RefundStore refunds;
  private final ReceiptStore receipts;

  MyPaymentsController(PaymentStore payments, RefundStore refunds, ReceiptStore receipts) {
    this.payments = payments;
    this.refunds = refunds;
    this.receipts = receipts;
  }

  @GetMapping(PATH)
  String list(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable UUID before,
      Model model) {
    var found =
        payments.listOf(user.id(), before == null ? null : new PaymentId(before), PAGE_SIZE + 1);
    var shown = found.subList(0, Math.min(PAGE_SIZE, found.size()));
    var older = found.size() > PAGE_SIZE ? PATH + "?before=" + shown.getLast().id() : null;
    var receipted =
        receipts.listPrinted(shown.stream().map(Payment::id).toList()).stream()
            .filter(receipt -> receipt.annulled() == null)
            .map(Receipt::payment)
            .collect(Collectors.toSet());
    model.addAttribute(
        "rows",
        shown.stream().map(payment -> row(payment, receipted.contains(payment.id()))).toList());
    model.addAttribute("newest", before == null ? null : PATH);
    model.addAttribute("older", older);
    return "payments/paying/mine";
  }

  private PaymentRow row(Payment payment, boolean receipted) {
    var arrived = payment.refunded() == 0 || PayView.arrived(refunds.listOf(payment.id()));
    var stage = Stage.of(payment, isUnderway(payment), arrived);
    return new PaymentRow(payment, stage, arrived, receipted);
  }

  private boolean isUnderway(Payment payment) {
    return payment.status() == PaymentStatus.OPEN
        && payments.listAttempts(payment.id()).stream()
            .anyMatch(attempt -> attempt.status().underway());
  }
}
