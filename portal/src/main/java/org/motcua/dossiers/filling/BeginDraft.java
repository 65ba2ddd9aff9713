package org.motcua.dossiers.filling;

import java.util.Map;
import java.util.Optional;
import org.motcua.dossiers.filling.DraftOutcome.AnotherWaits;
import org.motcua.dossiers.filling.DraftOutcome.Begun;
import org.motcua.dossiers.filling.DraftOutcome.NoSuchService;
import org.motcua.dossiers.filling.DraftOutcome.NotForYou;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.ServiceVersion;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.Answers;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a draft. */
@Service
public class BeginDraft {

  private final OnlineServices services;
  private final NewDrafts drafts;
  private final AuditTrail audit;

  BeginDraft(OnlineServices services, NewDrafts drafts, AuditTrail audit) {
    this.services = services;
    this.drafts = drafts;
    this.audit = audit;
  }

  /**
   * A double click begins one draft: the second finds the first, still as it was made.
   *
   * @param another begin a second one beside a draft that is half filled
   */
  @Transactional
  DraftOutcome begin(CurrentUser user, ServiceSlug slug, boolean another) {
    var service = services.find(slug);
    if (service.isEmpty()) return new NoSuchService();
    if (!drafts.mayBegin(service.get(), user)) return new NotForYou();

    var earlier = drafts.lockLast(user, slug);
    if (earlier.filter(NewDrafts::isUntouched).isPresent()) return new Begun(earlier.get().id());
    if (earlier.isPresent() && !another) return new AnotherWaits(earlier.get());
    return new Begun(insert(service.get(), user).id());
  }

  /**
   * For a program, which knows what it has begun: a new one each time. Empty where the service is
   * not for such as this one.
   */
  @Transactional
  public Optional<Dossier> beginAnew(CurrentUser user, OnlineService service) {
    return drafts.mayBegin(service, user) ? Optional.of(insert(service, user)) : Optional.empty();
  }

  private Dossier insert(OnlineService service, CurrentUser user) {
    var version = new ServiceVersion(service.slug(), service.version(), service.procedure());
    var draft = drafts.insert(user, version, Answers.none());
    audit.record(
        user.actor(),
        "dossiers.begun",
        "dossier",
        draft.id().toString(),
        Map.of("service", service.slug().value()));
    return draft;
  }
}
