package org.motcua.dossiers.papers;

import java.time.Clock;
import org.motcua.documents.Certificate;
import org.motcua.documents.Certificates;
import org.motcua.documents.Documents;
import org.motcua.documents.StoredDocument;
import org.motcua.documents.VerificationCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.ResultCorrected;
import org.motcua.dossiers.ResultReturned;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.KeptPaperId;
import org.motcua.dossiers.model.KeptPaperStore;
import org.motcua.dossiers.model.PaperKind;
import org.motcua.dossiers.model.PaperSource;
import org.motcua.dossiers.model.Result;
import org.motcua.identity.Accounts;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an agency has issued lies in the store of the one it was issued to. */
@Component
class KeepResults {

  private final DossierStore dossiers;
  private final KeptPaperStore papers;
  private final Certificates certificates;
  private final Documents documents;
  private final Accounts accounts;
  private final Clock clock;

  KeepResults(
      DossierStore dossiers,
      KeptPaperStore papers,
      Certificates certificates,
      Documents documents,
      Accounts accounts,
      Clock clock) {
    this.dossiers = dossiers;
    this.papers = papers;
    this.certificates = certificates;
    this.documents = documents;
    this.accounts = accounts;
    this.clock = clock;
  }

  @ApplicationModuleListener(condition = "#event.verificationCode() != null")
  void on(ResultReturned event) {
    keep(event.id());
  }

  /** The right one lies where the faulty one lay, under the name that its owner gave it. */
  @ApplicationModuleListener
  void on(ResultCorrected event) {
    papers.lock(event.applicant());
    var former = papers.findIssued(event.applicant(), event.formerCode());
    if (former.isEmpty()) {
      dossiers
          .find(event.id())
          .filter(dossier -> dossier.status() == DossierStatus.RETURNED && isThere(dossier))
          .ifPresent(this::keep);
      return;
    }
    var right = VerificationCode.parse(event.verificationCode()).flatMap(certificates::find);
    right.ifPresent(certificate -> replace(former.get(), certificate));
  }

  private void replace(KeptPaper former, Certificate right) {
    var copy = documents.copy(right.document());
    if (copy.isEmpty()) return;
    papers.replace(former.replacedBy(right, copy.get(), clock.instant()));
    documents.remove(former.document());
  }

  /** Twice is once; nothing for an account that is gone. */
  @Transactional(propagation = Propagation.MANDATORY)
  void keep(DossierId id) {
    dossiers.find(id).filter(dossier -> isThere(dossier)).ifPresent(this::keep);
  }

  private boolean isThere(Dossier dossier) {
    return dossier.result() != null
        && accounts.findPerson(dossier.applicant().account()).isPresent();
  }

  private void keep(Dossier dossier) {
    Result result = dossier.result();
    if (result == null) return;
    papers.lock(dossier.applicant().account());
    var kept = documents.get(result.document());
    if (papers.findSame(dossier.applicant().account(), kept.sha256()).isPresent()) return;
    VerificationCode.parse(result.verificationCode())
        .flatMap(certificates::find)
        .ifPresent(
            certificate ->
                documents
                    .copy(result.document())
                    .ifPresent(copy -> papers.insert(paper(dossier, certificate, copy))));
  }

  private KeptPaper paper(Dossier dossier, Certificate certificate, StoredDocument document) {
    var owner = dossier.applicant().account();
    var title = certificate.title();
    return new KeptPaper(
        KeptPaperId.next(),
        owner,
        document.id(),
        document.sha256(),
        PaperNames.shortened(title.in(accounts.languageOf(owner))),
        PaperKind.OTHER,
        document.mediaType(),
        document.size(),
        new PaperSource.Issued(dossier.id(), certificate.issuer(), certificate.code().toString()),
        certificate.validUntil(),
        clock.instant());
  }
}
