package org.motcua.dossiers.model;

import static org.motcua.dossiers.model.Act.ACCEPT;
import static org.motcua.dossiers.model.Act.APOLOGISE;
import static org.motcua.dossiers.model.Act.APPROVE;
import static org.motcua.dossiers.model.Act.ASSIGN;
import static org.motcua.dossiers.model.Act.CORRECT_RESULT;
import static org.motcua.dossiers.model.Act.DENY_WITHDRAWAL;
import static org.motcua.dossiers.model.Act.ENTRUST;
import static org.motcua.dossiers.model.Act.GRANT_WITHDRAWAL;
import static org.motcua.dossiers.model.Act.HAND_BACK;
import static org.motcua.dossiers.model.Act.HAND_OVER;
import static org.motcua.dossiers.model.Act.PASS_ON;
import static org.motcua.dossiers.model.Act.RECALL;
import static org.motcua.dossiers.model.Act.REFUSE;
import static org.motcua.dossiers.model.Act.REPORT_BACK;
import static org.motcua.dossiers.model.Act.REQUEST_ADDITIONS;
import static org.motcua.dossiers.model.Act.REQUEST_PAYMENT;
import static org.motcua.dossiers.model.Act.REQUEST_WITHDRAWAL;
import static org.motcua.dossiers.model.Act.RETURN_RESULT;
import static org.motcua.dossiers.model.Act.REVOKE_RESULT;
import static org.motcua.dossiers.model.Act.SEND_BACK;
import static org.motcua.dossiers.model.Act.SEND_BY_POST;
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
import static org.motcua.organisation.Role.HEAD;
import static org.motcua.organisation.Role.LEADER;
import static org.motcua.organisation.Role.RECEPTION;
import static org.motcua.organisation.Role.RESULT_DESK;
import static org.motcua.organisation.Role.SPECIALIST;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motcua.organisation.Role;

/**
 * The one table of how a dossier may move; {@code docs/dossier-statuses.md} is drawn from it. A row
 * that leads to where it came from is an act that keeps the status.
 *
 * <p>Where a service is handed over to somebody outside, he does what officers do elsewhere. An
 * agency's own system acts for its officers, who hold their roles there.
 */
public final class Transitions {

  /** Who may do it. */
  public sealed interface Doer {
    record Applicant() implements Doer {}

    record Portal() implements Doer {}

    /** Any officer of the agency with one of these roles. */
    record Officer(Set<Role> roles) implements Doer {

      public Officer {
        roles = Set.copyOf(roles);
      }
    }

    /** Whoever's turn it is on the service's route, if the role of that step is one of these. */
    record AtStep(Set<Role> roles) implements Doer {

      public AtStep {
        roles = Set.copyOf(roles);
      }
    }

    /** Whoever was asked, at another agency or at this one. */
    record Entrusted() implements Doer {}

    /** Whoever decides by the service's route: its leader, where it has one. */
    record Decider() implements Doer {}
  }

  public record Transition(DossierStatus from, Act act, DossierStatus to, Doer by) {}

  private static final Doer APPLICANT = new Doer.Applicant();
  private static final Doer PORTAL = new Doer.Portal();
  private static final Doer ENTRUSTED = new Doer.Entrusted();
  private static final Doer DECIDER = new Doer.Decider();

