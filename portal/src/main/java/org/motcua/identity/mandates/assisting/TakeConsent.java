package org.motcua.identity.mandates.assisting;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DataAccesses;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.identity.codes.Codes;
import org.motcua.identity.codes.Codes.Checked;
import org.motcua.identity.mandates.assisting.Assistance.Newcomer;
import org.motcua.identity.mandates.assisting.ConsentOutcome.Consented;
import org.motcua.identity.mandates.assisting.ConsentOutcome.NoSuchRequest;
import org.motcua.identity.mandates.assisting.ConsentOutcome.NotRight;
import org.motcua.identity.mandates.assisting.ConsentOutcome.NumberTaken;
import org.motcua.identity.mandates.assisting.ConsentOutcome.PaperRefused;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.NewAccount;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The code read out is the consent: from then on, for an hour and for one procedure, the officer
 * acts in the citizen's name. A citizen who was never here gets an account by it; one whose
 * identity paper the officer has seen is verified.
 */
@Service
class TakeConsent {

  private static final Duration HOLDS = Duration.ofMinutes(60);

  /** With a right code each answer tells whether facts fit: nobody may try many. */
  private static final Limit PAPERS = new Limit(10, Duration.ofHours(1));

  private static final Set<Power> POWERS = Set.of(Power.SEE, Power.FILE, Power.PAY, Power.SIGN);

  private final Assistances assistances;
  private final Codes codes;
  private final AccountStore accounts;
  private final VerifyAtCounter verifyAtCounter;
  private final Mandates mandates;
  private final DataAccesses accesses;
  private final AuditTrail audit;
  private final RateLimits limits;
  private final Clock clock;
  private final TransactionTemplate transaction;

  TakeConsent(
      Assistances assistances,
      Codes codes,
      AccountStore accounts,
      VerifyAtCounter verifyAtCounter,
      Mandates mandates,
      DataAccesses accesses,
      AuditTrail audit,
      RateLimits limits,
      Clock clock,
      TransactionTemplate transaction) {
    this.assistances = assistances;
    this.codes = codes;
    this.accounts = accounts;
    this.verifyAtCounter = verifyAtCounter;
    this.mandates = mandates;
    this.accesses = accesses;
    this.audit = audit;
    this.limits = limits;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * @param paper which identity paper the officer has seen; null: none
   */
  ConsentOutcome take(
      UUID id, String code, @Nullable SeenPaper paper, CurrentUser officer, AgencyId agency) {
    if (paper != null && !limits.tryConsume("identity.assisting-paper:" + id, PAPERS)) {
      return new PaperRefused(PaperFinding.TOO_OFTEN);
    }
    var outcome =
        transaction.execute(
            status -> {
              var come = inTransaction(id, code, paper, officer, agency);
              // The code is not used up by a slip of the officer's hand.
              if (come instanceof PaperRefused) status.setRollbackOnly();
              return come;
            });
    if (outcome instanceof PaperRefused(var why)) refused(id, why, officer);
    return outcome;
  }

  private ConsentOutcome inTransaction(
      UUID id, String code, @Nullable SeenPaper paper, CurrentUser officer, AgencyId agency) {
    var found = assistances.findForUpdate(id, officer.id(), clock.instant());
    if (found.isEmpty()) return new NoSuchRequest();
    var request = found.get();
    return switch (codes.check(AskCitizen.PURPOSE, request.subject(), code)) {
      case Checked.Right right -> consent(request, paper, officer, agency);
      case Checked.RightAgain again -> secondClick(request);
      case Checked wrong -> new NotRight(wrong);
    };
  }

  private ConsentOutcome consent(
      Assistance request, @Nullable SeenPaper paper, CurrentUser officer, AgencyId agency) {
    var newcomer = request.facts().newcomer();
    if (newcomer != null && !open(request, newcomer, paper, officer)) return new NumberTaken();
    if (paper != null) {
      var finding = verifyAtCounter.verify(request, paper, officer);
      if (finding != PaperFinding.VERIFIED) return new PaperRefused(finding);
    }
    var mandate =
        mandates.grant(
            new NewMandate(
                MandateKind.COUNTER,
                request.citizen(),
                officer.id(),
                POWERS,
                new MandateScope.Procedure(request.facts().procedure()),
                clock.instant().plus(HOLDS)),
            officer);
    assistances.consented(request.id(), mandate.id());
    accesses.record(
        new DataAccesses.Seen(
            request.citizen(),
            "assistance:" + request.id(),
            "identity.assisting.accessed",
            request.facts().procedure()),
        new DataAccesses.Viewer.Officer(officer.id()),
        agency,
        "identity.assisting.accessed.why");
    return new Consented(mandate, request.facts().address());
  }

  private boolean open(
      Assistance request, Newcomer newcomer, @Nullable SeenPaper paper, CurrentUser officer) {
    var opened =
        accounts.add(
            new NewAccount(
                request.citizen().value(),
                AccountKind.CITIZEN,
                newcomer.name(),
                newcomer.number(),
                null,
                null,
                null,
                newcomer.born(),
                new CitizenId(newcomer.number()).gender().orElse(null),
                request.facts().phone(),
                null,
                null,
                Language.VIETNAMESE,
                null));
    if (!opened) return false;
    audit.record(
        officer.actor(),
        "identity.registered-at-counter",
        "account",
        request.citizen().toString(),
        Map.of("paper", paper == null ? "" : paper.kind()));
    return true;
  }

  private void refused(UUID id, PaperFinding why, CurrentUser officer) {
    transaction.executeWithoutResult(
        status ->
            assistances
                .find(id, officer.id(), clock.instant())
                .ifPresent(
                    request ->
                        audit.record(
                            officer.actor(),
                            "identity.paper-refused",
                            "account",
                            request.citizen().toString(),
                            Map.of("why", why.name()))));
  }

  private ConsentOutcome secondClick(Assistance request) {
    var given = request.mandate();
    if (given == null) return new NoSuchRequest();
    return mandates
        .findStanding(given)
        .<ConsentOutcome>map(mandate -> new Consented(mandate, request.facts().address()))
        .orElseGet(NoSuchRequest::new);
  }
}
