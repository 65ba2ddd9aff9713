package org.motcua.dossiers.handling;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.motcua.dossiers.handling.DeskFrame.DeskChoice;
import org.motcua.dossiers.model.EntrustedStore;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Role;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Makes the frame of the desk's lists. */
@Component
public class DeskFrames {

  private final Desk desk;
  private final EntrustedStore entrusted;
  private final Organisation organisation;
  private final Messages messages;

  DeskFrames(Desk desk, EntrustedStore entrusted, Organisation organisation, Messages messages) {
    this.desk = desk;
    this.entrusted = entrusted;
    this.organisation = organisation;
    this.messages = messages;
  }

  public DeskFrame of(DeskOfficer officer, CurrentUser user, Language language) {
    var roles =
        officer.roles().stream()
            .map(role -> "dossiers.role." + role.name().toLowerCase(Locale.ROOT))
            .map(key -> messages.text(language, key))
            .collect(Collectors.joining(", "));
    return new DeskFrame(
        officer.agency(),
        organisation.getAgency(officer.agency()).name(),
        roles,
        !officer.visible().nothing(),
        entrusted.countWaiting(officer.agency(), officer.roles()),
        desks(user),
        officer.editsProcedures(),
        officer.has(Role.ADMINISTRATOR),
        officer.keepsPortal(),
        officer.has(Role.RECEPTION),
        officer.knowsPeople(),
        officer.keepsRegister(),
        officer.has(Role.ACCOUNTANT));
  }

  private List<DeskChoice> desks(CurrentUser user) {
    var desks = desk.desksOf(user);
    if (desks.size() < 2) return List.of();
    return desks.stream()
        .map(agency -> new DeskChoice(agency.value(), organisation.getAgency(agency).name()))
        .toList();
  }
}
