package org.motcua.bills;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.motcua.bills.model.AskedStore;
import org.motcua.bills.model.Creditor;
import org.motcua.bills.model.Enquiry;
import org.motcua.bills.model.Found;
import org.motcua.bills.model.Payable;
import org.motcua.payments.Payer;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.AskGateways;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.gateway.TrialGateway;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStatus;
import org.motcua.payments.refunding.OrderRefund;
import org.motcua.payments.refunding.SendRefunds;
import org.motcua.testing.RealOutside;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * Gateways, bank and creditors die in the middle of whatever they do for many at once, and come
 * back: what they say then, and what their own books say, is what ours say. Nothing is paid twice,
 * nothing is lost.
 */
@EnabledIf("org.motcua.testing.RealOutside#isBuilt")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = KilledOutsideTests.AtTheRealOne.class)
@DirtiesContext
class KilledOutsideTests extends MoneyTest {

  private static final RealOutside outside = new RealOutside();
  private static final Random random = new Random(8);

  private static final int KILLED = 2;
  private static final int LATEST_MS = 250;

  @Autowired AskGateways askGateways;
  @Autowired OrderRefund orderRefund;
  @Autowired SendRefunds sendRefunds;
  @Autowired LookUp lookUp;
  @Autowired AskToPay askToPay;
  @Autowired TellCreditor tellCreditor;
  @Autowired AskedStore asked;
  @LocalServerPort int port;

