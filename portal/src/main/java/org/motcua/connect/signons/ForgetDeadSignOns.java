package org.motcua.connect.signons;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.motcua.connect.clients.ClientLog;
import org.motcua.connect.model.SignOnStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Clears away what is over, in small pieces, so that nobody waits for it. */
@Component
public class ForgetDeadSignOns {

  private static final int PIECE = 2_000;

  /** A code that was not exchanged by then never is; looked for in this time, which is often. */
  private static final Duration UNUSED_FROM = Duration.ofMinutes(5);

  private static final Duration UNUSED_UNTIL = Duration.ofMinutes(30);
  private static final Duration LOG_KEPT = Duration.ofDays(90);

  private final SignOnStore signOns;
  private final RevokedTokens revoked;
  private final UsedAssertions used;
  private final ClientLog log;
  private final Clock clock;

  ForgetDeadSignOns(
      SignOnStore signOns, RevokedTokens revoked, UsedAssertions used, ClientLog log, Clock clock) {
    this.signOns = signOns;
    this.revoked = revoked;
    this.used = used;
    this.log = log;
    this.clock = clock;
  }

  public void forget() {
    var now = clock.instant();
    signOns.removeUnused(now.minus(UNUSED_UNTIL), now.minus(UNUSED_FROM));
    while (signOns.removeExpired(now, PIECE) == PIECE) continue;
    while (log.forgetBefore(now.minus(LOG_KEPT), PIECE) == PIECE) continue;
    revoked.removeExpired(now);
    used.removeExpired(now);
  }

  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    RecurringTask<Void> forgetDeadSignOnsTask(ObjectProvider<ForgetDeadSignOns> forgetting) {
      return Tasks.recurring("connect.forget-dead-sign-ons", FixedDelay.of(Duration.ofMinutes(5)))
          .execute((task, context) -> forgetting.getObject().forget());
    }
  }
}
