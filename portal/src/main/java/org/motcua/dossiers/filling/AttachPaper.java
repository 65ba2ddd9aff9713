package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.Optional;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.StoredDocument;
import org.motcua.documents.StoringOutcome;
import org.motcua.documents.Upload;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.filling.PaperOutcome.Added;
import org.motcua.dossiers.filling.PaperOutcome.Closed;
import org.motcua.dossiers.filling.PaperOutcome.NoSuchPaper;
import org.motcua.dossiers.filling.PaperOutcome.Refused;
import org.motcua.dossiers.filling.PaperOutcome.TooMany;
import org.motcua.dossiers.filling.PaperOutcome.WrongKind;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Paper;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a file to a draft, or takes it away. */
@Service
class AttachPaper {

  private final DossierStore dossiers;
  private final OwnDossiers own;
  private final OnlineServices services;
  private final Documents documents;
  private final Clock clock;

  AttachPaper(
      DossierStore dossiers,
      OwnDossiers own,
      OnlineServices services,
      Documents documents,
      Clock clock) {
    this.dossiers = dossiers;
    this.own = own;
    this.services = services;
    this.documents = documents;
    this.clock = clock;
  }

  @Transactional
  PaperOutcome attach(DossierId id, CurrentUser user, String paperId, Upload upload) {
    var found = own.findForUpdate(id, user, Power.FILE);
    if (found.isEmpty()) return new NoSuchPaper();
    var dossier = found.get();
    if (!dossier.open()) return new Closed(dossier);
    var paper =
        services.get(dossier.service().slug()).papers().stream()
            .filter(candidate -> candidate.id().equals(paperId))
            .findFirst();
    if (paper.isEmpty()) return new NoSuchPaper();

    return switch (documents.store(upload)) {
      case StoringOutcome.Refused refused -> new Refused(paper.get(), refused);
      case StoringOutcome.Stored(StoredDocument document) -> {
        var refusal = refusal(dossier, paper.get(), document);
        if (refusal.isPresent()) documents.remove(document.id());
        yield refusal.orElseGet(() -> add(dossier, paper.get(), document));
      }
    };
  }

  @Transactional
  void remove(DossierId id, CurrentUser user, DocumentId document) {
    own.findForUpdate(id, user, Power.FILE)
        .filter(dossier -> dossier.open())
        .filter(dossier -> dossier.has(document))
        .ifPresent(
            dossier -> {
              dossiers.save(dossier.remove(document, clock.instant()));
              dossiers.detach(id, document);
              // What an agency has asked for and seen is part of its record.
              if (dossier.status().draft()) documents.remove(document);
            });
  }

  /** Why it is not added, or that it is there already. */
  private Optional<PaperOutcome> refusal(Dossier dossier, Paper paper, StoredDocument document) {
    var there = dossier.attachmentsOf(paper.id());
    if (there.stream().anyMatch(file -> isSame(file, document))) {
      return Optional.of(new Added(dossier));
    }
    if (there.size() >= paper.maxFiles()) return Optional.of(new TooMany(paper));
    if (paper.accepts().stream().noneMatch(k -> k.mediaType().equals(document.mediaType()))) {
      return Optional.of(new WrongKind(paper));
    }
    return Optional.empty();
  }

  private PaperOutcome add(Dossier dossier, Paper paper, StoredDocument document) {
    var now = clock.instant();
    var file = new Attachment(paper.id(), document.id(), document.name(), document.size(), now);
    var added = dossier.add(file, now);
    dossiers.save(added);
    dossiers.attach(added.id(), file);
    return new Added(added);
  }

  /** The same file sent twice, as by a double click, is added once. */
  private boolean isSame(Attachment there, StoredDocument sent) {
    return there.name().equals(sent.name())
        && documents.get(there.document()).sha256().equals(sent.sha256());
  }
}