  public static final List<Transition> TABLE =
      List.of(
          row(DRAFT, SUBMIT, REGISTERED, APPLICANT),
          row(REGISTERED, ACCEPT, ACCEPTED, officer(RECEPTION)),
          row(REGISTERED, REFUSE, REFUSED, officer(RECEPTION)),
          row(REGISTERED, REQUEST_ADDITIONS, ADDITIONS_REQUESTED, officer(RECEPTION)),
          row(REGISTERED, REQUEST_PAYMENT, PAYMENT_REQUESTED, officer(RECEPTION)),
          row(REGISTERED, APOLOGISE, REGISTERED, officer(RECEPTION, HEAD, LEADER)),
          row(REGISTERED, REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED, APPLICANT),
          row(ACCEPTED, ASSIGN, ACCEPTED, officer(HEAD, LEADER)),
          row(ACCEPTED, TAKE_UP, IN_PROCESS, atStep(SPECIALIST, HEAD, LEADER)),
          row(ACCEPTED, REQUEST_ADDITIONS, ADDITIONS_REQUESTED, atStep(SPECIALIST, HEAD, LEADER)),
          row(ACCEPTED, APOLOGISE, ACCEPTED, officer(SPECIALIST, HEAD, LEADER)),
          // Where the service's fee is paid before anybody goes on with it.
          row(ACCEPTED, REQUEST_PAYMENT, PAYMENT_REQUESTED, PORTAL),
          row(ACCEPTED, REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED, APPLICANT),
          row(ACCEPTED, STOP, STOPPED, DECIDER),
          row(IN_PROCESS, ASSIGN, IN_PROCESS, officer(HEAD, LEADER)),
          row(IN_PROCESS, TAKE_UP, IN_PROCESS, atStep(SPECIALIST, HEAD, LEADER)),
          row(IN_PROCESS, HAND_BACK, IN_PROCESS, atStep(SPECIALIST, HEAD, LEADER)),
          row(IN_PROCESS, PASS_ON, IN_PROCESS, atStep(SPECIALIST, HEAD, LEADER)),
          row(IN_PROCESS, SEND_BACK, IN_PROCESS, atStep(HEAD, LEADER)),
          row(IN_PROCESS, REQUEST_ADDITIONS, ADDITIONS_REQUESTED, atStep(SPECIALIST, HEAD, LEADER)),
          row(IN_PROCESS, REQUEST_PAYMENT, PAYMENT_REQUESTED, atStep(SPECIALIST, HEAD, LEADER)),
          row(IN_PROCESS, APOLOGISE, IN_PROCESS, officer(SPECIALIST, HEAD, LEADER)),
          row(IN_PROCESS, REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED, APPLICANT),
          row(IN_PROCESS, STOP, STOPPED, DECIDER),
          row(IN_PROCESS, APPROVE, FINISHED, DECIDER),
          // Back to where the request came from: the desk before acceptance, the specialist after.
          row(ADDITIONS_REQUESTED, SUPPLY_ADDITIONS, REGISTERED, APPLICANT),
          row(ADDITIONS_REQUESTED, SUPPLY_ADDITIONS, IN_PROCESS, APPLICANT),
          row(ADDITIONS_REQUESTED, REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED, APPLICANT),
          row(ADDITIONS_REQUESTED, STOP, STOPPED, DECIDER),
          row(PAYMENT_REQUESTED, SETTLE_PAYMENT, REGISTERED, officer(RECEPTION)),
          row(PAYMENT_REQUESTED, SETTLE_PAYMENT, IN_PROCESS, officer(RECEPTION)),
          // Paid online.
          row(PAYMENT_REQUESTED, SETTLE_PAYMENT, REGISTERED, PORTAL),
          row(PAYMENT_REQUESTED, SETTLE_PAYMENT, IN_PROCESS, PORTAL),
          row(PAYMENT_REQUESTED, REQUEST_WITHDRAWAL, WITHDRAWAL_REQUESTED, APPLICANT),
          row(PAYMENT_REQUESTED, STOP, STOPPED, DECIDER),
          row(WITHDRAWAL_REQUESTED, GRANT_WITHDRAWAL, STOPPED, officer(RECEPTION)),
          // To the status that the request broke off.
          row(WITHDRAWAL_REQUESTED, DENY_WITHDRAWAL, REGISTERED, officer(RECEPTION)),
          row(WITHDRAWAL_REQUESTED, DENY_WITHDRAWAL, ACCEPTED, officer(RECEPTION)),
          row(WITHDRAWAL_REQUESTED, DENY_WITHDRAWAL, IN_PROCESS, officer(RECEPTION)),
          row(WITHDRAWAL_REQUESTED, DENY_WITHDRAWAL, ADDITIONS_REQUESTED, officer(RECEPTION)),
          row(WITHDRAWAL_REQUESTED, DENY_WITHDRAWAL, PAYMENT_REQUESTED, officer(RECEPTION)),
          // What others are asked moves nothing; a question may be answered whatever is waited for.
          row(REGISTERED, ENTRUST, REGISTERED, officer(RECEPTION)),
          row(ACCEPTED, ENTRUST, ACCEPTED, atStep(SPECIALIST, HEAD, LEADER)),
          row(IN_PROCESS, ENTRUST, IN_PROCESS, atStep(SPECIALIST, HEAD, LEADER)),
          row(REGISTERED, RECALL, REGISTERED, officer(RECEPTION, SPECIALIST, HEAD, LEADER)),
          row(REGISTERED, REPORT_BACK, REGISTERED, ENTRUSTED),
          row(ACCEPTED, RECALL, ACCEPTED, officer(RECEPTION, SPECIALIST, HEAD, LEADER)),
          row(ACCEPTED, REPORT_BACK, ACCEPTED, ENTRUSTED),
          row(IN_PROCESS, RECALL, IN_PROCESS, officer(RECEPTION, SPECIALIST, HEAD, LEADER)),
          row(IN_PROCESS, REPORT_BACK, IN_PROCESS, ENTRUSTED),
          row(
              ADDITIONS_REQUESTED,
              RECALL,
              ADDITIONS_REQUESTED,
              officer(RECEPTION, SPECIALIST, HEAD, LEADER)),
          row(ADDITIONS_REQUESTED, REPORT_BACK, ADDITIONS_REQUESTED, ENTRUSTED),
          row(
              PAYMENT_REQUESTED,
              RECALL,
              PAYMENT_REQUESTED,
              officer(RECEPTION, SPECIALIST, HEAD, LEADER)),
          row(PAYMENT_REQUESTED, REPORT_BACK, PAYMENT_REQUESTED, ENTRUSTED),
          row(
              WITHDRAWAL_REQUESTED,
              RECALL,
              WITHDRAWAL_REQUESTED,
              officer(RECEPTION, SPECIALIST, HEAD, LEADER)),
          row(WITHDRAWAL_REQUESTED, REPORT_BACK, WITHDRAWAL_REQUESTED, ENTRUSTED),
          row(FINISHED, RETURN_RESULT, RETURNED, PORTAL),
          row(FINISHED, SEND_BY_POST, FINISHED, officer(RESULT_DESK, RECEPTION)),
          row(FINISHED, HAND_OVER, RETURNED, officer(RESULT_DESK, RECEPTION)),
          row(FINISHED, CORRECT_RESULT, FINISHED, officer(LEADER)),
          row(FINISHED, REVOKE_RESULT, FINISHED, officer(LEADER)),
          row(RETURNED, CORRECT_RESULT, RETURNED, officer(LEADER)),
          row(RETURNED, REVOKE_RESULT, RETURNED, officer(LEADER)));

  public static boolean allows(DossierStatus from, Act act) {
    return find(from, act).isPresent();
  }

  /** Where this act leads, if it is allowed now. */
  public static Optional<Transition> find(DossierStatus from, Act act) {
    return TABLE.stream().filter(t -> t.from() == from && t.act() == act).findFirst();
  }

  static boolean allows(DossierStatus from, Act act, DossierStatus to) {
    return TABLE.stream().anyMatch(t -> t.from() == from && t.act() == act && t.to() == to);
  }

  private static Transition row(DossierStatus from, Act act, DossierStatus to, Doer by) {
    return new Transition(from, act, to, by);
  }

  private static Doer officer(Role first, Role... others) {
    return new Doer.Officer(EnumSet.of(first, others));
  }

  private static Doer atStep(Role first, Role... others) {
    return new Doer.AtStep(EnumSet.of(first, others));
  }

  private Transitions() {}
}
