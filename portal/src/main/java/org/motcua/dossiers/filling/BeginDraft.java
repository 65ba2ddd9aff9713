package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.Map;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.filling.DraftOutcome.AnotherWaits;
import org.motcua.dossiers.filling.DraftOutcome.Begun;
import org.motcua.dossiers.filling.DraftOutcome.NoSuchService;
import org.motcua.dossiers.filling.DraftOutcome.NotForYou;
import org.motcua.dossiers.model.Applicant;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.ServiceVersion;
import org.motcua.eservices.Audience;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.Answers;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a draft. */
@Service
class BeginDraft {

  private final OnlineServices services;
  private final DossierStore dossiers;
  private final OwnDossiers own;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  BeginDraft(
      OnlineServices services,
      DossierStore dossiers,
      OwnDossiers own,
      Accounts accounts,
      AuditTrail audit,
      Clock clock) {
    this.services = services;
    this.dossiers = dossiers;
    this.own = own;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A double click begins one draft: the second finds the first, still as it was made.
   *
   * @param another begin a second one beside a draft that is half filled
   */
  @Transactional
  DraftOutcome begin(CurrentUser user, ServiceSlug slug, boolean another) {
    var found = services.find(slug);
    if (found.isEmpty()) return new NoSuchService();
    var service = found.get();
    own.requireToBegin(user, service.procedure());
    if (!isFor(service, user)) return new NotForYou();

    dossiers.lockDraftsOf(user.id());
    var earlier = dossiers.findDraft(user.id(), slug);
    if (earlier.isPresent() && isUntouched(earlier.get())) return new Begun(earlier.get().id());
    if (earlier.isPresent() && !another) return new AnotherWaits(earlier.get());
    return new Begun(insert(service, user));
  }

  private DossierId insert(OnlineService service, CurrentUser user) {
    var person = accounts.getPerson(user.id());
    var draft =
        Dossier.draft(
            DossierId.next(),
            new Applicant(user.id(), person.name(), person.phone()),
            new ServiceVersion(service.slug(), service.version(), service.procedure()),
            Answers.none(),
            clock.instant());
    dossiers.insert(draft);
    audit.record(
        user.actor(),
        "dossiers.begun",
        "dossier",
        draft.id().toString(),
        Map.of("service", service.slug().value()));
    return draft.id();
  }

  static boolean isFor(OnlineService service, CurrentUser user) {
    return service.audience().contains(audienceOf(user.kind()));
  }

  static boolean isUntouched(Dossier draft) {
    return draft.attachments().isEmpty() && draft.answers().isEmpty();
  }

  private static Audience audienceOf(AccountKind kind) {
    return kind == AccountKind.ENTERPRISE ? Audience.ENTERPRISE : Audience.CITIZEN;
  }
}
