package org.motcua.dossiers.papers;

import org.motcua.documents.Certificates;
import org.motcua.documents.VerificationCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.ResultCorrected;
import org.motcua.dossiers.ResultReturned;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The result of a dossier lies in the store of its applicant. */
@Component
class KeepResults {

  private final DossierStore dossiers;
  private final IssuedPapers issued;
  private final Certificates certificates;

  KeepResults(DossierStore dossiers, IssuedPapers issued, Certificates certificates) {
    this.dossiers = dossiers;
    this.issued = issued;
    this.certificates = certificates;
  }

  @ApplicationModuleListener(condition = "#event.verificationCode() != null")
  void on(ResultReturned event) {
    keep(event.id());
  }

  /** A faulty one is in the store only if it had been returned. */
  @ApplicationModuleListener
  void on(ResultCorrected event) {
    var right = VerificationCode.parse(event.verificationCode()).flatMap(certificates::find);
    if (right.isPresent() && issued.replace(event.applicant(), event.formerCode(), right.get())) {
      return;
    }
    dossiers
        .find(event.id())
        .filter(dossier -> dossier.status() == DossierStatus.RETURNED)
        .ifPresent(this::keep);
  }

  /** Twice is once; nothing for an account that is gone. */
  @Transactional(propagation = Propagation.MANDATORY)
  void keep(DossierId id) {
    dossiers.find(id).ifPresent(this::keep);
  }

  private void keep(Dossier dossier) {
    var result = dossier.result();
    if (result == null) return;
    VerificationCode.parse(result.verificationCode())
        .flatMap(certificates::find)
        .ifPresent(
            certificate -> issued.keep(dossier.applicant().account(), certificate, dossier.id()));
  }
}
