package org.motcua.platform.calling;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries after 2 seconds, 4, 8 …, and from then on every ten minutes, for ever. */
public class NeverGivesUp<T> implements FailureHandler<T> {

  private static final Logger log = LoggerFactory.getLogger(NeverGivesUp.class);
  private static final int DOUBLED_AT_MOST = 9;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @Override
  public void onFailure(ExecutionComplete failed, ExecutionOperations<T> operations) {
    var execution = failed.getExecution();
    var wait = waitAfter(execution.consecutiveFailures + 1);
    log.warn(
        "{} is tried again in {} s: {}",
        execution.taskInstance,
        wait.toSeconds(),
        failed.getCause().map(Throwable::getMessage).orElse("no reason given"));
    operations.reschedule(failed, failed.getTimeDone().plus(wait));
  }

  static Duration waitAfter(int failures) {
    var doubled = Duration.ofSeconds(1L << Math.min(failures, DOUBLED_AT_MOST + 1));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
