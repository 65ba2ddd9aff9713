package org.motcua.identity.resetting;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.motcua.identity.model.TypedName;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.secrets.Vault;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins a reset. Here nobody looks whether there is such an account: a job does, so what is
 * answered, and how soon, is the same for every name.
 */
@Service
class AskReset {

  /** To find the phone, and what else is to be shown. */
  private static final Duration OPEN = Duration.ofMinutes(30);

  private static final Limit PER_ADDRESS = new Limit(30, Duration.ofHours(1));
  private static final Limit PER_NAME = new Limit(5, Duration.ofHours(1));

  /** With five tries each, codes for one name are guessed once in thirty years. */
  private static final Limit PER_NAME_A_DAY = new Limit(15, Duration.ofDays(1));

  private final Resets resets;
  private final RateLimits limits;
  private final Vault vault;
  private final SchedulerClient jobs;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AskReset(
      Resets resets,
      RateLimits limits,
      Vault vault,
      SchedulerClient jobs,
      TransactionTemplate transaction,
      Clock clock) {
    this.resets = resets;
    this.limits = limits;
    this.vault = vault;
    this.jobs = jobs;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** False when too many codes have been asked for from this address, or for this name. */
  boolean ask(String name, String browser, String address, Language language) {
    if (!allowed(name, address)) return false;
    var reset = new Reset(NewId.next(), browser, name.strip(), language, null);
    transaction.executeWithoutResult(
        status -> {
          resets.put(reset, clock.instant().plus(OPEN));
          schedule(reset);
        });
    return true;
  }

  /** Another code; false as above. */
  boolean askAgain(Reset reset, String address) {
    if (!allowed(reset.typedName(), address)) return false;
    schedule(reset);
    return true;
  }

  Optional<Reset> find(String browser) {
    return resets.findByBrowser(browser, clock.instant());
  }

  private boolean allowed(String name, String address) {
    var mac = vault.mac("identity.reset", TypedName.of(name).value());
    var key = Base64.getEncoder().encodeToString(mac);
    return limits.tryConsume("identity.reset:" + address, PER_ADDRESS)
        && limits.tryConsume("identity.reset-name:" + key, PER_NAME)
        && limits.tryConsume("identity.reset-name-day:" + key, PER_NAME_A_DAY);
  }

  private void schedule(Reset reset) {
    var job = new TaskInstance<Void>(SendResetCodeJob.NAME, reset.id().toString(), null);
    jobs.scheduleIfNotExists(job, Instant.now());
  }
}
