package org.motcua.dossiers.model;

import static org.motcua.dossiers.model.Act.ACCEPT;
import static org.motcua.dossiers.model.Act.APPROVE;
import static org.motcua.dossiers.model.Act.GRANT_WITHDRAWAL;
import static org.motcua.dossiers.model.Act.REFUSE;
import static org.motcua.dossiers.model.Act.REQUEST_ADDITIONS;
import static org.motcua.dossiers.model.Act.REQUEST_PAYMENT;
import static org.motcua.dossiers.model.Act.REQUEST_WITHDRAWAL;
import static org.motcua.dossiers.model.Act.RETURN_RESULT;
import static org.motcua.dossiers.model.Act.SETTLE_PAYMENT;
import static org.motcua.dossiers.model.Act.STOP;
import static org.motcua.dossiers.model.Act.SUBMIT;
import static org.motcua.dossiers.model.Act.SUPPLY_ADDITIONS;
import static org.motcua.dossiers.model.Act.TAKE_UP;
import static org.motcua.dossiers.model.DossierStatus.ACCEPTED;
import static org.motcua.dossiers.model.DossierStatus.ADDITIONS_REQUESTED;
import static org.motcua.dossiers.model.DossierStatus.DRAFT;
import static org.motcua.dossiers.model.DossierStatus.FINISHED;
import static org.motcua.dossiers.model.DossierStatus.IN_PROCESS;
import static org.motcua.dossiers.model.DossierStatus.PAYMENT_REQUESTED;
import static org.motcua.dossiers.model.DossierStatus.REFUSED;
import static org.motcua.dossiers.model.DossierStatus.REGISTERED;
import static org.motcua.dossiers.model.DossierStatus.RETURNED;
import static org.motcua.dossiers.model.DossierStatus.STOPPED;
import static org.motcua.dossiers.model.DossierStatus.WITHDRAWAL_REQUESTED;

import java.util.List;
import java.util.Optional;
import org.motcua.organisation.Role;

/**
 * The one table of how a dossier may move; {@code docs/dossier-statuses.md} is drawn from it.
 *
 * <p>Where a service is handed over to somebody outside, he does what officers do elsewhere.
 */
public final class Transitions {

  /** Who may do it: the applicant, the portal itself, or an officer with a role at the agency. */
  public sealed interface Doer {
    record Applicant() implements Doer {}

    record Portal() implements Doer {}

    record Officer(Role role) implements Doer {}
  }

  public record Transition(DossierStatus from, Act act, DossierStatus to, Doer by) {}

  private static final Doer APPLICANT = new Doer.Applicant();
  private static final Doer PORTAL = new Doer.Portal();
  private static final Doer RECEPTION = new Doer.Officer(Role.RECEPTION);
  private static final Doer SPECIALIST = new Doer.Officer(Role.SPECIALIST);
  private static final Doer LEADER = new Doer.Officer(Role.LEADER);

  public static final List<Transition> TABLE =
      List.of(
          row(DRAFT, SUBMIT, REGISTERED, APPLICANT),
          row(REGISTERED, ACCEPT, ACCEPTED, RECEPTION),
          row(REGISTERED, REFUSE, REFUSED, RECEPTION),
          row(REGISTERED, REQUEST_ADDITIONS, ADDITIONS_REQUESTED, RECEPTION),
          row(REGISTERED, REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED, APPLICANT),
          row(ACCEPTED, TAKE_UP, IN_PROCESS, SPECIALIST),
          row(ACCEPTED, REQUEST_ADDITIONS, ADDITIONS_REQUESTED, SPECIALIST),
          row(ACCEPTED, REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED, APPLICANT),
          row(IN_PROCESS, REQUEST_ADDITIONS, ADDITIONS_REQUESTED, SPECIALIST),
          row(IN_PROCESS, REQUEST_PAYMENT, PAYMENT_REQUESTED, SPECIALIST),
          row(IN_PROCESS, REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED, APPLICANT),
          row(IN_PROCESS, STOP, STOPPED, LEADER),
          row(IN_PROCESS, APPROVE, FINISHED, LEADER),
          // Back to where the request came from: the desk before acceptance, the specialist after.
          row(ADDITIONS_REQUESTED, SUPPLY_ADDITIONS, REGISTERED, APPLICANT),
          row(ADDITIONS_REQUESTED, SUPPLY_ADDITIONS, IN_PROCESS, APPLICANT),
          row(ADDITIONS_REQUESTED, REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED, APPLICANT),
          row(PAYMENT_REQUESTED, SETTLE_PAYMENT, IN_PROCESS, PORTAL),
          row(PAYMENT_REQUESTED, REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED, APPLICANT),
          row(WITHDRAWAL_REQUESTED, GRANT_WITHDRAWAL, STOPPED, RECEPTION),
          row(FINISHED, RETURN_RESULT, RETURNED, PORTAL));

  public static boolean allows(DossierStatus from, Act act) {
    return find(from, act).isPresent();
  }

  /** Where this act leads, if it is allowed now. */
  public static Optional<Transition> find(DossierStatus from, Act act) {
    return TABLE.stream().filter(t -> t.from() == from && t.act() == act).findFirst();
  }

  /** Which officer's role the act needs, if it is allowed now and an officer's at all. */
  public static Optional<Role> roleFor(DossierStatus from, Act act) {
    return find(from, act)
        .map(Transition::by)
        .flatMap(
            by -> by instanceof Doer.Officer(Role role) ? Optional.of(role) : Optional.empty());
  }

  static boolean allows(DossierStatus from, Act act, DossierStatus to) {
    return TABLE.stream().anyMatch(t -> t.from() == from && t.act() == act && t.to() == to);
  }

  private static Transition row(DossierStatus from, Act act, DossierStatus to, Doer by) {
    return new Transition(from, act, to, by);
  }

  private Transitions() {}
}
