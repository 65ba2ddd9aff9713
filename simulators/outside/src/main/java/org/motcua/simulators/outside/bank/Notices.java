package org.motcua.simulators.outside.bank;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.motcua.simulators.outside.Page;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the portal of every credit, again and again until it says that it has taken it in; after a
 * restart too. Each time it is signed anew.
 */
@Component("bankNotices")
class Notices implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Notices.class);

  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);

  /** What is older was told often enough. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

  private final Movements movements;
  private final Signature signature;
  private final Faults faults;
  private final JsonMapper json;
  private final Clock clock;
  private final URI address;
  private final String bank;
  private final int retries;
  private final Duration retryEvery;

  Notices(
      Movements movements,
      Signature signature,
      Faults faults,
      JsonMapper json,
      Clock clock,
      @Value("${outside.portal-url}") String portal,
      @Value("${outside.bank.bank}") String bank,
      @Value("${outside.bank.retries}") int retries,
      @Value("${outside.bank.retry-every}") Duration retryEvery) {
    this.movements = movements;
    this.signature = signature;
    this.faults = faults;
    this.json = json;
    this.clock = clock;
    this.address = URI.create(portal + "/payments/bank/credits");
    this.bank = bank;
    this.retries = retries;
    this.retryEvery = retryEvery;
  }

  /** What was told nobody yet when the bank was stopped. */
  @EventListener(ApplicationReadyEvent.class)
  void goOn() {
    for (var credit : movements.listUntold(clock.instant().minus(REMEMBERED))) {
      send(credit, retries);
    }
  }

  /** As the chosen fault has it. */
  void tell(Movement credit) {
    switch (faults.meet(Service.BANK_NOTICES)) {
      case NOTICE_LOST -> movements.told(credit.id()); // as the bank believes
      case NOTICE_LATE -> after(faults.lateness(), () -> send(credit, retries));
      case NOTICE_TWICE -> {
        send(credit, retries);
        send(credit, retries);
      }
      default -> send(credit, retries);
    }
  }

  /** Once more, whatever was answered before. */
  void repeat(Movement credit) {
    send(credit, 0);
  }

  private void send(Movement credit, int oncemore) {
    var body = body(credit);
    var time = String.valueOf(clock.instant().getEpochSecond());
    var told =
        HttpRequest.newBuilder(address)
            .timeout(ANSWERED_WITHIN)
            .header("Content-Type", "application/json")
            .header(Signature.TIME, time)
            .header(Signature.HEADER, signature.of(time, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    http.sendAsync(told, BodyHandlers.ofString())
        .whenComplete(
            (answer, problem) -> {
              if (answer != null && answer.statusCode() / 100 == 2) {
                movements.told(credit.id());
                return;
              }
              log.info(
                  "{} was not taken in: {}",
                  credit.id(),
                  answer == null ? String.valueOf(problem) : answer.statusCode());
              if (oncemore > 0) after(retryEvery, () -> send(credit, oncemore - 1));
            });
  }

  private String body(Movement credit) {
    var told = new LinkedHashMap<String, Object>();
    told.put("id", credit.id());
    told.put("bank", bank);
    told.put("account", credit.account());
    told.put("dong", credit.dong());
    told.put("text", credit.text());
    told.put("at", credit.at().atZone(Page.COUNTRY_TIME).toOffsetDateTime().toString());
    told.put("from", credit.other());
    return json.writeValueAsString(told);
  }

  private void after(Duration wait, Runnable work) {
    later.schedule(() -> Thread.startVirtualThread(work), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    later.shutdownNow();
    http.shutdownNow();
  }
}
