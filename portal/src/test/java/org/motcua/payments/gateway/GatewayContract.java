package org.motcua.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.payments.NewPayment;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.PaymentGateway.Refunding;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStatus;
import org.motcua.payments.refunding.OrderRefund;
import org.motcua.payments.refunding.SendRefunds;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.testing.AtOnce;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What every way to pay has to keep, whatever its protocol. A new adapter shows it by a class
 * beside it:
 *
 * <pre>{@code
 * class MomoContractTests extends GatewayContract {
 *   @Override protected String way() { return "momo"; }
 *   @Override protected OtherSide other() { return new OtherSide() {
 *     @Override public void pays(Payment payment) { MomoHouse.visited(ref(payment), 0); }
 *     @Override public boolean tells(Payment payment) { return told(MomoHouse.notice(ref(payment))); }
 *     ...
 *   }; }
 * }
 * }</pre>
 *
 * <p>The other side speaks the real protocol: {@code org.motcua.testing.VnpayHouse} is one, over
 * HTTP, with keys and reckoning of its own. What a protocol does not have keeps the default here,
 * and the tests about it are passed over.
 *
 * <p>That no gateway is called within a transaction is asserted by {@link TrialGateway}, for all
 * who call gateways at all.
 */
public abstract class GatewayContract extends MoneyTest {

  protected static final long DONG = 135_000;

  @Autowired protected MovableClock clock;
  @Autowired Gateways gateways;
  @Autowired AskGateways askGateways;
  @Autowired ExpirePayments expirePayments;
  @Autowired OrderRefund orderRefund;
  @Autowired SendRefunds sendRefunds;
  @Autowired Messages words;

  /** What the gateway and the payer at it do, in the protocol's own words. */
  public interface OtherSide {

    /** The payer has paid there; nobody is told. */
    void pays(Payment payment);

    /** The payer has not paid, for that reason; nobody is told. */
    default void fails(Payment payment, Failure why) {
      abort("it knows no failures");
    }

    /**
     * What has come of it, told once.
     *
     * @return whether the portal said that it has taken it in
     */
    boolean tells(Payment payment);

    /** That it was paid, as somebody else would tell it: not proved, or altered on the way. */
    default void tellsForged(Payment payment) {
      abort("nothing is told by machines");
    }

    /** Genuine, of a payment that we have never heard of. */
    default boolean tellsOfAnother() {
      return abort("nothing is told by machines");
    }

    /** Genuine, that it was paid with another sum. */
    default boolean tellsOfAnotherSum(Payment payment) {
      return abort("all sums are taken, or it has none");
    }

    /** Answers nobody until {@link #mends}. */
    default void dies() {
      abort("nobody is asked");
    }

    /** Gives no money back until {@link #mends}. */
    default void refusesRefunds() {
      abort("it cannot refuse");
    }

    /** Does what it is asked, and its answers are lost until {@link #mends}. */
    default void losesAnswers() {
      abort("nobody is asked");
    }

    default void mends() {}

    /** In dong. */
    default long gaveBack(Payment payment) {
      return abort("it gives nothing back by machine");
    }
  }

  protected abstract String way();

  protected abstract OtherSide other();

  /** Which of them the protocol can tell. */
  protected Set<Failure> failures() {
    return Set.of();
  }

  /** What this way is offered for. */
  protected NewPayment something() {
    return SomethingToPay.of(DONG);
  }

  /** Somebody has chosen to pay in this way. */
  protected Payment begun() {
    var payment = asked(something());
    begun(payment, way());
    return payment;
  }

  protected final Attempt attempt(Payment payment) {
    return payments.listAttempts(payment.id()).getLast();
  }

  protected final String ref(Payment payment) {
    return attempt(payment).ref();
  }

  private PaymentGateway gateway() {
    return gateways.get(way());
  }

  @AfterEach
  void mend() {
    other().mends();
    clock.reset();
  }

  @Test
  void payersReadOfItInBothLanguages() {
    for (var language : Language.values()) {
      for (var word : new String[] {"name", "hint"}) {
        var key = "payments.way." + way() + "." + word;
        assertThat(words.has(language, key)).as("%s in %s", key, language).isTrue();
      }
    }
  }

