package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Examined;
import org.motcua.documents.UploadId;
import org.motcua.documents.Uploads;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.access.OpenedDossier;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.filling.PaperOutcome.Added;
import org.motcua.dossiers.filling.PaperOutcome.Closed;
import org.motcua.dossiers.filling.PaperOutcome.NoSuchPaper;
import org.motcua.dossiers.filling.PaperOutcome.NotAsked;
import org.motcua.dossiers.filling.PaperOutcome.TooMany;
import org.motcua.dossiers.filling.PaperOutcome.WrongKind;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Parts;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Paper;
import org.motcua.identity.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a file that was found good to a draft, or takes one away. */
@Service
public class ChangePapers {

  private final DossierStore dossiers;
  private final OwnDossiers own;
  private final Documents documents;
  private final Uploads uploads;
  private final OnlineServices services;
  private final AfterFilling after;
  private final Changeables changeables;
  private final Clock clock;

  ChangePapers(
      DossierStore dossiers,
      OwnDossiers own,
      Documents documents,
      Uploads uploads,
      OnlineServices services,
      AfterFilling after,
      Changeables changeables,
      Clock clock) {
    this.dossiers = dossiers;
    this.own = own;
    this.documents = documents;
    this.uploads = uploads;
    this.services = services;
    this.after = after;
    this.changeables = changeables;
    this.clock = clock;
  }

  /**
   * @param upload in which it came, if it came in parts
   */
  @Transactional
  public PaperOutcome add(
      DossierId id, CurrentUser user, Paper paper, Examined file, @Nullable UploadId upload) {
    var opened = own.findToFillForUpdate(id, user).filter(found -> found.share().fillsPapers());
    var refusal =
        opened.map(there -> refusal(there.dossier(), paper, file)).orElse(Optional.of(none()));
    if (refusal.isEmpty()) {
      var added = add(opened.orElseThrow().dossier(), paper, file, upload);
      after.filled(opened.orElseThrow(), added.dossier(), user, Parts.PAPERS);
      return added;
    }
    documents.release(file);
    if (upload != null) uploads.remove(upload, PaperUploads.owner(user));
    return refusal.get();
  }

  /** Empty; or the paper that stays as it is, since the agency has not asked about it. */
  @Transactional
  public Optional<String> remove(DossierId id, CurrentUser user, DocumentId document) {
    var there =
        own.findToFillForUpdate(id, user)
            .filter(opened -> opened.share().fillsPapers())
            .filter(opened -> opened.dossier().open())
            .filter(opened -> opened.dossier().has(document))
            .filter(opened -> !opened.share().guest() || isPaper(opened.dossier(), document));
    if (there.isEmpty()) return Optional.empty();
    var dossier = there.get().dossier();
    var paper = dossier.findAttachment(document).orElseThrow().paper();
    if (!changeables.of(dossier).file(paper)) return Optional.of(paper);
    remove(there.get(), user, document);
    return Optional.empty();
  }

  private void remove(OpenedDossier opened, CurrentUser user, DocumentId document) {
    var dossier = opened.dossier();
    var rest = dossier.remove(document, clock.instant());
    dossiers.save(rest);
    dossiers.detach(dossier.id(), document);
    after.filled(opened, rest, user, Parts.PAPERS);
    // What an agency has asked for and seen is part of its record.
    if (dossier.status().draft()) documents.remove(document);
  }

  /** And not a file that answers a question, perhaps of a page that is not shared. */
  private boolean isPaper(Dossier dossier, DocumentId document) {
    var papers = services.get(dossier.service().slug(), dossier.service().version()).papers();
    return dossier
        .findAttachment(document)
        .filter(file -> papers.stream().anyMatch(paper -> paper.id().equals(file.paper())))
        .isPresent();
  }

  /** Why it is not added, or that it is there already. */
  private Optional<PaperOutcome> refusal(Dossier dossier, Paper paper, Examined file) {
    if (!dossier.open()) return Optional.of(new Closed(dossier));
    var there = dossier.attachmentsOf(paper.id());
    if (there.stream().anyMatch(one -> isSame(one, file))) return Optional.of(new Added(dossier));
    if (!changeables.of(dossier).paper(paper.id())) return Optional.of(new NotAsked(paper));
    if (there.size() >= paper.maxFiles()) return Optional.of(new TooMany(paper));
    if (paper.accepts().stream().noneMatch(kind -> kind.mediaType().equals(file.mediaType()))) {
      return Optional.of(new WrongKind(paper));
    }
    return Optional.empty();
  }

  private Added add(Dossier dossier, Paper paper, Examined examined, @Nullable UploadId upload) {
    var document = documents.store(examined);
    if (upload != null) uploads.finish(upload, document.id());
    var now = clock.instant();
    var file = new Attachment(paper.id(), document.id(), document.name(), document.size(), now);
    var added = dossier.add(file, now);
    dossiers.save(added);
    dossiers.attach(added.id(), file);
    return new Added(added);
  }

  /** The same file sent twice, as by a double click, is added once. */
  private boolean isSame(Attachment there, Examined sent) {
    return there.name().equals(sent.name())
        && documents.get(there.document()).sha256().equals(sent.sha256());
  }

  private static PaperOutcome none() {
    return new NoSuchPaper();
  }
}
