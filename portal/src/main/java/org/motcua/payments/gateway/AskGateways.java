package org.motcua.payments.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.PaymentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks gateways about attempts of which they have not told anything, until they say what has become
 * of them. An attempt is never given up without the gateway's word: money may have come.
 */
@Service
public class AskGateways {

  private static final Logger log = LoggerFactory.getLogger(AskGateways.class);

  private static final int BATCH = 20;

  /** Those left over have their turn the next time. */
  private static final int BATCHES = 50;

  private static final Duration ASKED_AGAIN = Duration.ofSeconds(60);
  private static final Duration ASKED_SELDOM = Duration.ofMinutes(10);

  /**
   * By a gateway's clock that is behind ours payers have time left when by ours it has run out. One
   * that is further off than that pays all the same: only its notice, or its file of the day,
   * tells.
   */
  private static final Duration GRACE = Duration.ofMinutes(5);

  /** From then on a gateway that has known nothing so far is asked seldom. */
  private static final Duration OLD = Duration.ofHours(1);

  private final PaymentStore payments;
  private final Gateways gateways;
  private final TakeFinding takeFinding;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AskGateways(
      PaymentStore payments,
      Gateways gateways,
      TakeFinding takeFinding,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.payments = payments;
    this.gateways = gateways;
    this.takeFinding = takeFinding;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /** All whose turn it is. */
  public void askAll() {
    for (var batch = 0; batch < BATCHES; batch++) {
      var now = clock.instant();
      var turn = payments.takeTurn(now, now.plus(ASKED_AGAIN), BATCH);
      askAbout(turn);
      if (turn.size() < BATCH) return;
    }
  }

  /** Side by side: one that is slow shall not keep the others waiting. */
  private void askAbout(List<Attempt> turn) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var attempt : turn) threads.execute(() -> ask(attempt));
    }
  }

  /** Now, since somebody waits for it or has pressed a button. */
  public Finding ask(Attempt attempt) {
    var finding = askGateway(attempt);
    var verdict = takeFinding.take(attempt.way(), attempt.ref(), finding);
    if (finding instanceof Finding.Unknown
        || finding instanceof Finding.Pending
        || verdict == Verdict.WRONG_AMOUNT) {
      lapseIfOver(attempt, finding);
    }
    return finding;
  }

  private Finding askGateway(Attempt attempt) {
    try {
      return gateways.get(attempt.way()).ask(attempt);
    } catch (RuntimeException e) {
      log.warn("No word of {} from {}", attempt.ref(), attempt.way(), e);
      return new Finding.OutOfOrder(e.getClass().getSimpleName());
    }
  }

  private void lapseIfOver(Attempt asked, Finding finding) {
    var now = clock.instant();
    if (now.isBefore(asked.expiresAt().plus(GRACE))) return;
    transaction.executeWithoutResult(
        status ->
            payments
                .findForUpdate(asked.ref())
                .map(PaymentStore.Underway::attempt)
                .filter(attempt -> attempt.status().underway())
                .ifPresent(attempt -> end(attempt, finding, now)));
  }

  private void end(Attempt attempt, Finding finding, Instant now) {
    var ended = over(attempt, finding, now);
    payments.move(ended);
    if (attempt.hasPart() && !ended.status().underway()) {
      events.publishEvent(new FellShort(ended, now));
    }
  }

  /**
   * What the gateway has never seen has lapsed; what it does not know yet, or tells wrongly, is
   * asked about on.
   */
  private static Attempt over(Attempt attempt, Finding finding, Instant now) {
    if (finding instanceof Finding.Unknown && attempt.may(AttemptStatus.LAPSED)) {
      return attempt.lapse(now);
    }
    var old = now.isAfter(attempt.expiresAt().plus(OLD));
    return attempt.askAt(now.plus(old ? ASKED_SELDOM : ASKED_AGAIN));
  }
}