  @Test
  void begunTwiceItLeadsToTheSamePlace() {
    var payment = begun();
    assumeTrue(gateway().takes(payment), "payers do not choose it by themselves");
    var first = attempt(payment);
    assertThat(begun(payment, way()).ref()).isEqualTo(first.ref());
    assertThat(payments.listAttempts(payment.id())).hasSize(1);
    assertThat(gateway().begin(first, payment, VISIT))
        .as("by whoever was killed before it was written down")
        .isEqualTo(gateway().begin(first, payment, VISIT));
  }

  @Test
  void paidAndToldItIsPaid() {
    var payment = begun();
    other().pays(payment);
    assertThat(other().tells(payment)).isTrue();
    assertPaidOnce(payment);
    assertThat(attempt(payment).brought())
        .isNotNull()
        .extracting(Attempt.Money::transaction)
        .asString()
        .isNotBlank();
  }

  @Test
  void toldTwiceAndByManyAtOnceItIsPaidOnce() {
    var payment = begun();
    other().pays(payment);
    AtOnce.both(() -> other().tells(payment), () -> other().tells(payment));
    assertThat(other().tells(payment)).as("it need not tell any more").isTrue();
    assertPaidOnce(payment);
  }

  @Test
  void whyItFailedIsKnownAndItCanBeTriedAgain() {
    assumeTrue(!failures().isEmpty(), "it knows no failures");
    for (var why : failures()) {
      var payment = begun();
      other().fails(payment, why);
      assertThat(other().tells(payment)).isTrue();
      assertThat(attempt(payment).status()).as("%s", why).isEqualTo(AttemptStatus.FAILED);
      assertThat(attempt(payment).problem()).isEqualTo(why.name());
      assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
      begun(payment, way());
      assertThat(payments.listAttempts(payment.id())).hasSize(2);
    }
  }

  @Test
  void toldFirstThatItFailedAndThenThatItWasPaidItIsPaid() {
    var payment = begun();
    other().fails(payment, Failure.NO_BALANCE);
    other().tells(payment);
    other().pays(payment);
    assertThat(other().tells(payment)).isTrue();
    assertPaidOnce(payment);
    other().fails(payment, Failure.NO_BALANCE);
    other().tells(payment);
    assertPaidOnce(payment);
  }

  @Test
  void whatIsForgedUnknownOrOfAnotherSumChangesNothing() {
    var payment = begun();
    other().pays(payment);
    other().tellsForged(payment);
    assertThat(other().tellsOfAnother()).isFalse();
    assertNothingCame(payment);
    assertThat(other().tells(payment)).isTrue();
    assertPaidOnce(payment);
  }

  @Test
  void anotherSumIsNotTakenForIt() {
    var payment = begun();
    other().pays(payment);
    assertThat(other().tellsOfAnotherSum(payment)).isFalse();
    assertNothingCame(payment);
    other().tells(payment);
    assertPaidOnce(payment);
  }

  private void assertNothingCame(Payment payment) {
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
    assertThat(attempt(payment).status()).isEqualTo(AttemptStatus.BEGUN);
    assertThat(attempt(payment).received()).isZero();
  }

  @Test
  void whatIsNeverToldIsAskedForWithinTwoMinutes() {
    assumeTrue(gateway().canBeAsked(), "it cannot be asked");
    var payment = begun();
    other().pays(payment);
    clock.advance(Duration.ofSeconds(119));
    askGateways.askAll();
    assertPaidOnce(payment);
    other().tells(payment);
    assertPaidOnce(payment);
  }

  @Test
  void aPayerWhoNeverCameIsUnknownThereAndTheAttemptLapses() {
    assumeTrue(gateway().canBeAsked(), "it cannot be asked");
    var payment = begun();
    clock.advance(gateway().patience().plusMinutes(6));
    askGateways.askAll();
    assertThat(attempt(payment).status())
        .isIn(AttemptStatus.LAPSED, AttemptStatus.FAILED, AttemptStatus.PENDING);
    clock.advance(Duration.ofDays(8));
    askGateways.askAll();
    expirePayments.expireAll();
    other().pays(payment);
    assertThat(other().tells(payment)).as("money that comes late is money").isTrue();
    assertPaidOnce(payment);
  }

