package org.motcua.payments.gateway.vietqr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.PaymentStore;
import org.motcua.platform.web.ui.QrDrawing;
import org.springframework.stereotype.Component;

/** Tells payers who have chosen this way how to transfer. */
@Component("showTransfer")
class ShowTransfer {

  private final OurAccount ours;
  private final PaymentStore payments;

  ShowTransfer(OurAccount ours, PaymentStore payments) {
    this.ours = ours;
    this.payments = payments;
  }

  /** Empty where nobody has chosen this way, or nothing is to be paid any more. */
  Optional<Transfer> of(Payment payment) {
    if (payment.status() != PaymentStatus.OPEN) return Optional.empty();
    return payments.listAttempts(payment.id()).stream()
        .filter(attempt -> attempt.way().equals(VietQrGateway.ID) && attempt.status().underway())
        .findFirst()
        .map(this::of);
  }

  private Transfer of(Attempt attempt) {
    var missing = attempt.dong() - attempt.received();
    var text = new VietQr(ours.bank(), ours.number(), missing, attempt.ref()).text();
    return new Transfer(
        QrDrawing.of(text),
        text,
        ours.bankName(),
        ours.number(),
        ours.holder(),
        missing,
        attempt.ref(),
        attempt.received(),
        attempt.expiresAt(),
        ours.appLink().isBlank() ? null : ours.appLink() + URLEncoder.encode(text, UTF_8));
  }
}
