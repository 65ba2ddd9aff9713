package org.motcua.payments.receipts;

import org.motcua.documents.Certificates;
import org.motcua.documents.Documents;
import org.motcua.documents.Download;
import org.motcua.documents.VerificationCode;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.ReceiptStore;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The receipt that holds, for whoever may see the payment. */
@Controller
class ReceiptController {

  private static final String FILE = "/receipt.pdf";

  private final PaymentStore payments;
  private final ReceiptStore receipts;
  private final Certificates certificates;
  private final Documents documents;

  ReceiptController(
      PaymentStore payments,
      ReceiptStore receipts,
      Certificates certificates,
      Documents documents) {
    this.payments = payments;
    this.receipts = receipts;
    this.certificates = certificates;
    this.documents = documents;
  }

  static String address(Payment payment) {
    return payment.page() + FILE;
  }

  @GetMapping("/pay/{key}" + FILE)
  ResponseEntity<Resource> receipt(@PathVariable String key) {
    return payments
        .findByKey(key)
        .flatMap(payment -> ReceiptOnPage.of(receipts.listOf(payment.id())).findCertificate())
        .map(VerificationCode::new)
        .flatMap(certificates::find)
        .map(certificate -> documents.get(certificate.document()))
        .map(document -> Download.attachment(document, documents.open(document.id())))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
