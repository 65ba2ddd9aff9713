package org.motcua.dossiers.papers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.TakenPaper;
import org.motcua.dossiers.model.TakenPaperStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.AccountId;
import org.motcua.identity.Consents;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * That papers of a store may go to an agency with a dossier: asked once for each dossier and each
 * agency, of the one whose papers they are. Without it a draft that has them is not handed in.
 */
@Component
public class StoreConsents {

  private static final String OBJECT = "papers-for:";
  private static final String RECIPIENT = "agency:";
  private static final String WHAT = "dossiers.store.consent.taken";
  private static final String WHY = "dossiers.store.consent.taken.why";

  private final Consents consents;
  private final TakenPaperStore taken;
  private final Destination destination;
  private final OnlineServices services;
  private final Organisation organisation;

  StoreConsents(
      Consents consents,
      TakenPaperStore taken,
      Destination destination,
      OnlineServices services,
      Organisation organisation) {
    this.consents = consents;
    this.taken = taken;
    this.destination = destination;
    this.services = services;
    this.organisation = organisation;
  }

  /**
   * What this user has to agree to before papers of his go along.
   *
   * @param agency whom he was told they go to
   */
  public record Asked(String agency, String agencyName) {}

  /** Empty where it is agreed already, or where nobody knows yet to whom the dossier goes. */
  public Optional<Asked> asked(Dossier dossier, CurrentUser user) {
    return destination
        .of(dossier)
        .filter(agency -> !stands(user.id(), dossier.id(), agency.id()))
        .map(this::asked);
  }

  /** As {@link #asked}, once the dossier has papers of this user's. */
  public @Nullable Asked stillAsked(Dossier dossier, CurrentUser user) {
    return taken.listOf(dossier.id()).stream().anyMatch(each -> each.owner().equals(user.id()))
        ? asked(dossier, user).orElse(null)
        : null;
  }

  /** To whom it goes, agreed to or not. */
  public Optional<String> goesTo(Dossier dossier) {
    return destination.of(dossier).map(agency -> asked(agency).agencyName());
  }

  public Optional<AgencyId> receiver(Dossier dossier) {
    return destination.of(dossier).map(Agency::id);
  }

  /** Whether all whose papers are in it have agreed that they go there. */
  public boolean complete(Dossier dossier, AgencyId agency) {
    return taken.listOf(dossier.id()).stream()
        .map(TakenPaper::owner)
        .distinct()
        .allMatch(owner -> stands(owner, dossier.id(), agency));
  }

  /** Only to the agency of which he was told: his answers may have sent it elsewhere since. */
  @Transactional
  public boolean agree(Dossier dossier, CurrentUser user, String toldAgency) {
    var agency = destination.of(dossier).filter(found -> found.id().value().equals(toldAgency));
    agency.ifPresent(found -> give(dossier, user, found.id()));
    return agency.isPresent();
  }

  private void give(Dossier dossier, CurrentUser user, AgencyId agency) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    consents.give(
        new Consents.Given(
            user.id(),
            OBJECT + dossier.id(),
            RECIPIENT + agency,
            WHAT,
            WHY,
            service.name().in(Language.VIETNAMESE),
            true),
        user.actor());
  }

  private boolean stands(AccountId owner, DossierId dossier, AgencyId agency) {
    return consents.stands(owner, OBJECT + dossier, RECIPIENT + agency);
  }

  private Asked asked(Agency agency) {
    var name = organisation.nameWithPlace(agency.id()).orElse(agency.name());
    return new Asked(agency.id().value(), name);
  }
}
