package org.motcua.dossiers.papers;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Certificate;
import org.motcua.documents.Documents;
import org.motcua.documents.StoredDocument;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.KeptPaperId;
import org.motcua.dossiers.model.KeptPaperStore;
import org.motcua.dossiers.model.PaperKind;
import org.motcua.dossiers.model.PaperSource;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts what an agency has issued into the store of the one it was issued to. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class IssuedPapers {

  private final KeptPaperStore papers;
  private final Documents documents;
  private final Accounts accounts;
  private final Clock clock;

  IssuedPapers(KeptPaperStore papers, Documents documents, Accounts accounts, Clock clock) {
    this.papers = papers;
    this.documents = documents;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Twice is once; nothing for an account that is gone.
   *
   * @param dossier it came of; null where it came of none
   */
  void keep(AccountId owner, Certificate certificate, @Nullable DossierId dossier) {
    if (accounts.findPerson(owner).isEmpty()) return;
    papers.lock(owner);
    if (papers.findSame(owner, certificate.sha256()).isPresent()) return;
    documents
        .copy(certificate.document())
        .ifPresent(copy -> papers.insert(paper(owner, certificate, dossier, copy)));
  }

  /**
   * The right one lies where the former lay, under the name that its owner gave it.
   *
   * @return false where the former does not lie there
   */
  boolean replace(AccountId owner, String formerCode, Certificate right) {
    papers.lock(owner);
    var former = papers.findIssued(owner, formerCode);
    if (former.isEmpty()) return false;
    documents
        .copy(right.document())
        .ifPresent(
            copy -> {
              papers.replace(former.get().replacedBy(right, copy, clock.instant()));
              documents.remove(former.get().document());
            });
    return true;
  }

  private KeptPaper paper(
      AccountId owner,
      Certificate certificate,
      @Nullable DossierId dossier,
      StoredDocument document) {
    return new KeptPaper(
        KeptPaperId.next(),
        owner,
        document.id(),
        document.sha256(),
        PaperNames.shortened(certificate.title().in(accounts.languageOf(owner))),
        PaperKind.OTHER,
        document.mediaType(),
        document.size(),
        new PaperSource.Issued(dossier, certificate.issuer(), certificate.code().toString()),
        certificate.validUntil(),
        clock.instant());
  }
}
