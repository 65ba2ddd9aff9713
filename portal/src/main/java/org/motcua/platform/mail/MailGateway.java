package org.motcua.platform.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.secrets.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends e-mail: durably, in the transaction of the use case that sends. If that one is rolled back,
 * nothing goes out; once it stands, the message is tried until the mail server takes it.
 */
@Component
public class MailGateway {

  private final SchedulerClient jobs;
  private final Vault vault;
  private final JsonMapper json;

  MailGateway(SchedulerClient jobs, Vault vault, JsonMapper json) {
    this.jobs = jobs;
    this.vault = vault;
    this.json = json;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void send(String address, String subject, String text) {
    var mail = new Mail(NewId.next(), address, subject, text);
    jobs.schedule(
        new TaskInstance<>(MailJob.NAME, mail.id().toString(), seal(mail)), Instant.now());
  }

  /** A message may hold a one-time code, and the table of jobs is read by many. */
  private byte[] seal(Mail mail) {
    return vault.seal(json.writeValueAsString(mail).getBytes(StandardCharsets.UTF_8));
  }
}
