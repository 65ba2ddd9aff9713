package org.motcua.dossiers.papers;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Examined;
import org.motcua.documents.StoredDocument;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.KeptPaperId;
import org.motcua.dossiers.model.KeptPaperStore;
import org.motcua.dossiers.model.PaperKind;
import org.motcua.dossiers.model.PaperSource;
import org.motcua.dossiers.papers.KeepOutcome.AlreadyThere;
import org.motcua.dossiers.papers.KeepOutcome.Kept;
import org.motcua.dossiers.papers.KeepOutcome.NothingToKeep;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a paper into a store: from elsewhere, or one that was handed in with a dossier. */
@Service
public class KeepPaper {

  private final OwnPapers own;
  private final OwnDossiers ownDossiers;
  private final KeptPaperStore papers;
  private final PaperNames names;
  private final StoreLimits limits;
  private final Documents documents;
  private final AuditTrail audit;
  private final Clock clock;

  KeepPaper(
      OwnPapers own,
      OwnDossiers ownDossiers,
      KeptPaperStore papers,
      PaperNames names,
      StoreLimits limits,
      Documents documents,
      AuditTrail audit,
      Clock clock) {
    this.own = own;
    this.ownDossiers = ownDossiers;
    this.papers = papers;
    this.names = names;
    this.limits = limits;
    this.documents = documents;
    this.audit = audit;
    this.clock = clock;
  }

  /** What was looked at before this transaction began, and found good. */
  @Transactional
  KeepOutcome keep(CurrentUser user, Examined file, NewPaper said) {
    own.require(user, Power.FILE);
    papers.lock(user.id());
    var refusal = refusal(user, file.sha256(), file.size());
    if (refusal.isPresent()) {
      documents.release(file);
      return refusal.get();
    }
    return insert(user, documents.store(file), said, new PaperSource.Uploaded());
  }

  /** A file of one's own dossier, a draft or handed in. Twice is once. */
  @Transactional
  public KeepOutcome keep(CurrentUser user, DossierId id, DocumentId document, Language language) {
    own.require(user, Power.FILE);
    var dossier = ownDossiers.find(id, user, Power.SEE).filter(found -> found.belongsTo(user.id()));
    var file = dossier.flatMap(found -> found.findAttachment(document));
    return file.isEmpty()
        ? new NothingToKeep()
        : keep(user, dossier.orElseThrow(), file.get(), language);
  }

  private KeepOutcome keep(CurrentUser user, Dossier dossier, Attachment file, Language language) {
    papers.lock(user.id());
    var original = documents.get(file.document());
    return refusal(user, original.sha256(), original.size())
        .or(() -> copied(user, dossier, file, language))
        .orElseGet(NothingToKeep::new);
  }

  private Optional<KeepOutcome> copied(
      CurrentUser user, Dossier dossier, Attachment file, Language language) {
    var said = new NewPaper(names.of(dossier, file, language), PaperKind.OTHER, null);
    return documents
        .copy(file.document())
        .map(copy -> insert(user, copy, said, new PaperSource.Filed(dossier.id())));
  }

  private Optional<KeepOutcome> refusal(CurrentUser user, String sha256, long size) {
    return papers
        .findSame(user.id(), sha256)
        .<KeepOutcome>map(AlreadyThere::new)
        .or(() -> limits.refusal(papers.use(user.id()), size));
  }

  private KeepOutcome insert(
      CurrentUser user, StoredDocument document, NewPaper said, PaperSource source) {
    var paper =
        new KeptPaper(
            KeptPaperId.next(),
            user.id(),
            document.id(),
            document.sha256(),
            said.name(),
            said.kind(),
            document.mediaType(),
            document.size(),
            source,
            said.validUntil(),
            clock.instant());
    papers.insert(paper);
    audit.record(
        user.actor(),
        "dossiers.paper-kept",
        "paper",
        paper.id().toString(),
        Map.of("source", source.getClass().getSimpleName(), "size", document.size()));
    return new Kept(paper);
  }
}
