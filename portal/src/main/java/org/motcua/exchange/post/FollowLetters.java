package org.motcua.exchange.post;

import java.time.Clock;
import java.time.Duration;
import org.motcua.dossiers.PostalHandling;
import org.motcua.platform.calling.OutOfOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the operator where our letters are, and moves our dossiers as it says. */
@Service
class FollowLetters {

  private static final Logger log = LoggerFactory.getLogger(FollowLetters.class);
  private static final int BATCH = 50;

  /** What is left over has its turn the next time, before those that had theirs now. */
  private static final int BATCHES = 20;

  private final Letters letters;
  private final PostalOperator operator;
  private final PostalHandling handling;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration interval;

  FollowLetters(
      Letters letters,
      PostalOperator operator,
      PostalHandling handling,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${motcua.exchange.post.interval}") Duration interval) {
    this.letters = letters;
    this.operator = operator;
    this.handling = handling;
    this.transaction = transaction;
    this.clock = clock;
    this.interval = interval;
  }

  void follow() {
    for (var batch = 0; batch < BATCHES; batch++) {
      var now = clock.instant();
      var turn = letters.takeTurn(now, now.plus(interval), BATCH);
      if (!turn.stream().allMatch(this::askAbout) || turn.size() < BATCH) return;
    }
  }

  /** False when the operator is silent, and would be asked about the others in vain. */
  private boolean askAbout(Letters.Letter letter) {
    try {
      var steps = operator.stepsOf(letter.consignment(), letter.tracking());
      transaction.executeWithoutResult(
          status -> {
            handling.moved(letter.consignment(), steps);
            if (steps.getLast().stage().ended()) letters.end(letter.consignment());
          });
      return true;
    } catch (OutOfOrder e) {
      log.warn("No word of {}: {}", letter.tracking(), e.getMessage());
      return !e.isSilent();
    }
  }
}
