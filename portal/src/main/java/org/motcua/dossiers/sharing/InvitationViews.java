package org.motcua.dossiers.sharing;

import org.motcua.eservices.OnlineServices;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** Puts an invitation into words for the one who was invited. */
@Component
public class InvitationViews {

  private final SharedParts parts;
  private final OnlineServices services;

  InvitationViews(SharedParts parts, OnlineServices services) {
    this.parts = parts;
    this.services = services;
  }

  public InvitationView of(Joining.Invitation invitation, Language language) {
    var dossier = invitation.dossier();
    var participation = invitation.participation();
    return new InvitationView(
        "/my/dossiers/" + dossier.id(),
        services.get(dossier.service().slug(), dossier.service().version()).name().in(language),
        dossier.applicant().name(),
        parts.names(dossier, participation.parts(), language),
        new Formats(language).date(participation.until().minusSeconds(1)),
        participation.seesAll() || participation.parts().whole());
  }
}
