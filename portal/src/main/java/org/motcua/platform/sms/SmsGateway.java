package org.motcua.platform.sms;

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
 * Sends short messages: durably, in the transaction of the use case that sends. If that one is
 * rolled back, nothing goes out; once it stands, the message is tried until the operator takes it.
 */
@Component
public class SmsGateway {

  private final SchedulerClient jobs;
  private final Vault vault;
  private final JsonMapper json;

  SmsGateway(SchedulerClient jobs, Vault vault, JsonMapper json) {
    this.jobs = jobs;
    this.vault = vault;
    this.json = json;
  }

  /**
   * @param phone in international form, such as {@code +84912000001}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(String phone, String text) {
    var sms = new Sms(NewId.next(), phone, text);
    jobs.schedule(new TaskInstance<>(SmsJob.NAME, sms.id().toString(), seal(sms)), Instant.now());
  }

  /** A message may hold a one-time code, and the table of jobs is read by many. */
  private byte[] seal(Sms sms) {
    return vault.seal(json.writeValueAsString(sms).getBytes(StandardCharsets.UTF_8));
  }
}