  @Test
  void deadInTheMiddleItIsAskedAgainUntilItIsBack() {
    assumeTrue(gateway().canBeAsked(), "it cannot be asked");
    var payment = begun();
    other().pays(payment);
    other().dies();
    for (var times = 0; times < 5; times++) {
      clock.advance(Duration.ofMinutes(20));
      assertThat(askGateways.ask(attempt(payment))).isInstanceOf(Finding.OutOfOrder.class);
      assertThat(attempt(payment).status().underway()).isTrue();
    }
    expirePayments.expireAll();
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
    other().mends();
    clock.advance(Duration.ofMinutes(2));
    askGateways.askAll();
    assertPaidOnce(payment);
  }

  @Test
  void aRefundIsDoneOnceHoweverOftenItIsSent() {
    var payment = paid();
    var refund = ordered(payment, 35_000);
    sendRefunds.sendAll();
    var sent = refunds.find(refund.id()).orElseThrow();
    if (sent.status() == RefundStatus.FAILED) {
      assertThat(sent.problem()).as("officers read why it is done by hand").isNotBlank();
      return;
    }
    assertThat(sent.status()).isEqualTo(RefundStatus.DONE);
    assertThat(gateway().refund(refund, attempt(payment), payment))
        .as("by whoever was killed before it was written down")
        .isInstanceOf(Refunding.Done.class);
    assertThat(other().gaveBack(payment)).isEqualTo(35_000);
    ordered(payment, 100_000);
    sendRefunds.sendAll();
    assertThat(other().gaveBack(payment)).isEqualTo(DONG);
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThatTheBooksBalance();
  }

  @Test
  void aRefundWhoseAnswerIsLostIsNotDoneTwice() {
    var payment = paid();
    other().losesAnswers();
    var refund = ordered(payment, 35_000);
    sendRefunds.sendAll();
    assertThat(refunds.find(refund.id()).orElseThrow().status()).isEqualTo(RefundStatus.APPROVED);
    other().mends();
    clock.advance(Duration.ofMinutes(3));
    sendRefunds.sendAll();
    assertThat(refunds.find(refund.id()).orElseThrow().status()).isEqualTo(RefundStatus.DONE);
    assertThat(other().gaveBack(payment)).isEqualTo(35_000);
  }

  @Test
  void aRefusedRefundIsLeftToPeopleAndOneThatGotNoAnswerIsSentAgain() {
    var payment = paid();
    other().refusesRefunds();
    var refused = ordered(payment, 10_000);
    sendRefunds.sendAll();
    assertThat(refunds.find(refused.id()).orElseThrow().status()).isEqualTo(RefundStatus.FAILED);
    other().mends();

    other().dies();
    var waiting = ordered(payment, 20_000);
    sendRefunds.sendAll();
    assertThat(refunds.find(waiting.id()).orElseThrow().status()).isEqualTo(RefundStatus.APPROVED);
    other().mends();
    clock.advance(Duration.ofMinutes(3));
    sendRefunds.sendAll();
    assertThat(refunds.find(waiting.id()).orElseThrow().status()).isEqualTo(RefundStatus.DONE);
    assertThat(other().gaveBack(payment)).isEqualTo(20_000);
  }

  private Payment paid() {
    var payment = begun();
    other().pays(payment);
    other().tells(payment);
    assertPaidOnce(payment);
    return now(payment);
  }

  private Refund ordered(Payment payment, long dong) {
    orderRefund.order(
        payment.id(), dong, "Thu nhầm", null, "officer:thu", "contract:" + UUID.randomUUID());
    return refunds.listOf(payment.id()).stream()
        .filter(refund -> refund.dong() == dong)
        .findFirst()
        .orElseThrow();
  }

  private void assertPaidOnce(Payment payment) {
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    assertThat(balance(payment, "DUE")).isEqualTo(-DONG);
    assertThat(refunds.listOf(payment.id())).as("nothing came twice").isEmpty();
    assertThatTheBooksBalance();
  }
}
