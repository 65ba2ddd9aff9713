package org.motcua.identity.verifying;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Person;
import org.motcua.identity.registers.RegisterOutOfOrder;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.secrets.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out who somebody is: at once where the registers answer, else by a job that goes on asking.
 * The request is written down before the first question, so that nothing is lost on the way.
 */
@Service
class VerifyPerson {

  /** Answers tell whether somebody's name and birthday fit a number: nobody may try many. */
  private static final Limit PER_ACCOUNT = new Limit(5, Duration.ofHours(1));

  private static final Limit PER_NUMBER = new Limit(10, Duration.ofDays(1));

  /** The longest that all registers together can keep the one waiting who has asked. */
  private static final Duration FIRST_TRY = Duration.ofSeconds(20);

  private final Accounts accounts;
  private final CompareWithRegisters registers;
  private final VerificationRequests requests;
  private final Verifications verifications;
  private final LearnedNumbers numbers;
  private final VerificationNotices notices;
  private final AuditTrail audit;
  private final RateLimits limits;
  private final Vault vault;
  private final SchedulerClient jobs;
  private final Clock clock;
  private final TransactionTemplate transaction;

  VerifyPerson(
      Accounts accounts,
      CompareWithRegisters registers,
      VerificationRequests requests,
      Verifications verifications,
      LearnedNumbers numbers,
      VerificationNotices notices,
      AuditTrail audit,
      RateLimits limits,
      Vault vault,
      SchedulerClient jobs,
      Clock clock,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.registers = registers;
    this.requests = requests;
    this.verifications = verifications;
    this.numbers = numbers;
    this.notices = notices;
    this.audit = audit;
    this.limits = limits;
    this.vault = vault;
    this.jobs = jobs;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Every answer to "verify me". */
  sealed interface Asked {
    record Settled(Outcome outcome) implements Asked {}

    record Waiting() implements Asked {}

    record TooOften() implements Asked {}
  }

  Asked ask(CurrentUser user) {
    var person = accounts.getPerson(user.id());
    if (verifications.isVerified(user.id())) return new Asked.Settled(Outcome.VERIFIED);
    if (!allowed(person)) return new Asked.TooOften();
    var request = transaction.execute(status -> begin(user));
    return switch (attempt(request, user.actor())) {
      case Attempt.Settled(var outcome) -> new Asked.Settled(outcome);
      case Attempt.InVain(var pause) -> new Asked.Waiting();
      case Attempt.NotWanted() ->
          requests
              .find(user.id())
              .map(VerificationRequest::outcome)
              .<Asked>map(Asked.Settled::new)
              .orElseGet(Asked.Waiting::new);
    };
  }

  /** A second click finds the first one's request and tries it once more. */
  private VerificationRequest begin(CurrentUser user) {
    var earlier = requests.findForUpdate(user.id()).filter(VerificationRequest::waiting);
    if (earlier.isPresent()) return earlier.get();
    var request = new VerificationRequest(NewId.next(), user.id(), clock.instant(), 0, null);
    requests.ask(request);
    jobs.schedule(
        new TaskInstance<>(VerificationJob.NAME, request.id().toString(), user.id().toString()),
        Instant.now().plus(FIRST_TRY));
    audit.record(
        user.actor(), "identity.verification-asked", "account", user.id().toString(), Map.of());
    return request;
  }

  /** What a job needs to know to go on or to end. */
  sealed interface Attempt {
    record Settled(Outcome outcome) implements Attempt {}

    /**
     * @param pause until the next try
     */
    record InVain(Duration pause) implements Attempt {}

    /** Settled by somebody else, or another request has taken its place. */
    record NotWanted() implements Attempt {}
  }

  Attempt attemptLater(AccountId account, UUID id) {
    var request = requests.find(account).filter(each -> each.id().equals(id));
    if (request.filter(VerificationRequest::waiting).isEmpty()) return new Attempt.NotWanted();
    return attempt(request.get(), "system:identity");
  }

  private Attempt attempt(VerificationRequest request, String actor) {
    var person = accounts.findPerson(request.account());
    if (person.isEmpty()) return new Attempt.NotWanted();
    try {
      var comparison = registers.compare(person.get());
      return transaction.execute(status -> settle(request, person.get(), comparison, actor));
    } catch (RegisterOutOfOrder later) {
      return transaction.execute(status -> inVain(request, actor));
    }
  }

  private Attempt settle(
      VerificationRequest request, Person compared, Comparison comparison, String actor) {
    var waiting = stillWaiting(request);
    if (waiting.isEmpty()) return new Attempt.NotWanted();
    verifications.hold(request.account());
    // Changed while the registers were asked: their verdict is about somebody else.
    if (!accounts.findPerson(request.account()).equals(Optional.of(compared))) {
      return new Attempt.InVain(waiting.get().pause());
    }
    if (comparison.outcome() == Outcome.VERIFIED) {
      verifications.verified(request.account(), How.REGISTER, actor);
      numbers.learn(request.account(), comparison.numbers(), actor);
    }
    return end(waiting.get(), comparison.outcome(), actor);
  }

  private Attempt inVain(VerificationRequest request, String actor) {
    var waiting = stillWaiting(request);
    if (waiting.isEmpty()) return new Attempt.NotWanted();
    if (waiting.get().hopeless(clock.instant())) {
      return end(waiting.get(), Outcome.GIVEN_UP, actor);
    }
    requests.triedInVain(request.account());
    return new Attempt.InVain(waiting.get().pause());
  }

  private Attempt end(VerificationRequest request, Outcome outcome, String actor) {
    requests.settle(request.account(), outcome, clock.instant());
    if (outcome != Outcome.VERIFIED) {
      audit.record(
          actor,
          "identity.not-verified",
          "account",
          request.account().toString(),
          Map.of("outcome", outcome.name()));
    }
    // Who has been told to wait may have gone; who has just asked sees it.
    if (request.tries() > 0) notices.tell(request.account(), outcome);
    return new Attempt.Settled(outcome);
  }

  private Optional<VerificationRequest> stillWaiting(VerificationRequest request) {
    return requests
        .findForUpdate(request.account())
        .filter(found -> found.waiting() && found.id().equals(request.id()));
  }

  private boolean allowed(Person person) {
    var number = person.citizenId() == null ? person.socialInsuranceNumber() : person.citizenId();
    return limits.tryConsume("identity.verify:" + person.id(), PER_ACCOUNT)
        && (number == null || limits.tryConsume("identity.verify:" + guard(number), PER_NUMBER));
  }

  private String guard(String number) {
    return Base64.getEncoder().encodeToString(vault.mac("identity.verify", number));
  }
}
