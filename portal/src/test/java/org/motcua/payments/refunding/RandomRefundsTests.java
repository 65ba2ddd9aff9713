package org.motcua.payments.refunding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.Failure;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.gateway.PaymentGateway.Refunding;
import org.motcua.payments.gateway.TrialGateway;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStatus;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two attempts at one payment, with whatever may be said of them, and refunds ordered, agreed to,
 * sent, refused and sent again, in any order and from several threads: each dong that came has one
 * place in the books.
 */
class RandomRefundsTests extends MoneyTest {

  private static final long DONG = 3_000_000; // above the limit, below which one person is enough
  private static final int ACTS = 40;

  @Autowired OrderRefund orderRefund;
  @Autowired SendRefunds sendRefunds;
  @Autowired TrialGateway gateway;
  @Autowired MovableClock clock;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void eachDongThatCameHasOnePlace(long seed) throws Exception {
    var random = new Random(seed);
    var payment = asked(SomethingToPay.of(DONG));
    var first = begun(payment, TrialGateway.ID);
    takeFinding.take(TrialGateway.ID, first.ref(), new Finding.Failed(Failure.CANCELLED));
    var second = begun(payment, TrialGateway.ID);
    takeFinding.take(TrialGateway.ID, second.ref(), paid(DONG));

    var acts = new ArrayList<Callable<Object>>();
    for (var n = 0; n < ACTS; n++) acts.add(act(random, payment, first, second));
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var done : threads.invokeAll(acts)) done.get();
    }
    assertThatEachDongHasOnePlace(payment, first, second);

    gateway.willRefund(payment, new Refunding.Done("back"));
    for (var refund : refunds.listOf(payment.id())) sendRefunds.retry(refund.id(), "officer:ngan");
    clock.advance(Duration.ofMinutes(3));
    sendRefunds.sendAll();
    assertThat(refunds.listOf(payment.id()))
        .extracting(Refund::status)
        .doesNotContain(RefundStatus.APPROVED, RefundStatus.FAILED);
    assertThatEachDongHasOnePlace(payment, first, second);
    assertThat(balance(payment, "REFUNDS")).as("nothing is on its way any more").isZero();
  }

  private Callable<Object> act(Random random, Payment payment, Attempt first, Attempt second) {
    var dong = (1 + random.nextInt(30)) * 100_000L;
    return switch (random.nextInt(9)) {
      case 0 -> () -> takeFinding.take(TrialGateway.ID, first.ref(), paid(DONG));
      case 1 -> () -> takeFinding.take(TrialGateway.ID, second.ref(), paid(DONG));
      case 2 ->
          random.nextInt(4) == 0
              ? () -> takeFinding.take(TrialGateway.ID, second.ref(), new Finding.Reversed())
              : () -> takeFinding.take(TrialGateway.ID, second.ref(), new Finding.Pending());
      case 3, 4 -> () -> order(payment, dong);
      case 5 -> () -> approveAll(payment);
      case 6 -> () -> send(payment, new Refunding.Refused("CLOSED"));
      case 7 -> () -> send(payment, new Refunding.OutOfOrder("dead"));
      default -> () -> send(payment, new Refunding.Done("back"));
    };
  }

  private Object order(Payment payment, long dong) {
    var cause = "random:" + UUID.randomUUID();
    return orderRefund.order(payment.id(), dong, "Thu nhầm", null, "officer:thu", cause);
  }

  private Object approveAll(Payment payment) {
    for (var refund : refunds.listOf(payment.id())) {
      orderRefund.approve(refund.id(), "officer:ngan");
    }
    return payment;
  }

  private Object send(Payment payment, Refunding answer) {
    gateway.willRefund(payment, answer);
    sendRefunds.sendAll();
    for (var refund : refunds.listOf(payment.id())) sendRefunds.retry(refund.id(), "officer:ngan");
    return payment;
  }

  private void assertThatEachDongHasOnePlace(Payment asked, Attempt... attempts) {
    assertThatTheBooksBalance();
    var payment = now(asked);
    var came = 0L;
    for (var attempt : attempts) {
      if (EnumSet.of(AttemptStatus.SUCCEEDED, AttemptStatus.SURPLUS)
          .contains(now(attempt).status())) {
        came += now(attempt).received();
      }
    }
    var all = refunds.listOf(payment.id());
    var agreed = EnumSet.of(RefundStatus.APPROVED, RefundStatus.FAILED, RefundStatus.DONE);
    var ordered =
        all.stream()
            .filter(refund -> agreed.contains(refund.status()) && !refund.surplus())
            .mapToLong(Refund::dong)
            .sum();
    var gone =
        all.stream()
            .filter(refund -> refund.status() == RefundStatus.DONE)
            .mapToLong(Refund::dong)
            .sum();
    var waiting =
        all.stream()
            .filter(refund -> agreed.contains(refund.status()))
            .filter(refund -> refund.status() != RefundStatus.DONE)
            .mapToLong(Refund::dong)
            .sum();

    assertThat(ordered).as("never more than was paid").isLessThanOrEqualTo(DONG);
    assertThat(payment.refunded()).isEqualTo(ordered);
    assertThat(balance(payment, "CLEARING")).as("what lies there").isEqualTo(came - gone);
    assertThat(balance(payment, "REFUNDS")).as("what is on its way").isEqualTo(-waiting);
    var owed = payment.status() == PaymentStatus.REVERSED ? 0 : DONG - ordered;
    assertThat(balance(payment, "DUE")).as("whom it was paid to").isEqualTo(-owed);
    assertThat(balance(payment, "UNALLOCATED")).isZero();
  }
}
