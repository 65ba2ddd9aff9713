package org.motcua.identity.recovering;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataAccesses;
import org.motcua.identity.DataAccesses.Seen;
import org.motcua.identity.DataAccesses.Viewer;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.profile.SecretLink;
import org.motcua.identity.profile.TellHolder;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer has looked who it is. What he was shown is compared here, not by his eye: he sees
 * nothing of the account, and cannot be talked into more.
 */
@Service
class DecideRecovery {

  private final Recoveries recoveries;
  private final Identification identification;
  private final RecoveryTerms terms;
  private final AccountStore accounts;
  private final TellHolder tell;
  private final SmsGateway sms;
  private final Messages messages;
  private final DataAccesses accesses;
  private final AuditTrail audit;
  private final SchedulerClient jobs;
  private final Clock clock;
  private final String portal;

  DecideRecovery(
      Recoveries recoveries,
      Identification identification,
      RecoveryTerms terms,
      AccountStore accounts,
      TellHolder tell,
      SmsGateway sms,
      Messages messages,
      DataAccesses accesses,
      AuditTrail audit,
      SchedulerClient jobs,
      Clock clock,
      @Value("${motcua.public-url}") String portal) {
    this.recoveries = recoveries;
    this.identification = identification;
    this.terms = terms;
    this.accounts = accounts;
    this.tell = tell;
    this.sms = sms;
    this.messages = messages;
    this.accesses = accesses;
    this.audit = audit;
    this.jobs = jobs;
    this.clock = clock;
    this.portal = portal;
  }

  @Transactional
  public DecisionOutcome approve(Reference reference, Told told, RecoveryOfficer officer) {
    var found = recoveries.findForUpdate(reference).filter(it -> officer.handles(it.way()));
    if (found.isEmpty()) return new DecisionOutcome.NoSuchRequest();
    var recovery = found.get();
    if (!recovery.is(RecoveryState.WAITING)) return new DecisionOutcome.DecidedAlready();
    var account = recovery.account();
    return account != null && identification.fits(recovery, told)
        ? approve(recovery, account, officer)
        : doesNotFit(recovery, officer);
  }

  private DecisionOutcome approve(Recovery recovery, AccountId id, RecoveryOfficer officer) {
    var now = clock.instant();
    var readyAt = now.plus(terms.delay(recovery.way()));
    var stop = SecretLink.fresh();
    decided(recovery, RecoveryState.APPROVED, officer);
    recoveries.readyAt(recovery.id(), readyAt, stop, readyAt.plus(RecoveryTerms.TO_BE_FINISHED));
    jobs.schedule(new TaskInstance<>(RecoveryReady.NAME, recovery.id().toString(), null), readyAt);
    accounts.find(id).ifPresent(account -> warn(account, recovery, readyAt.isAfter(now), stop));
    accesses.record(
        new Seen(id, "account:" + id, "identity.recover.seen", recovery.reference().value()),
        new Viewer.Officer(officer.account()),
        officer.agency(),
        "identity.recover.why");
    return new DecisionOutcome.Approved();
  }

  /** At every old contact, with a link that stops it. */
  private void warn(Account account, Recovery recovery, boolean later, String stop) {
    var address = portal + "/recover/stop/" + stop;
    var key = later ? "identity.recover.told.later" : "identity.recover.told.now";
    var at =
        new Formats(account.language()).dateTime(clock.instant().plus(terms.delay(recovery.way())));
    tell.everywhere(account, key, address, at);
  }

  private DecisionOutcome doesNotFit(Recovery recovery, RecoveryOfficer officer) {
    recoveries.tried(recovery.id());
    var left = RecoveryTerms.TRIES - recovery.tries() - 1;
    if (left <= 0) decided(recovery, RecoveryState.REFUSED, officer);
    else RecoveryAudit.record(audit, officer.actor(), "identity.recovery-did-not-fit", recovery);
    return new DecisionOutcome.DoesNotFit(Math.max(0, left));
  }

  @Transactional
  public DecisionOutcome refuse(Reference reference, RecoveryOfficer officer) {
    var found = recoveries.findForUpdate(reference).filter(it -> officer.handles(it.way()));
    if (found.isEmpty()) return new DecisionOutcome.NoSuchRequest();
    var recovery = found.get();
    if (!recovery.is(RecoveryState.WAITING)) return new DecisionOutcome.DecidedAlready();
    decided(recovery, RecoveryState.REFUSED, officer);
    sms.send(
        recovery.phone().international(),
        messages.text(
            recovery.language(), "identity.recover.sms.refused", recovery.reference().value()));
    return new DecisionOutcome.Refused();
  }

  private void decided(Recovery recovery, RecoveryState state, RecoveryOfficer officer) {
    recoveries.decided(
        recovery.id(), state, officer.account().value(), officer.agency(), clock.instant());
    var action = state == RecoveryState.APPROVED ? "approved" : "refused";
    RecoveryAudit.record(audit, officer.actor(), "identity.recovery-" + action, recovery);
  }
}
