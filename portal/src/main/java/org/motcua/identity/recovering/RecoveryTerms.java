package org.motcua.identity.recovering;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long the old contacts have to stop a recovery, and how long its steps stay open. */
@Component
class RecoveryTerms {

  /** To reach a counter, or the hotline. */
  static final Duration TO_BE_DECIDED = Duration.ofDays(14);

  /** To set a new password once the link has been sent. */
  static final Duration TO_BE_FINISHED = Duration.ofDays(7);

  static final int TRIES = 3;

  private final Duration hotline;
  private final Duration counter;

  RecoveryTerms(
      @Value("${motcua.identity.recovery-delay.hotline:72h}") Duration hotline,
      @Value("${motcua.identity.recovery-delay.counter:0s}") Duration counter) {
    this.hotline = hotline;
    this.counter = counter;
  }

  Duration delay(Way way) {
    return way == Way.HOTLINE ? hotline : counter;
  }
}
