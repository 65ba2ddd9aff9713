package org.motcua.dossiers.papers;

import static java.util.Objects.requireNonNull;

import org.motcua.documents.Certificate;
import org.motcua.documents.Certificates;
import org.motcua.documents.VerificationCode;
import org.motcua.payments.ReceiptIssued;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The receipt of what somebody has paid lies in his store; the last one, if there are several. */
@Component
class KeepReceipts {

  private final IssuedPapers issued;
  private final Certificates certificates;

  KeepReceipts(IssuedPapers issued, Certificates certificates) {
    this.issued = issued;
    this.certificates = certificates;
  }

  @ApplicationModuleListener(condition = "#event.payer() != null")
  void on(ReceiptIssued event) {
    VerificationCode.parse(event.certificate())
        .flatMap(certificates::find)
        .ifPresent(receipt -> keep(event, receipt));
  }

  private void keep(ReceiptIssued event, Certificate receipt) {
    var payer = requireNonNull(event.payer());
    var former = event.former();
    if (former == null || !issued.replace(payer, former, receipt)) {
      issued.keep(payer, receipt, null);
    }
  }
}
