package org.motcua.dossiers.handling;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Role;

/**
 * Who acts at the desk of one agency, with all the roles he has there: an officer with an account,
 * or one who works in his agency's own system, as that names him.
 *
 * @param client the agency's system; {@code null} for an officer who is here himself
 * @param account {@code null} for one who works elsewhere
 */
record DeskOfficer(
    @Nullable String client,
    @Nullable AccountId account,
    String name,
    AgencyId agency,
    Set<Role> roles) {

  private static final Set<Role> EDITING = Set.of(Role.PROCEDURE_EDITOR, Role.PROCEDURE_CONTROLLER);

  private static final AgencyId GOVERNMENT_OFFICE = new AgencyId("000.00.00.G22");

  /** One who sits here. */
  static DeskOfficer here(AccountId account, String name, AgencyId agency, Set<Role> roles) {
    return new DeskOfficer(null, account, name, agency, roles);
  }

  /** One who works in his agency's system, which keeps its own posts: here he may do all. */
  static DeskOfficer elsewhere(String client, String name, AgencyId agency) {
    return new DeskOfficer(client, null, name, agency, EnumSet.allOf(Role.class));
  }

  /** Nobody here, for one who works elsewhere. */
  @Nullable OfficerId id() {
    return account == null ? null : new OfficerId(account.value());
  }

  /** As the audit trail names him. */
  String auditName() {
    return account == null ? "client:" + client : "account:" + account;
  }

  /** Whether he may go on with it: it lies with nobody, with him, or his own system knows. */
  boolean mayTouch(Dossier dossier) {
    return account == null || dossier.handler() == null || dossier.handler().equals(id());
  }

  boolean hasOneOf(Set<Role> some) {
    return !Collections.disjoint(roles, some);
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
    return account == null
        ? new Actor.AnOfficerElsewhere(requireNonNull(client), name)
        : new Actor.AnOfficer(account, name);
  }
}
