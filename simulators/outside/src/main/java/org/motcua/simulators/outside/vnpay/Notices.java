package org.motcua.simulators.outside.vnpay;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the merchant what has come of an order (IPN), again and again until he says that he has
 * taken it in; after a restart too.
 */
@Component("vnpayNotices")
class Notices implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Notices.class);

  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofSeconds(2);

  /** What is older was told often enough. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

  private final Orders orders;
  private final Seal seal;
  private final Faults faults;
  private final Clock clock;
  private final JsonMapper json;
  private final String address;
  private final String terminal;
  private final int retries;
  private final Duration retryEvery;

  Notices(
      Orders orders,
      Seal seal,
      Faults faults,
      Clock clock,
      JsonMapper json,
      @Value("${outside.portal-url}") String portal,
      @Value("${outside.vnpay.terminal}") String terminal,
      @Value("${outside.vnpay.retries}") int retries,
      @Value("${outside.vnpay.retry-every}") Duration retryEvery) {
    this.orders = orders;
    this.seal = seal;
    this.faults = faults;
    this.clock = clock;
    this.json = json;
    this.address = portal + "/payments/vnpay/ipn";
    this.terminal = terminal;
    this.retries = retries;
    this.retryEvery = retryEvery;
  }

  /** What was told nobody yet when the gateway was stopped. */
  @EventListener(ApplicationReadyEvent.class)
  void goOn() {
    for (var order : orders.listUntold(clock.instant().minus(REMEMBERED))) send(order, retries);
  }

  /**
   * As the chosen fault has it.
   *
   * @return done once the merchant has answered for the first time, if he is told at once
   */
  CompletableFuture<?> tell(Order order) {
    return switch (faults.meet(Service.VNPAY_NOTICES)) {
      case NOTICE_LOST, ALL_LOST -> {
        orders.told(order); // as the gateway believes
        yield done();
      }
      case NOTICE_LATE -> after(faults.lateness(), () -> send(order, retries));
      case NOTICE_TWICE -> CompletableFuture.allOf(send(order, retries), send(order, retries));
      case NOTICE_DISORDERED -> {
        if (!order.is(Outcome.PAID)) yield send(order, retries);
        after(SOON, () -> send(order, retries));
        yield ask(order, fields(order, Outcome.NO_BALANCE), 0);
      }
      default -> send(order, retries);
    };
  }

  private CompletableFuture<?> after(Duration wait, Runnable work) {
    later.schedule(() -> Thread.startVirtualThread(work), wait.toMillis(), TimeUnit.MILLISECONDS);
    return done();
  }

  private static CompletableFuture<?> done() {
    return CompletableFuture.completedFuture(null);
  }

  CompletableFuture<?> send(Order order, int oncemore) {
    var ending = order.ending();
    return ending == null ? done() : ask(order, fields(order, ending.outcome()), oncemore);
  }

  private CompletableFuture<?> ask(Order order, SortedMap<String, String> fields, int oncemore) {
    var told =
        HttpRequest.newBuilder(URI.create(address + "?" + seal.sealed(fields)))
            .timeout(ANSWERED_WITHIN)
            .GET()
            .build();
    return http.sendAsync(told, BodyHandlers.ofString())
        .handle((answer, problem) -> isTakenIn(order, answer, problem))
        .thenAccept(
            taken -> {
              if (taken) {
                orders.told(order);
              } else if (oncemore > 0) {
                after(retryEvery, () -> ask(order, fields, oncemore - 1));
              }
            });
  }

  private boolean isTakenIn(
      Order order, @Nullable HttpResponse<String> answer, @Nullable Throwable problem) {
    if (answer == null) {
      log.info("{} could not be told: {}", order.ref(), String.valueOf(problem));
      return false;
    }
    var code = code(answer.body());
    if (!code.equals("00") && !code.equals("02")) {
      log.info("{} was answered {} {}", order.ref(), answer.statusCode(), code);
      return false;
    }
    return true;
  }

  private String code(String body) {
    try {
      return json.readTree(body).path("RspCode").asString("");
    } catch (JacksonException e) {
      return "";
    }
  }

  /** Whether the payer is left where he is. */
  boolean losesPayers() {
    return faults.of(Service.VNPAY_NOTICES) == Fault.ALL_LOST;
  }

  /** Where the payer goes, with what has come of it. */
  String comeBack(Order order) {
    var ending = order.ending();
    if (ending == null) throw new IllegalStateException(order.ref() + " is not over");
    return order.returnTo()
        + (order.returnTo().contains("?") ? "&" : "?")
        + seal.sealed(fields(order, ending.outcome()));
  }

  private SortedMap<String, String> fields(Order order, Outcome outcome) {
    var ending = order.ending();
    if (ending == null) throw new IllegalStateException(order.ref() + " is not over");
    var paid = outcome.tookMoney();
    var fields = new TreeMap<String, String>();
    fields.put("vnp_Amount", String.valueOf(order.dong() * 100));
    fields.put("vnp_BankCode", ending.bank());
    fields.put("vnp_CardType", "ATM");
    fields.put("vnp_OrderInfo", order.info());
    fields.put("vnp_PayDate", Times.written(ending.at()));
    fields.put("vnp_ResponseCode", outcome.response());
    fields.put("vnp_TmnCode", terminal);
    fields.put("vnp_TransactionNo", paid ? ending.transaction() : "0");
    fields.put("vnp_TransactionStatus", outcome.status());
    fields.put("vnp_TxnRef", order.ref());
    if (paid) fields.put("vnp_BankTranNo", "VNP" + ending.transaction());
    return fields;
  }

  @Override
  public void close() {
    later.shutdownNow();
    http.close();
  }
}
