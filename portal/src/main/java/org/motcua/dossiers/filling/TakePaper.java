package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.Map;
import org.motcua.documents.Documents;
import org.motcua.documents.StoredDocument;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.access.OpenedDossier;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.filling.TakingOutcome.Closed;
import org.motcua.dossiers.filling.TakingOutcome.Gone;
import org.motcua.dossiers.filling.TakingOutcome.NoSuchPlace;
import org.motcua.dossiers.filling.TakingOutcome.NotAgreed;
import org.motcua.dossiers.filling.TakingOutcome.Revoked;
import org.motcua.dossiers.filling.TakingOutcome.Taken;
import org.motcua.dossiers.filling.TakingOutcome.TooMany;
import org.motcua.dossiers.filling.TakingOutcome.WrongKind;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.KeptPaperId;
import org.motcua.dossiers.model.Parts;
import org.motcua.dossiers.model.TakenPaper;
import org.motcua.dossiers.model.TakenPaperStore;
import org.motcua.dossiers.papers.OwnPapers;
import org.motcua.dossiers.papers.PaperLooks;
import org.motcua.dossiers.papers.PaperViews;
import org.motcua.dossiers.papers.StoreConsents;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a paper of one's store into a dossier. Its content is the same; the document is another. */
@Service
class TakePaper {

  private final OwnDossiers own;
  private final OwnPapers ownPapers;
  private final DossierStore dossiers;
  private final TakenPaperStore taken;
  private final StoreConsents consents;
  private final PaperLooks looks;
  private final PaperViews views;
  private final AnswerFiles answerFiles;
  private final AfterFilling after;
  private final OnlineServices services;
  private final Documents documents;
  private final AuditTrail audit;
  private final Changeables changeables;
  private final Clock clock;

  TakePaper(
      OwnDossiers own,
      OwnPapers ownPapers,
      DossierStore dossiers,
      TakenPaperStore taken,
      StoreConsents consents,
      PaperLooks looks,
      PaperViews views,
      AnswerFiles answerFiles,
      AfterFilling after,
      OnlineServices services,
      Documents documents,
      AuditTrail audit,
      Changeables changeables,
      Clock clock) {
    this.own = own;
    this.ownPapers = ownPapers;
    this.dossiers = dossiers;
    this.taken = taken;
    this.consents = consents;
    this.looks = looks;
    this.views = views;
    this.answerFiles = answerFiles;
    this.after = after;
    this.services = services;
    this.documents = documents;
    this.audit = audit;
    this.changeables = changeables;
    this.clock = clock;
  }

  /**
   * Twice is once.
   *
   * @param agreedTo the agency to which it goes, as who takes it was told; empty: nobody knew
   */
  @Transactional
  TakingOutcome take(
      DossierId id, CurrentUser user, String placeId, KeptPaperId paperId, String agreedTo) {
    var found = own.findForUpdate(id, user, Power.FILE);
    if (found.isEmpty()) return new NoSuchPlace();
    var dossier = found.get();
    if (!dossier.open()) return new Closed(dossier);
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var place = Place.of(service, placeId);
    if (place.isEmpty()) return new NoSuchPlace();
    if (!changeables.of(dossier).file(placeId)) return new TakingOutcome.NotAsked(place.get());
    return ownPapers
        .find(paperId, user, Power.FILE)
        .map(paper -> take(dossier, user, place.get(), paper, agreedTo))
        .orElseGet(Gone::new);
  }

  private TakingOutcome take(
      Dossier dossier, CurrentUser user, Place place, KeptPaper paper, String agreedTo) {
    var there = dossier.attachmentsOf(place.id());
    if (there.stream().anyMatch(file -> isSame(file, paper))) return new Taken(place);
    if (!place.mediaTypes().contains(paper.mediaType())) return new WrongKind(place);
    if (place instanceof Place.OfPaper(var asked) && there.size() >= asked.maxFiles()) {
      return new TooMany(place);
    }
    if (views.isRevoked(paper)) return new Revoked();
    if (consents.asked(dossier, user).isPresent() && !consents.agree(dossier, user, agreedTo)) {
      return new NotAgreed();
    }
    return documents
        .copy(paper.document())
        .<TakingOutcome>map(
            copy -> {
              var now = put(dossier, place, copy);
              after.filled(OpenedDossier.own(dossier), now, user, partOf(place));
              record(dossier, user, paper, copy);
              return new Taken(place);
            })
        .orElseGet(Gone::new);
  }

  private Dossier put(Dossier dossier, Place place, StoredDocument document) {
    var now = clock.instant();
    return switch (place) {
      case Place.OfQuestion(var page, var question) -> {
        var changed = answerFiles.put(dossier, question, document);
        dossiers.save(changed);
        yield changed;
      }
      case Place.OfPaper(var paper) -> {
        var file = new Attachment(paper.id(), document.id(), document.name(), document.size(), now);
        var changed = dossier.add(file, now);
        dossiers.save(changed);
        dossiers.attach(dossier.id(), file);
        yield changed;
      }
    };
  }

  private static String partOf(Place place) {
    return switch (place) {
      case Place.OfQuestion(var page, var question) -> page.id();
      case Place.OfPaper(var paper) -> Parts.PAPERS;
    };
  }

  private void record(Dossier dossier, CurrentUser user, KeptPaper paper, StoredDocument document) {
    taken.insert(
        new TakenPaper(
            dossier.id(),
            document.id(),
            paper.id(),
            paper.owner(),
            paper.source(),
            paper.validUntil(),
            clock.instant()));
    looks.taken(paper.id(), user, consents.receiver(dossier).orElse(null), dossier.id());
    audit.record(
        user.actor(),
        "dossiers.paper-taken",
        "paper",
        paper.id().toString(),
        Map.of("dossier", dossier.id().toString()));
  }

  private boolean isSame(Attachment there, KeptPaper paper) {
    return documents.get(there.document()).sha256().equals(paper.sha256());
  }
}
