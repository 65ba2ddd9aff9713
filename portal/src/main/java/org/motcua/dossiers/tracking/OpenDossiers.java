package org.motcua.dossiers.tracking;

import java.util.List;
import java.util.Locale;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.AccountId;
import org.motcua.identity.OpenMatters;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Dossiers on which somebody still waits. */
@Component
class OpenDossiers implements OpenMatters {

  private static final int LATEST = 20;

  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Messages messages;

  OpenDossiers(DossierStore dossiers, OnlineServices services, Messages messages) {
    this.dossiers = dossiers;
    this.services = services;
    this.messages = messages;
  }

  @Override
  public List<OpenMatter> openMattersOf(AccountId account, Language language) {
    return dossiers.listOf(account, null, LATEST).stream()
        .filter(OpenDossiers::unfinished)
        .map(dossier -> matter(dossier, language))
        .toList();
  }

  private static boolean unfinished(Dossier dossier) {
    return switch (dossier.status()) {
      case DRAFT, RETURNED, REFUSED, STOPPED -> false;
      default -> true;
    };
  }

  private OpenMatter matter(Dossier dossier, Language language) {
    var status =
        messages.text(
            language, "dossiers.status." + dossier.status().name().toLowerCase(Locale.ROOT));
    return new OpenMatter(
        services.get(dossier.service().slug(), dossier.service().version()).name().in(language)
            + ", "
            + dossier.submittedCode()
            + ": "
            + status,
        "/my/dossiers/" + dossier.id());
  }
}