  /** Everything that the portal calls, and the secrets both share. */
  static class AtTheRealOne
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      if (context.getParent() != null) return;
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "the real outside",
                  Map.of(
                      "motcua.outside-url",
                      outside.address(),
                      "motcua.payments.platform.url",
                      outside.address() + "/natpay",
                      "motcua.payments.vietqr.url",
                      outside.address() + "/bank/api",
                      "motcua.payments.demo-secrets",
                      outside.secrets().toString(),
                      "motcua.payments.vnpay.secret",
                      "",
                      "motcua.payments.platform.secret",
                      "",
                      "motcua.payments.vietqr.secret",
                      "")));
    }
  }

  @BeforeEach
  void alive() {
    outside.kill();
    outside.start("http://127.0.0.1:" + port);
  }

  @AfterAll
  static void close() {
    outside.close();
  }

  private interface Work {
    void run() throws Exception;
  }

  /** All at once, until it is dead; then it comes back. */
  private void killedDuring(List<Work> works) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var work : works) {
        threads.execute(() -> tried(work));
      }
      TimeUnit.MILLISECONDS.sleep(random.nextInt(LATEST_MS)); // any moment will do
      outside.kill();
    }
    alive();
  }

  /** Whoever speaks with somebody who dies hears of it in one way or another. */
  private static void tried(Work work) {
    try {
      work.run();
    } catch (Exception e) {
      // What counts is what both sides' books say afterwards.
    }
  }

  @Test
  void whateverIsPaidWhenItDiesIsPaidOnceAndNothingElseIs() throws Exception {
    var attempts = begunAtAll(8);
    for (var time = 0; time < KILLED; time++) {
      killedDuring(attempts.stream().<Work>map(attempt -> () -> pay(attempt)).toList());
      for (var attempt : attempts) awaitThatWeKnow(attempt);
    }
    for (var attempt : attempts) pay(attempt);
    for (var attempt : attempts) {
      await().untilAsserted(() -> assertThat(asked(attempt)).isEqualTo(AttemptStatus.SUCCEEDED));
      var payment = payments.find(attempt.payment()).orElseThrow();
      assertThat(payment.status()).isEqualTo(PaymentStatus.PAID);
      assertThat(payments.listAttempts(payment.id())).hasSize(1);
      assertThat(refunds.listOf(payment.id())).isEmpty();
      assertThat(balance(payment, "DUE")).isEqualTo(-payment.total());
      assertThat(held(payment)).isEqualTo(payment.total());
    }
    assertThatTheBooksBalance();
  }

  private List<Attempt> begunAtAll(int each) {
    var attempts = new ArrayList<Attempt>();
    for (var n = 1; n <= each; n++) {
      for (var way : List.of("vnpay", "platform", "vietqr")) {
        attempts.add(begun(asked(SomethingToPay.of(10_000L * n)), way));
      }
    }
    return attempts;
  }

  /** Whoever is not sure whether a transfer went out looks at his account first. */
  private void pay(Attempt attempt) throws InterruptedException {
    switch (attempt.way()) {
      case "vnpay" -> outside.send(requireNonNull(attempt.address()), "outcome", "pay");
      case "platform" -> {
        var page = outside.address() + "/natpay/pay/" + attempt.ref();
        outside.send(page, "outcome", "pay", "bank", "HOASEN");
      }
      default -> {
        if (!theirs(attempt)) {
          outside.send(
              outside.address() + "/bank/pay",
              "account",
              "3700100200",
              "dong",
              String.valueOf(attempt.dong()),
              "text",
              attempt.ref());
        }
      }
    }
  }

  /** What they have in their own books holds: then we have it too, and only then. */
  private void awaitThatWeKnow(Attempt attempt) {
    var paid = theirs(attempt);
    await()
        .untilAsserted(() -> assertThat(asked(attempt) == AttemptStatus.SUCCEEDED).isEqualTo(paid));
  }

  /** By their notice, or because we ask. */
  private AttemptStatus asked(Attempt attempt) {
    if (now(attempt).status().underway() && !attempt.way().equals("vietqr")) {
      askGateways.ask(attempt);
    }
    return now(attempt).status();
  }

  private boolean theirs(Attempt attempt) {
    return switch (attempt.way()) {
      case "vietqr" ->
          outside.standing("bank", "id").values().stream()
              .anyMatch(it -> it.path("text").asString().equals(attempt.ref()));
      case "vnpay" -> ended("vnpay", attempt);
      default -> ended("natpay", attempt);
    };
  }

  private static boolean ended(String journal, Attempt attempt) {
    var order = outside.standing(journal, "ref").get(attempt.ref());
    return order != null && order.path("ending").path("outcome").asString("").equals("PAID");
  }

  private long held(Payment payment) {
    return balance(payment, "CLEARING") + balance(payment, "BANK");
  }

  @Test
  void whateverGoesBackWhenItDiesGoesBackOnce() throws Exception {
    var attempts = begunAtAll(4);
    for (var attempt : attempts) pay(attempt);
    for (var attempt : attempts) awaitThatWeKnow(attempt);
    var wanted = new LinkedHashMap<Attempt, Long>();
    for (var attempt : attempts) {
      var part = attempt.dong() / 4;
      order(attempt, part);
      order(attempt, attempt.dong() - 2 * part);
      wanted.put(attempt, attempt.dong() - part);
    }
    for (var time = 0; time < KILLED; time++) {
      makeDue();
      killedDuring(List.of(sendRefunds::sendAll, sendRefunds::sendAll));
    }
    makeDue();
    sendRefunds.sendAll();
    for (var each : wanted.entrySet()) {
      var attempt = each.getKey();
      var payment = payments.find(attempt.payment()).orElseThrow();
      assertThat(refunds.listOf(payment.id()))
          .hasSize(2)
          .extracting(Refund::status)
          .containsOnly(RefundStatus.DONE);
      assertThat(givenBack(attempt)).as(attempt.way()).isEqualTo(each.getValue());
      assertThat(held(payment)).isEqualTo(attempt.dong() - each.getValue());
      assertThat(balance(payment, "REFUNDS")).isZero();
    }
    assertThatTheBooksBalance();
  }

  private void order(Attempt attempt, long dong) {
    var cause = "killed:" + attempt.ref() + ":" + dong;
    orderRefund.order(attempt.payment(), dong, "Thu nhầm", null, "officer:thu", cause);
  }

  private void makeDue() {
    jdbc.sql("update payments.refund set look_at = now() where status = 'APPROVED'").update();
  }

  /** By their own books. */
  private long givenBack(Attempt attempt) {
    if (attempt.way().equals("vietqr")) {
      return outside.standing("bank", "id").values().stream()
          .filter(it -> it.path("kind").asString().equals("DEBIT"))
          .filter(it -> it.path("text").asString().equals("HOAN TIEN " + attempt.ref()))
          .mapToLong(it -> it.path("dong").asLong())
          .sum();
    }
    var journal = attempt.way().equals("vnpay") ? "vnpay" : "natpay";
    return requireNonNull(outside.standing(journal, "ref").get(attempt.ref()))
        .path("refunds")
        .valueStream()
        .mapToLong(it -> it.path("dong").asLong())
        .sum();
  }

  @Test
  void aCreditorThatDiesWhileItIsToldCountsThePaymentOnce() throws Exception {
    var paid = IntStream.range(0, 12).mapToObj(this::fine).toList();
    outside.kill(); // or the jobs would have told before we do
    paid.forEach(this::settle);
    alive();
    for (var time = 0; time < KILLED; time++) {
      killedDuring(paid.stream().<Work>map(payment -> () -> tell(payment)).toList());
    }
    for (var payment : paid) {
      assertThatCode(() -> tell(payment)).doesNotThrowAnyException();
      var about = asked.findByPayment(payment.id()).orElseThrow();
      assertThat(about.heardAt()).isNotNull();
      assertThat(about.paidBefore()).isZero();
      assertThat(refunds.listOf(payment.id())).isEmpty();
      var fine = about.parts().getFirst().id();
      assertThat(outside.journal("debts"))
          .filteredOn(it -> it.path("debt").asString("").equals(fine))
          .filteredOn(it -> it.path("what").asString("").equals("PAID"))
          .singleElement()
          .matches(it -> it.path("reference").asString().equals(payment.id().value().toString()));
    }
  }

  private Payment fine(int n) {
    var enquiry = new Enquiry(Creditor.FINES, "26" + (10_001 + n * 10), "Ngô Văn Tư");
    var found = (Found.Debtor) lookUp.again(enquiry);
    var bills = new Payable.Bills(Creditor.FINES, enquiry.number(), found.bills(), Map.of());
    var payer = new Payer(null, "Ngô Văn Tư", null);
    var outcome = (AskOutcome.GoAndPay) askToPay.ask(enquiry, bills, payer, "visitor");
    var key = outcome.page().substring("/pay/".length());
    return payments.findByKey(key).orElseThrow();
  }

  private void settle(Payment payment) {
    var attempt = begun(payment, TrialGateway.ID);
    takeFinding.take(TrialGateway.ID, attempt.ref(), paid(payment.total()));
  }

  private void tell(Payment payment) {
    tellCreditor.tell(asked.findByPayment(payment.id()).orElseThrow().id());
  }
}
