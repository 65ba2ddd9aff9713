package org.motcua.dossiers.papers;

import java.time.Clock;
import java.util.Optional;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.FillingContext;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** To which agency a dossier goes, or would go if it were handed in now. */
@Component
class Destination {

  private final OnlineServices services;
  private final Organisation organisation;
  private final Clock clock;

  Destination(OnlineServices services, Organisation organisation, Clock clock) {
    this.services = services;
    this.organisation = organisation;
    this.clock = clock;
  }

  /** Empty as long as the answers do not tell. */
  Optional<Agency> of(Dossier dossier) {
    var agency = dossier.agency();
    if (agency != null) return organisation.findAgency(agency);
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var today = FillingContext.now(clock, Language.VIETNAMESE).today();
    return service
        .receiver()
        .find(service.form().situation(dossier.answers(), today), organisation);
  }
}
