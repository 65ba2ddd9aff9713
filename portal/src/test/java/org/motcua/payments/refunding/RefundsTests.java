package org.motcua.payments.refunding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.payments.Refunds;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.gateway.PaymentGateway.Refunding;
import org.motcua.payments.gateway.TrialGateway;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStatus;
import org.motcua.payments.refunding.RefundOutcome.NotNow;
import org.motcua.payments.refunding.RefundOutcome.NothingToGiveBack;
import org.motcua.payments.refunding.RefundOutcome.Ordered;
import org.motcua.payments.refunding.RefundOutcome.OwnOrder;
import org.motcua.payments.refunding.RefundOutcome.ReasonMissing;
import org.motcua.payments.refunding.RefundOutcome.TooMuch;
import org.motcua.testing.AtOnce;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Money goes back once, never more than came, and the books say so. */
class RefundsTests extends MoneyTest {

  private static final String THU = "officer:thu";
  private static final String NGAN = "officer:ngan";

  @Autowired OrderRefund orderRefund;
  @Autowired SendRefunds sendRefunds;
  @Autowired Refunds byRule;
  @Autowired TrialGateway gateway;
  @Autowired MovableClock clock;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aPartAndThenTheRestGoBackTheWayTheyCame() {
    var payment = paidFor(100_000);
    assertThat(order(payment, 30_000, THU)).isInstanceOf(Ordered.class);
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PARTLY_REFUNDED);
    assertThat(balance(payment, "REFUNDS")).isEqualTo(-30_000);
    assertThat(order(payment, 70_001, THU)).isEqualTo(new TooMuch(70_000));

    assertThat(order(payment, 70_000, THU)).isInstanceOf(Ordered.class);
    sendRefunds.sendAll();

    assertThat(now(payment).status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(refunds.listOf(payment.id())).allMatch(it -> it.status() == RefundStatus.DONE);
    assertThat(balance(payment, "CLEARING")).isZero();
    assertThat(balance(payment, "DUE")).isZero();
    assertThat(balance(payment, "REFUNDS")).isZero();
    assertThat(order(payment, 1, THU)).isInstanceOf(NothingToGiveBack.class);
    assertThatTheBooksBalance();
  }

  @Test
  void aReasonIsNeeded() {
    var payment = paidFor(100_000);
    assertThat(orderRefund.order(payment.id(), 1, " ", null, THU, "form:" + UUID.randomUUID()))
        .isInstanceOf(ReasonMissing.class);
  }

  @Test
  void theSameOrderSentTwiceAtOnceIsOne() {
    var payment = paidFor(100_000);
    var cause = "form:" + UUID.randomUUID();
    AtOnce.both(
        () -> orderRefund.order(payment.id(), 50_000, "Thu nhầm", null, THU, cause),
        () -> orderRefund.order(payment.id(), 50_000, "Thu nhầm", null, THU, cause));
    assertThat(refunds.listOf(payment.id())).singleElement().matches(it -> it.dong() == 50_000);
  }

  @Test
  void ofTwoAccountantsAtOnceWhoBothGiveAllBackOneDoes() {
    var payment = paidFor(100_000);
    AtOnce.both(() -> order(payment, 100_000, THU), () -> order(payment, 100_000, NGAN));
    assertThat(refunds.listOf(payment.id())).hasSize(1);
    assertThat(balance(payment, "DUE")).isZero();
  }

  @Test
  void aboveTheLimitAnotherAgreesAndUntilThenNothingIsSent() {
    var payment = paidFor(5_000_000);
    var refund = ordered(order(payment, 3_000_000, THU));
    assertThat(refund.status()).isEqualTo(RefundStatus.ORDERED);
    assertThat(order(payment, 2_000_001, NGAN)).isEqualTo(new TooMuch(2_000_000));
    sendRefunds.sendAll();
    assertThat(gateway.refundsAsked(payment)).isZero();
    assertThat(orderRefund.approve(refund.id(), THU)).isInstanceOf(OwnOrder.class);

    assertThat(orderRefund.approve(refund.id(), NGAN)).isInstanceOf(Ordered.class);
    assertThat(orderRefund.approve(refund.id(), NGAN)).isInstanceOf(NotNow.class);
    sendRefunds.sendAll();

    assertThat(now(refund).status()).isEqualTo(RefundStatus.DONE);
    assertThat(now(payment).refunded()).isEqualTo(3_000_000);
  }

  @Test
  void whatIsDeclinedMayBeOrderedAgain() {
    var payment = paidFor(5_000_000);
    var refund = ordered(order(payment, 5_000_000, THU));
    assertThat(orderRefund.decline(refund.id(), NGAN)).isInstanceOf(Ordered.class);
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    assertThat(balance(payment, "REFUNDS")).isZero();
    assertThat(order(payment, 5_000_000, THU)).isInstanceOf(Ordered.class);
  }

