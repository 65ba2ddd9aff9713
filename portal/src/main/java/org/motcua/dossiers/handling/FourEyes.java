package org.motcua.dossiers.handling;

import java.util.Optional;
import org.motcua.dossiers.handling.DeskOutcome.SameHands;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.eservices.OnlineServices;
import org.springframework.stereotype.Component;

/** Whoever has prepared a dossier does not decide on it, where its service wants that. */
@Component
class FourEyes {

  private final DossierStore dossiers;
  private final OnlineServices services;

  FourEyes(DossierStore dossiers, OnlineServices services) {
    this.dossiers = dossiers;
    this.services = services;
  }

  Optional<DeskOutcome> against(DeskOfficer officer, Dossier dossier) {
    if (!services.get(dossier.service().slug(), dossier.service().version()).fourEyes()) {
      return Optional.empty();
    }
    return lastPreparation(dossier)
        .filter(entry -> isBy(officer, entry.actor()))
        .map(entry -> new SameHands());
  }

  /** Also when he prepared it for somebody who was away. */
  private static boolean isBy(DeskOfficer officer, Actor actor) {
    return actor instanceof Actor.AnOfficer here
        ? here.account().equals(officer.account())
        : actor.equals(officer.actor());
  }

  Optional<HistoryEntry> lastPreparation(Dossier dossier) {
    return dossiers.historyOf(dossier.id()).reversed().stream()
        .filter(entry -> entry.event() == Event.PREPARED)
        .findFirst();
  }
}
