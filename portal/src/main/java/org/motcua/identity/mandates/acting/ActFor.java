package org.motcua.identity.mandates.acting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.motcua.identity.Accounts;
import org.motcua.identity.Acting;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.MandateKind;
import org.motcua.identity.Mandates;
import org.motcua.identity.mandates.acting.ActingOutcome.ActsAlready;
import org.motcua.identity.mandates.acting.ActingOutcome.Begun;
import org.motcua.identity.mandates.acting.ActingOutcome.NoSuchMandate;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins and ends acting for another. */
@Component
public class ActFor {

  private final Mandates mandates;
  private final Accounts accounts;
  private final SwitchSession session;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  ActFor(
      Mandates mandates,
      Accounts accounts,
      SwitchSession session,
      AuditTrail audit,
      TransactionTemplate transaction) {
    this.mandates = mandates;
    this.accounts = accounts;
    this.session = session;
    this.audit = audit;
    this.transaction = transaction;
  }

  /**
   * @param destination where the answer leads when it has begun
   */
  public ActingOutcome begin(
      CurrentUser user,
      MandateId id,
      String destination,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (user.acting() != null) return new ActsAlready();
    var mandate = mandates.findStanding(id).filter(standing -> standing.holder().equals(user.id()));
    if (mandate.isEmpty()) return new NoSuchMandate();
    var as = represented(mandate.get(), user);
    record("identity.acting-begun", as, mandate.get());
    session.to(as, destination, null, request, response);
    return new Begun(as);
  }

  /** The level stays the actor's own: what he has shown is what the portal knows. */
  private CurrentUser represented(Mandate mandate, CurrentUser user) {
    var other = accounts.getPerson(mandate.represented());
    var acting = new Acting(user.id(), user.kind(), user.name(), mandate.id());
    return new CurrentUser(other.id(), other.kind(), other.name(), user.level(), acting);
  }

  /** The mandate of an officer at a counter ends with it. */
  public void end(
      CurrentUser user,
      String destination,
      HttpServletRequest request,
      HttpServletResponse response) {
    var acting = user.acting();
    if (acting == null) return;
    transaction.executeWithoutResult(
        status ->
            mandates
                .find(acting.mandate())
                .ifPresent(
                    mandate -> {
                      record("identity.acting-ended", user, mandate);
                      if (mandate.kind() == MandateKind.COUNTER) {
                        mandates.revoke(mandate.id(), user);
                      }
                    }));
    session.to(own(user, acting), destination, null, request, response);
  }

  /** When the mandate is gone: back to oneself, and the next page says why. */
  void endedByOther(
      CurrentUser user, Acting acting, HttpServletRequest request, HttpServletResponse response) {
    var note = new SwitchSession.Note(ActingController.ENDED, user.name());
    session.to(own(user, acting), ActingController.ENDED_PAGE, note, request, response);
  }

  private static CurrentUser own(CurrentUser user, Acting acting) {
    return new CurrentUser(
        acting.actor(), acting.actorKind(), acting.actorName(), user.level(), null);
  }

  private void record(String action, CurrentUser as, Mandate mandate) {
    transaction.executeWithoutResult(
        status ->
            audit.record(
                as.actor(),
                action,
                "account",
                as.id().toString(),
                Map.of("mandate", mandate.id().toString(), "kind", mandate.kind().name())));
  }
}