  @Test
  void toAnotherAccountTwoAgreeAndItIsCarriedOutByHand() {
    var payment = paidFor(100_000);
    var mother = new Refund.Destination("970436", "0011001234567", "NGUYEN THI MAI");
    var refund =
        ordered(
            orderRefund.order(
                payment.id(),
                100_000,
                "Người nộp đã mất",
                mother,
                THU,
                "form:" + UUID.randomUUID()));
    orderRefund.approve(refund.id(), NGAN);
    sendRefunds.sendAll();
    assertThat(gateway.refundsAsked(payment)).isZero();
    assertThat(now(refund).status()).isEqualTo(RefundStatus.FAILED);
    assertThat(sendRefunds.retry(refund.id(), THU)).isInstanceOf(NotNow.class);

    assertThat(sendRefunds.doneByHand(refund.id(), "UNC-17", THU)).isInstanceOf(Ordered.class);

    assertThat(now(refund).status()).isEqualTo(RefundStatus.DONE);
    assertThat(balance(payment, "REFUNDS")).isZero();
    assertThatTheBooksBalance();
  }

  @Test
  void whatTheGatewayRefusesWaitsToBeTriedAgain() {
    var payment = paidFor(100_000);
    gateway.willRefund(payment, new Refunding.Refused("94"));
    var refund = ordered(order(payment, 100_000, THU));
    sendRefunds.sendAll();
    assertThat(now(refund).problem()).isEqualTo("94");
    assertThat(refunds.listToSeeTo(10_000)).extracting(Refund::id).contains(refund.id());
    assertThat(balance(payment, "REFUNDS")).as("it stays owed").isEqualTo(-100_000);

    gateway.willRefund(payment, new Refunding.Done("X1"));
    assertThat(sendRefunds.retry(refund.id(), THU)).isInstanceOf(Ordered.class);
    sendRefunds.sendAll();
    assertThat(now(refund).transaction()).isEqualTo("X1");
  }

  @Test
  void aGatewayThatGivesNoWordIsAskedAgain() {
    var payment = paidFor(100_000);
    gateway.willRefund(payment, new Refunding.OutOfOrder("timeout"));
    var refund = ordered(order(payment, 100_000, THU));
    sendRefunds.sendAll();
    sendRefunds.sendAll();
    assertThat(gateway.refundsAsked(payment)).isEqualTo(1);

    gateway.willRefund(payment, new Refunding.Done("X2"));
    clock.advance(java.time.Duration.ofMinutes(3));
    sendRefunds.sendAll();
    assertThat(now(refund).status()).isEqualTo(RefundStatus.DONE);
  }

  @Test
  void aRefundAndTheBanksReversalAtOnceNeverGiveBackTwice() {
    var payment = asked(SomethingToPay.of(100_000));
    var attempt = begun(payment, TrialGateway.ID);
    takeFinding.take(TrialGateway.ID, attempt.ref(), paid(100_000));
    AtOnce.both(
        () -> order(payment, 100_000, THU),
        () -> takeFinding.take(TrialGateway.ID, attempt.ref(), new Finding.Reversed()));

    assertThat(now(payment).status()).isIn(PaymentStatus.REFUNDED, PaymentStatus.REVERSED);
    assertThat(refunds.listOf(payment.id()))
        .hasSize(now(payment).status() == PaymentStatus.REFUNDED ? 1 : 0);
    assertThat(balance(payment, "DUE")).isZero();
    assertThatTheBooksBalance();
  }

  @Test
  void whatTheBankTookBackMeanwhileIsNotAgreedTo() {
    var payment = asked(SomethingToPay.of(3_000_000));
    var attempt = begun(payment, TrialGateway.ID);
    takeFinding.take(TrialGateway.ID, attempt.ref(), paid(3_000_000));
    var refund = ordered(order(payment, 3_000_000, THU));
    takeFinding.take(TrialGateway.ID, attempt.ref(), new Finding.Reversed());
    assertThat(orderRefund.approve(refund.id(), NGAN)).isInstanceOf(NotNow.class);
  }

  @Test
  void aRuleGivesBackOnceByItsCause() {
    var payment = paidFor(100_000);
    var cause = "refused:" + payment.reference();
    var by = "system:trial";
    assertThat(byRule.order(payment.reference(), 40_000, "Từ chối", by, cause)).isEqualTo(40_000);
    assertThat(byRule.order(payment.reference(), 40_000, "Từ chối", by, cause)).isEqualTo(40_000);
    assertThat(now(payment).refunded()).isEqualTo(40_000);
    assertThat(byRule.order("trial:nobody", 1, "Từ chối", by, "none")).isZero();
  }

  @Test
  void whatWasPaidTooMuchIsSentBackToo() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, TrialGateway.ID);
    door.cancel(payment.reference(), "WITHDRAWN");
    takeFinding.take(TrialGateway.ID, attempt.ref(), paid(20_000));
    sendRefunds.sendAll();
    assertThat(refunds.listOf(payment.id()))
        .singleElement()
        .matches(it -> it.status() == RefundStatus.DONE);
    assertThat(balance(payment, "CLEARING")).isZero();
  }

  private Payment paidFor(long dong) {
    var payment = asked(SomethingToPay.of(dong));
    takeFinding.take(TrialGateway.ID, begun(payment, TrialGateway.ID).ref(), paid(dong));
    return payment;
  }

  private RefundOutcome order(Payment payment, long dong, String by) {
    return orderRefund.order(payment.id(), dong, "Thu nhầm", null, by, "form:" + UUID.randomUUID());
  }

  private static Refund ordered(RefundOutcome outcome) {
    assertThat(outcome).isInstanceOf(Ordered.class);
    return ((Ordered) outcome).refund();
  }

  private Refund now(Refund refund) {
    return refunds.find(refund.id()).orElseThrow();
  }
}
