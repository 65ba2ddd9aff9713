package org.motcua.dossiers.webhooks;

import java.util.Arrays;
import java.util.Optional;
import org.motcua.dossiers.AdditionsRequested;
import org.motcua.dossiers.AdditionsSupplied;
import org.motcua.dossiers.Apologised;
import org.motcua.dossiers.DossierAccepted;
import org.motcua.dossiers.DossierApproved;
import org.motcua.dossiers.DossierEvent;
import org.motcua.dossiers.DossierRefused;
import org.motcua.dossiers.DossierStopped;
import org.motcua.dossiers.DossierSubmitted;
import org.motcua.dossiers.FeeDemanded;
import org.motcua.dossiers.FeeSettled;
import org.motcua.dossiers.LetterCameBack;
import org.motcua.dossiers.LetterTaken;
import org.motcua.dossiers.OutsideStepTaken;
import org.motcua.dossiers.ResultCorrected;
import org.motcua.dossiers.ResultReady;
import org.motcua.dossiers.ResultReturned;
import org.motcua.dossiers.ResultRevoked;
import org.motcua.dossiers.WithdrawalDenied;
import org.motcua.payments.PaymentClosed;
import org.motcua.payments.PaymentEvent;
import org.motcua.payments.PaymentRefunded;
import org.motcua.payments.PaymentReversed;
import org.motcua.payments.PaymentSettled;

/** What programs are told of, by the names that they know. */
enum EventType {
  SUBMITTED("dossier.submitted"),
  ACCEPTED("dossier.accepted"),
  REFUSED("dossier.refused"),
  ADDITIONS_REQUESTED("dossier.additions_requested"),
  ADDITIONS_SUPPLIED("dossier.additions_supplied"),
  PAYMENT_REQUESTED("dossier.payment_requested"),
  PAYMENT_SETTLED("dossier.payment_settled"),
  PROGRESSED("dossier.progressed"),
  DELAYED("dossier.delayed"),
  WITHDRAWAL_DENIED("dossier.withdrawal_denied"),
  STOPPED("dossier.stopped"),
  FINISHED("dossier.finished"),
  RESULT_READY("dossier.result_ready"),
  POSTED("dossier.posted"),
  CAME_BACK("dossier.came_back"),
  RETURNED("dossier.returned"),
  RESULT_CORRECTED("dossier.result_corrected"),
  RESULT_REVOKED("dossier.result_revoked"),
  PAID("payment.paid"),
  PAYMENT_EXPIRED("payment.expired"),
  PAYMENT_CANCELLED("payment.cancelled"),
  PAYMENT_REVERSED("payment.reversed"),
  PAYMENT_REFUNDED("payment.refunded");

  /** Sent on demand, whatever was subscribed. */
  static final String TEST = "webhook.test";

  private final String written;

  EventType(String written) {
    this.written = written;
  }

  static EventType of(DossierEvent event) {
    return switch (event) {
      case DossierSubmitted it -> SUBMITTED;
      case DossierAccepted it -> ACCEPTED;
      case DossierRefused it -> REFUSED;
      case AdditionsRequested it -> ADDITIONS_REQUESTED;
      case AdditionsSupplied it -> ADDITIONS_SUPPLIED;
      case FeeDemanded it -> PAYMENT_REQUESTED;
      case FeeSettled it -> PAYMENT_SETTLED;
      case OutsideStepTaken it -> PROGRESSED;
      case Apologised it -> DELAYED;
      case WithdrawalDenied it -> WITHDRAWAL_DENIED;
      case DossierStopped it -> STOPPED;
      case DossierApproved it -> FINISHED;
      case ResultReady it -> RESULT_READY;
      case LetterTaken it -> POSTED;
      case LetterCameBack it -> CAME_BACK;
      case ResultReturned it -> RETURNED;
      case ResultCorrected it -> RESULT_CORRECTED;
      case ResultRevoked it -> RESULT_REVOKED;
    };
  }

  static EventType of(PaymentEvent event) {
    return switch (event) {
      case PaymentSettled it -> PAID;
      case PaymentClosed it -> it.expired() ? PAYMENT_EXPIRED : PAYMENT_CANCELLED;
      case PaymentReversed it -> PAYMENT_REVERSED;
      case PaymentRefunded it -> PAYMENT_REFUNDED;
    };
  }

  static Optional<EventType> parse(String written) {
    return Arrays.stream(values()).filter(type -> type.written.equals(written)).findFirst();
  }

  @Override
  public String toString() {
    return written;
  }
}
