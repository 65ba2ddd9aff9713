package org.motcua.identity.mandates.assisting;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.model.NewAccount;
import org.motcua.identity.verifying.How;
import org.motcua.identity.verifying.Verifications;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The code read out is the consent: from then on, for an hour and for one procedure, the officer
 * acts in the citizen's name. A citizen who was never here gets an account by it.
 */
@Service
class TakeConsent {

  private static final Duration HOLDS = Duration.ofMinutes(60);
  private static final Set<Power> POWERS = Set.of(Power.SEE, Power.FILE, Power.PAY, Power.SIGN);

  private final Assistances assistances;
  private final Codes codes;
  private final AccountStore accounts;
  private final Verifications verifications;
  private final Mandates mandates;
  private final DataAccesses accesses;
  private final AuditTrail audit;
  private final Clock clock;

  TakeConsent(
      Assistances assistances,
      Codes codes,
      AccountStore accounts,
      Verifications verifications,
      Mandates mandates,
      DataAccesses accesses,
      AuditTrail audit,
      Clock clock) {
    this.assistances = assistances;
    this.codes = codes;
    this.accounts = accounts;
    this.verifications = verifications;
    this.mandates = mandates;
    this.accesses = accesses;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param paper which identity paper the officer has seen; empty: none
   */
  @Transactional
  ConsentOutcome take(UUID id, String code, String paper, CurrentUser officer, AgencyId agency) {
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
      Assistance request, String paper, CurrentUser officer, AgencyId agency) {
    var newcomer = request.facts().newcomer();
    if (newcomer != null && !open(request, newcomer, paper, officer)) return new NumberTaken();
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

  private boolean open(Assistance request, Newcomer newcomer, String paper, CurrentUser officer) {
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
        Map.of("paper", paper));
    if (!paper.isEmpty()) {
      verifications.verified(request.citizen(), How.COUNTER, officer.actor());
    }
    return true;
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
