package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Applicant;
import org.motcua.dossiers.model.Binding;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.ServiceVersion;
import org.motcua.eservices.Audience;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.Answers;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.springframework.stereotype.Component;

/** What is common to all ways in which a draft comes to be. */
@Component
public class NewDrafts {

  private final DossierStore dossiers;
  private final OwnDossiers own;
  private final Accounts accounts;
  private final Clock clock;

  NewDrafts(DossierStore dossiers, OwnDossiers own, Accounts accounts, Clock clock) {
    this.dossiers = dossiers;
    this.own = own;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Whether the service is for such as this one.
   *
   * @throws org.motcua.identity.PowerNeeded when he acts for another, and not in this
   */
  public boolean mayBegin(OnlineService service, CurrentUser user) {
    own.requireToBegin(user, service.procedure());
    return service.audience().contains(audienceOf(user.kind()));
  }

  /** The last one that waits, however little it holds; nobody begins another meanwhile. */
  Optional<Dossier> lockLast(CurrentUser user, ServiceSlug service) {
    dossiers.lockDraftsOf(user.id());
    return dossiers.findDraft(user.id(), service);
  }

  Dossier insert(CurrentUser user, ServiceVersion service, Answers answers) {
    return insert(user, service, answers, Binding.ALONE);
  }

  /** One of several that are filled in together. */
  public Dossier insertPart(CurrentUser user, OnlineService service) {
    var version = new ServiceVersion(service.slug(), service.version(), service.procedure());
    return insert(user, version, Answers.none(), Binding.TOGETHER);
  }

  private Dossier insert(
      CurrentUser user, ServiceVersion service, Answers answers, Binding binding) {
    var person = accounts.getPerson(user.id());
    var draft =
        Dossier.draft(
                DossierId.next(),
                new Applicant(user.id(), person.name(), person.phone()),
                service,
                answers,
                clock.instant())
            .bind(binding);
    dossiers.insert(draft);
    return draft;
  }

  static boolean isUntouched(Dossier draft) {
    return draft.attachments().isEmpty() && draft.answers().isEmpty();
  }

  private static Audience audienceOf(AccountKind kind) {
    return kind == AccountKind.ENTERPRISE ? Audience.ENTERPRISE : Audience.CITIZEN;
  }
}
