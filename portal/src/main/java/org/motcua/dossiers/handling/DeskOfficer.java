package org.motcua.dossiers.handling;

import java.util.Set;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Role;

/** An officer at the desk of one agency, with all the roles he has there. */
record DeskOfficer(AccountId account, String name, AgencyId agency, Set<Role> roles) {

  private static final Set<Role> EDITING = Set.of(Role.PROCEDURE_EDITOR, Role.PROCEDURE_CONTROLLER);

  private static final AgencyId GOVERNMENT_OFFICE = new AgencyId("000.00.00.G22");

  OfficerId id() {
    return new OfficerId(account.value());
  }

  boolean has(Role role) {
    return roles.contains(role);
  }

  boolean editsProcedures() {
    return has(Role.PROCEDURE_EDITOR) || has(Role.PROCEDURE_CONTROLLER);
  }

  /** He has no dossiers at all; his desk is another one. */
  boolean onlyEditsProcedures() {
    return EDITING.containsAll(roles);
  }

  /** The hotline's desk is that of people who cannot sign in. */
  boolean onlySupports() {
    return roles.equals(Set.of(Role.SUPPORT));
  }

  /** Looks who somebody is, and gives him his account back. */
  boolean knowsPeople() {
    return has(Role.RECEPTION) || has(Role.SUPPORT);
  }

  /** The Government Office keeps the portal and all its services. */
  boolean keepsPortal() {
    return has(Role.ADMINISTRATOR) && agency.equals(GOVERNMENT_OFFICE);
  }

  boolean handles(Dossier dossier) {
    return !dossier.status().draft() && agency.equals(dossier.agency());
  }

  Actor actor() {
    return new Actor.AnOfficer(account, name);
  }
}
