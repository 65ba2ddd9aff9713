package org.motcua.dossiers.filling;

import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OpenedDossier;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.CurrentUser;
import org.springframework.stereotype.Component;

/** Finds what somebody fills in: every page, row and keystroke that is sent begins so. */
@Component
class DraftsInHand {

  private final OwnDossiers own;
  private final OnlineServices services;

  DraftsInHand(OwnDossiers own, OnlineServices services) {
    this.own = own;
    this.services = services;
  }

  Optional<DraftInHand> find(DossierId id, CurrentUser user) {
    return own.findToFill(id, user).map(this::withForm);
  }

  /** Locked until the transaction ends. */
  Optional<DraftInHand> findForUpdate(DossierId id, CurrentUser user) {
    return own.findToFillForUpdate(id, user).map(this::withForm);
  }

  private DraftInHand withForm(OpenedDossier opened) {
    var service = opened.dossier().service();
    return new DraftInHand(opened, services.get(service.slug(), service.version()).form());
  }
}
