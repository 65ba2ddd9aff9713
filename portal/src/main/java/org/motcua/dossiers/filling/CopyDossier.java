package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.Map;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.filling.DraftOutcome.AnotherWaits;
import org.motcua.dossiers.filling.DraftOutcome.Begun;
import org.motcua.dossiers.filling.DraftOutcome.NoSuchService;
import org.motcua.dossiers.filling.DraftOutcome.NotForYou;
import org.motcua.dossiers.model.CopiedFrom;
import org.motcua.dossiers.model.CopiedFromStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a draft with all that a dossier of before had, once that one has ended. */
@Service
class CopyDossier {

  private final OnlineServices services;
  private final DossierStore dossiers;
  private final CopiedFromStore copies;
  private final CopyFiles copyFiles;
  private final OwnDossiers own;
  private final NewDrafts drafts;
  private final AuditTrail audit;
  private final Clock clock;

  CopyDossier(
      OnlineServices services,
      DossierStore dossiers,
      CopiedFromStore copies,
      CopyFiles copyFiles,
      OwnDossiers own,
      NewDrafts drafts,
      AuditTrail audit,
      Clock clock) {
    this.services = services;
    this.dossiers = dossiers;
    this.copies = copies;
    this.copyFiles = copyFiles;
    this.own = own;
    this.drafts = drafts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A double click makes one draft: the second finds the first, which was not handed in yet.
   *
   * @param another begin it beside a draft of the same service that is half filled
   */
  @Transactional
  DraftOutcome copy(DossierId id, CurrentUser user, boolean another) {
    var found = own.find(id, user, Power.FILE).filter(it -> it.belongsTo(user.id()));
    if (found.isEmpty()) return new NoSuchService();
    var former = found.get();
    var service = services.find(former.service().slug());
    if (service.isEmpty()) return new NoSuchService();
    if (!former.copyable(service.get())) return new Begun(former.id());
    if (!drafts.mayBegin(service.get(), user)) return new NotForYou();

    var waiting =
        drafts.lockLast(user, service.get().slug()).filter(it -> !NewDrafts.isUntouched(it));
    var copied = copies.findDraftOf(former.id());
    if (copied.isPresent()) return new Begun(copied.get());
    if (waiting.isPresent() && !another) return new AnotherWaits(waiting.get());
    return begun(former, user);
  }

  /**
   * Begun under the version that the former was handed in under, and then carried over like any
   * other draft: what does not fit any more is put aside and told.
   */
  private Begun begun(Dossier former, CurrentUser user) {
    var id = drafts.insert(user, former.service(), former.answers()).id();
    var draft = own.findForUpdate(id, user, Power.FILE).orElseThrow();
    var leftOut = copyFiles.from(former, draft);
    copies.insert(new CopiedFrom(id, former.id(), leftOut));
    var code = former.submittedCode().value();
    dossiers.append(
        id,
        new HistoryEntry(
            clock.instant(),
            HistoryEntry.Event.COPIED,
            draft.status(),
            draft.step(),
            own.actor(draft, user),
            code));
    audit.record(user.actor(), "dossiers.copied", "dossier", id.toString(), Map.of("from", code));
    return new Begun(id);
  }
}
