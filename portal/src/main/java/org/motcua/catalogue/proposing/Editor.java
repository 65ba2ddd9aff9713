package org.motcua.catalogue.proposing;

import java.util.Set;
import org.motcua.catalogue.proposing.model.Act;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.Publishers;
import org.motcua.catalogue.proposing.model.Stage;
import org.motcua.catalogue.proposing.model.Transitions;
import org.motcua.catalogue.proposing.model.Transitions.Doer;
import org.motcua.catalogue.proposing.model.Who;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Role;

/** An officer at the editors' desk of one agency, with the roles he has there. */
record Editor(AccountId account, String name, AgencyId agency, Set<Role> roles) {

  /** The ministry or province to which the agency belongs. */
  AgencyId authority() {
    return Publishers.authorityOf(agency);
  }

  Who who() {
    return new Who(account, name);
  }

  /** As the audit trail names him. */
  String actor() {
    return "account:" + account;
  }

  boolean drafts() {
    return roles.contains(Role.PROCEDURE_EDITOR);
  }

  boolean controls() {
    return roles.contains(Role.PROCEDURE_CONTROLLER);
  }

  /** A draft is its agency's own affair until it is proposed. */
  boolean sees(Proposal proposal) {
    if (agency.equals(proposal.agency())) return true;
    if (proposal.stage() == Stage.DRAFT || proposal.stage() == Stage.DISCARDED) return false;
    return authority().equals(proposal.authority())
        || sits(Doer.PUBLISHER, proposal) && proposal.stage() != Stage.PROPOSED;
  }

  boolean writes(Proposal proposal) {
    return sits(Doer.AUTHOR, proposal) && proposal.editable();
  }

  /** Whether he sits where this act is done; whether it is his own work is another question. */
  boolean may(Act act, Proposal proposal) {
    return Transitions.find(proposal.stage(), act)
        .filter(transition -> sits(transition.by(), proposal))
        .isPresent();
  }

  boolean sits(Doer side, Proposal proposal) {
    return switch (side) {
      case AUTHOR -> drafts() && agency.equals(proposal.agency());
      case CONTROL -> controls() && authority().equals(proposal.authority());
      case PUBLISHER -> controls() && authority().equals(proposal.publisher());
    };
  }
}
