package org.motcua.dossiers.handling;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.Entrusted;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.QueueQuery.Visible;
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
 * @param standsInFor who is away and has named him, with their names
 */
public record DeskOfficer(
    @Nullable String client,
    @Nullable AccountId account,
    String name,
    AgencyId agency,
    Set<Role> roles,
    Map<OfficerId, String> standsInFor) {

  private static final Set<Role> EDITING = Set.of(Role.PROCEDURE_EDITOR, Role.PROCEDURE_CONTROLLER);

  private static final Set<Role> HANDLING =
      Set.of(Role.RECEPTION, Role.SPECIALIST, Role.HEAD, Role.LEADER);

  private static final AgencyId GOVERNMENT_OFFICE = new AgencyId("000.00.00.G22");

  /** One who sits here. */
  static DeskOfficer here(AccountId account, String name, AgencyId agency, Set<Role> roles) {
    return here(account, name, agency, roles, Map.of());
  }

  static DeskOfficer here(
      AccountId account,
      String name,
      AgencyId agency,
      Set<Role> roles,
      Map<OfficerId, String> standsInFor) {
    return new DeskOfficer(null, account, name, agency, roles, standsInFor);
  }

  /** One who works in his agency's system, which keeps its own posts: here he may do all. */
  public static DeskOfficer elsewhere(String client, String name, AgencyId agency) {
    return new DeskOfficer(client, null, name, agency, EnumSet.allOf(Role.class), Map.of());
  }

  /** Nobody here, for one who works elsewhere. */
  public @Nullable OfficerId id() {
    return account == null ? null : new OfficerId(account.value());
  }

  /** As the audit trail names him. */
  public String auditName() {
    return account == null ? "client:" + client : "account:" + account;
  }

  /**
   * Whether he may go on with it: it lies with nobody, with him, with one for whom he stands in, or
   * his own system knows.
   */
  public boolean mayTouch(Dossier dossier) {
    var handler = dossier.handler();
    return account == null
        || handler == null
        || handler.equals(id())
        || standsInFor.containsKey(handler);
  }

  /** With whom lies what counts as his. */
  public Set<OfficerId> mine() {
    var mine = new HashSet<>(standsInFor.keySet());
    var himself = id();
    if (himself != null) mine.add(himself);
    return mine;
  }

  /** How much of this dossier his posts need to see: of his own agency's, as each role has it. */
  public Sight sightOf(Dossier dossier) {
    if (!handles(dossier)) return Sight.NONE;
    return sightOf(dossier.status(), dossier.term().acceptedAt() != null);
  }

  /** The same of what others ask his agency about a dossier of theirs. */
  public Sight sightOf(Entrusted part) {
    return agency.equals(part.agency()) ? Sight.of(part, roles) : Sight.NONE;
  }

  public boolean sees(Dossier dossier) {
    return sightOf(dossier) != Sight.NONE;
  }

  public boolean seesAllOf(Dossier dossier) {
    return sightOf(dossier) == Sight.WHOLE;
  }

  /** Who only hands results over asks for a name, not for a phone. */
  boolean seesContact() {
    return roles.stream().anyMatch(role -> HANDLING.contains(role));
  }

  /** The same rule for a whole list. */
  public Visible visible() {
    var always = EnumSet.noneOf(DossierStatus.class);
    var onceAccepted = EnumSet.noneOf(DossierStatus.class);
    for (var status : DossierStatus.values()) {
      if (sightOf(status, false) != Sight.NONE) always.add(status);
      else if (sightOf(status, true) != Sight.NONE) onceAccepted.add(status);
    }
    return new Visible(always, onceAccepted);
  }

  private Sight sightOf(DossierStatus status, boolean accepted) {
    return roles.stream()
        .map(role -> Sight.of(role, status, accepted))
        .max(Comparator.naturalOrder())
        .orElse(Sight.NONE);
  }

  public boolean hasOneOf(Set<Role> some) {
    return !Collections.disjoint(roles, some);
  }

  public boolean has(Role role) {
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

  /** The register is kept where dossiers come in, and read by who answers for them all. */
  boolean keepsRegister() {
    return has(Role.RECEPTION) || has(Role.LEADER);
  }

  /** The Government Office keeps the portal and all its services. */
  boolean keepsPortal() {
    return has(Role.ADMINISTRATOR) && agency.equals(GOVERNMENT_OFFICE);
  }

  boolean handles(Dossier dossier) {
    return !dossier.status().draft() && agency.equals(dossier.agency());
  }

  public Actor actor() {
    return account == null
        ? new Actor.AnOfficerElsewhere(requireNonNull(client), name)
        : new Actor.AnOfficer(account, name);
  }

  /** It is his question, or one of those whom he heads or for whom he stands in. */
  public boolean asked(Entrusted part) {
    var asker = part.asker();
    if (!agency.equals(asker.agency())) return false;
    if (account == null || has(Role.HEAD) || has(Role.LEADER)) return true;
    var by = asker.account();
    return by != null && (by.equals(account) || standsInFor.containsKey(new OfficerId(by.value())));
  }

  /** Who history says it was when he goes on with what another has in hand. */
  Actor actorFor(Dossier dossier) {
    var handler = dossier.handler();
    if (account == null || handler == null || handler.equals(id())) return actor();
    var away = standsInFor.get(handler);
    return away == null
        ? actor()
        : new Actor.AnOfficer(account, name, new Actor.Away(new AccountId(handler.value()), away));
  }
}
