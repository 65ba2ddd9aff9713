package org.motcua.platform.sms;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operator by SMPP, where {@code motcua.sms.operator} says so. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "motcua.sms.operator", havingValue = "smpp")
class SmppConfiguration {

  /** Operators tell within some days, or never. */
  private static final int PIECES_KEPT_DAYS = 10;

  private static final int BATCH = 1_000;

  @Bean
  SmppSettings smppSettings(
      @Value("${motcua.sms.smpp.host}") String host,
      @Value("${motcua.sms.smpp.port}") int port,
      @Value("${motcua.sms.smpp.tls}") boolean tls,
      @Value("${motcua.sms.smpp.system-id}") String systemId,
      @Value("${motcua.sms.smpp.password}") String password,
      @Value("${motcua.sms.smpp.system-type}") String systemType,
      @Value("${motcua.sms.smpp.sender}") String sender,
      @Value("${motcua.sms.smpp.window}") int window,
      @Value("${motcua.sms.smpp.enquire-every}") Duration enquireEvery) {
    return new SmppSettings(
        host, port, tls, systemId, password, systemType, sender, window, enquireEvery);
  }

  @Bean
  SmppConnection smppConnection(SmppSettings settings, PieceStore pieces) {
    return new SmppConnection(settings, new Receipts(pieces));
  }

  @Bean
  SmsOperator smppOperator(SmppSettings settings, SmppConnection connection, PieceStore pieces) {
    return new SmppOperator(settings, connection, pieces);
  }

  @Bean
  RecurringTask<Void> forgetSmsPiecesTask(PieceStore pieces) {
    return Tasks.recurring("platform.forget-sms-pieces", FixedDelay.of(Duration.ofHours(1)))
        .execute(
            (task, context) -> {
              while (pieces.removeOld(PIECES_KEPT_DAYS, BATCH) == BATCH) {
                // another full batch is waiting
              }
            });
  }
}
