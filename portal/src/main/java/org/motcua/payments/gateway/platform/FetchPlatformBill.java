package org.motcua.payments.gateway.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.motcua.documents.Documents;
import org.motcua.documents.Examined;
import org.motcua.documents.StoringOutcome.Refused;
import org.motcua.documents.Upload;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.PaymentStore;
import org.motcua.platform.calling.OutOfOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Fetches the platform's own receipt. May run twice, and be killed anywhere. */
@Service
class FetchPlatformBill {

  private static final Logger log = LoggerFactory.getLogger(FetchPlatformBill.class);

  /** A PDF in Base64. To be confirmed. */
  static final String CONTENT = "BienLai";

  private static final String PDF = "application/pdf";

  /** The payer has ours; for the other one nobody waits longer. */
  private static final Duration GIVEN_UP_AFTER = Duration.ofDays(7);

  private final PlatformBills bills;
  private final PaymentStore payments;
  private final PlatformGateway gateway;
  private final PlatformCalls calls;
  private final Documents documents;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FetchPlatformBill(
      PlatformBills bills,
      PaymentStore payments,
      PlatformGateway gateway,
      PlatformCalls calls,
      Documents documents,
      TransactionTemplate transaction,
      Clock clock) {
    this.bills = bills;
    this.payments = payments;
    this.gateway = gateway;
    this.calls = calls;
    this.documents = documents;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @throws OutOfOrder when it has to be done again
   */
  void fetch(UUID id) {
    var bill = bills.find(id);
    if (bill.isEmpty() || bill.get().document() != null || bill.get().problem() != null) return;
    var attempt = payments.findAttempt(id).orElseThrow();
    try {
      keep(attempt, content(attempt));
    } catch (OutOfOrder e) {
      if (clock.instant().isBefore(bill.get().wantedAt().plus(GIVEN_UP_AFTER))) throw e;
      log.warn("The platform gives no receipt of {}", attempt.ref(), e);
      bills.giveUp(id, "NOT_GIVEN");
    }
  }

  private byte[] content(Attempt attempt) {
    var answer =
        calls.send(
            Kind.GET_BILL,
            attempt.ref(),
            gateway.question(Kind.GET_BILL, attempt),
            Seal.QUESTION,
            Map.of(),
            null);
    if (!Code.DONE.is(answer.get("MaLoi"))) throw PlatformCalls.garbled("has no receipt yet");
    if (!answer.get("MaThamChieu").equals(attempt.ref())) {
      throw PlatformCalls.garbled("gave the receipt of another payment");
    }
    try {
      return Base64.getMimeDecoder().decode(answer.get(CONTENT));
    } catch (IllegalArgumentException e) {
      throw PlatformCalls.garbled("gave a receipt that is no Base64");
    }
  }

  /** It is looked at like anything that comes from outside. */
  private void keep(Attempt attempt, byte[] pdf) {
    var name = "bien-lai-" + attempt.ref() + ".pdf";
    switch (documents.examine(new Upload(name, PDF, new ByteArrayResource(pdf), pdf.length))) {
      case Examined file when file.mediaType().equals(PDF) -> keep(attempt, file);
      case Examined file -> {
        documents.release(file);
        throw PlatformCalls.garbled("gave a receipt that is no PDF");
      }
      case Refused refused when refused.reason().passes() ->
          throw PlatformCalls.garbled("gave a receipt that cannot be kept now");
      case Refused refused -> bills.giveUp(attempt.id(), refused.reason().name());
    }
  }

  private void keep(Attempt attempt, Examined file) {
    transaction.executeWithoutResult(
        status -> {
          var document = documents.store(file);
          if (!bills.fetched(attempt.id(), document.id(), clock.instant())) {
            status.setRollbackOnly(); // another run was quicker
          }
        });
  }
}
