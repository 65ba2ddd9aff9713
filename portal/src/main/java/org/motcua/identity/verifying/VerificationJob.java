package org.motcua.identity.verifying;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Goes on asking the registers, with growing pauses, until they answer. */
@Configuration(proxyBeanMethods = false)
class VerificationJob {

  static final String NAME = "identity.verify-person";

  /**
   * The job is named by its request and carries the account: nothing about the person.
   *
   * @param verify sends messages, which are jobs again: so it is looked for when it is needed
   */
  @Bean
  CustomTask<String> verifyPersonLater(ObjectProvider<VerifyPerson> verify) {
    return Tasks.custom(NAME, String.class)
        .execute(
            (job, context) -> {
              var account = AccountId.of(job.getData());
              return switch (verify
                  .getObject()
                  .attemptLater(account, UUID.fromString(job.getId()))) {
                case VerifyPerson.Attempt.InVain(var pause) -> again(pause);
                case VerifyPerson.Attempt.Settled(var outcome) ->
                    new CompletionHandler.OnCompleteRemove<>();
                case VerifyPerson.Attempt.NotWanted() -> new CompletionHandler.OnCompleteRemove<>();
              };
            });
  }

  private static CompletionHandler<String> again(Duration pause) {
    return (done, operations) -> operations.reschedule(done, done.getTimeDone().plus(pause));
  }
}
