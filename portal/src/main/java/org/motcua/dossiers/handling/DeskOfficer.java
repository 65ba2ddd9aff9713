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

  OfficerId id() {
    return new OfficerId(account.value());
  }

  boolean has(Role role) {
    return roles.contains(role);
  }

  boolean handles(Dossier dossier) {
    return !dossier.status().draft() && agency.equals(dossier.agency());
  }

  Actor actor() {
    return new Actor.AnOfficer(account, name);
  }
}
