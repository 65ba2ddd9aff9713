package org.motcua.dossiers.access;

import java.util.List;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.AccountId;
import org.motcua.identity.MandateSubjects;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** What can be entrusted to another: services and dossiers by their names. */
@Component
class EntrustableDossiers implements MandateSubjects {

  /** As many as a list to choose from bears. */
  private static final int AT_MOST = 50;

  private final DossierStore dossiers;
  private final OnlineServices services;

  EntrustableDossiers(DossierStore dossiers, OnlineServices services) {
    this.dossiers = dossiers;
    this.services = services;
  }

  @Override
  public List<Subject> procedures(Language language) {
    return services.list().stream()
        .map(
            service ->
                new Subject(
                    service.procedure().value(),
                    service.name().in(language),
                    "/services/" + service.slug().value()))
        .toList();
  }

  @Override
  public List<Subject> dossiersOf(AccountId account, Language language) {
    return dossiers.listOf(account, null, AT_MOST).stream()
        .filter(dossier -> !dossier.status().draft() && !dossier.status().closed())
        .map(dossier -> subject(dossier, language))
        .toList();
  }

  private Subject subject(Dossier dossier, Language language) {
    return new Subject(
        dossier.submittedCode().value(),
        services.get(dossier.service().slug(), dossier.service().version()).name().in(language),
        "/my/dossiers/" + dossier.id());
  }
}
