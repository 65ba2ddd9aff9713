package org.motcua.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.payments.PaymentSummary.Standing;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.Refund;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** What gateways say comes doubled, late, lost and out of order; the books stay right. */
class TakeFindingTests extends MoneyTest {

  @Autowired MovableClock clock;
  @Autowired TrialGateway gateway;
  @Autowired AskGateways askGateways;
  @Autowired ExpirePayments expirePayments;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void paidOnceItIsOwedToItsBeneficiary() {
    var payment = asked(SomethingToPay.of(135_000));
    var attempt = begun(payment, TrialGateway.ID);

    assertThat(take(attempt, paid(135_000))).isEqualTo(Verdict.TAKEN);

    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    assertThat(balance(payment, "CLEARING")).isEqualTo(135_000);
    assertThat(balance(payment, "DUE")).isEqualTo(-135_000);
    assertThat(door.find(payment.reference()).orElseThrow().standing()).isEqualTo(Standing.PAID);
    assertThatTheBooksBalance();
  }

  @Test
  void theSameNoticeFiftyTimesAtOnceIsTakenOnce() throws Exception {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, TrialGateway.ID);
    var notice = paid(20_000);

    var verdicts =
        atOnce(
            IntStream.range(0, 50)
                .<Callable<Verdict>>mapToObj(n -> () -> take(attempt, notice))
                .toList());

    assertThat(verdicts).containsOnlyOnce(Verdict.TAKEN);
    assertThat(verdicts).filteredOn(Verdict.KNOWN_BEFORE::equals).hasSize(49);
    assertThat(balance(payment, "CLEARING")).isEqualTo(20_000);
  }

  @Test
  void anotherSumChangesNothing() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, TrialGateway.ID);

    assertThat(take(attempt, paid(2_000))).isEqualTo(Verdict.WRONG_AMOUNT);

    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.BEGUN);
  }

  @Test
  void nobodySpeaksOfAnothersAttempts() {
    var attempt = begun(asked(SomethingToPay.of(20_000)), TrialGateway.ID);
    assertThat(takeFinding.take("vnpay", attempt.ref(), paid(20_000)))
        .isEqualTo(Verdict.NO_SUCH_ATTEMPT);
    assertThat(takeFinding.take(TrialGateway.ID, "MC000000000000", paid(20_000)))
        .isEqualTo(Verdict.NO_SUCH_ATTEMPT);
  }

  @Test
  void twoTabsLeadToTheSameAttempt() throws Exception {
    var payment = asked(SomethingToPay.of(20_000));
    var attempts =
        atOnce(
            IntStream.range(0, 8)
                .<Callable<Attempt>>mapToObj(n -> () -> begun(payment, TrialGateway.ID))
                .toList());
    assertThat(attempts).extracting(Attempt::ref).containsOnly(attempts.getFirst().ref());
  }

  @Test
  void whatIsPaidASecondTimeGoesBack() {
    var payment = asked(SomethingToPay.of(20_000));
    var first = begun(payment, TrialGateway.ID);
    take(first, new Finding.Failed(Failure.CANCELLED));
    var second = begun(payment, TrialGateway.ID);

    take(second, paid(20_000));
    assertThat(take(first, paid(20_000))).isEqualTo(Verdict.TAKEN);

    assertThat(now(first).status()).isEqualTo(AttemptStatus.SURPLUS);
    assertThat(now(second).status()).isEqualTo(AttemptStatus.SUCCEEDED);
    assertThat(refunds.listOf(payment.id())).singleElement().matches(Refund::surplus);
    assertThat(balance(payment, "CLEARING")).isEqualTo(40_000);
    assertThat(balance(payment, "REFUNDS")).isEqualTo(-20_000);
    assertThat(balance(payment, "UNALLOCATED")).isZero();
    assertThatTheBooksBalance();
  }

  @Test
  void moneyThatComesLateSettlesWhatIsStillOwed() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, TrialGateway.ID);
    lapse(attempt);
    expirePayments.expireAll();
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.EXPIRED);

    take(attempt, paid(20_000));

    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    assertThat(refunds.listOf(payment.id())).isEmpty();
  }

  @Test
  void moneyThatComesLateGoesBackWhereItWasAskedForAnew() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, TrialGateway.ID);
    lapse(attempt);
    expirePayments.expireAll();
    var again = asked(SomethingToPay.of(payment.reference(), 20_000));
    assertThat(again.id()).isNotEqualTo(payment.id());

    take(attempt, paid(20_000));

    assertThat(now(payment).status()).isEqualTo(PaymentStatus.EXPIRED);
    assertThat(now(again).status()).isEqualTo(PaymentStatus.OPEN);
    assertThat(refunds.listOf(payment.id())).hasSize(1);
  }

  @Test
  void aPaymentDoesNotExpireWhileSomebodyMayBePayingIt() {
    var payment = asked(SomethingToPay.of(20_000));
    begun(payment, TrialGateway.ID);
    clock.advance(Duration.ofDays(8));
    expirePayments.expireAll();
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
  }

  @Test
  void moneyForWhatWasTakenBackGoesBack() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, TrialGateway.ID);
    assertThat(door.cancel(payment.reference(), "WITHDRAWN")).isTrue();
    assertThat(door.cancel(payment.reference(), "WITHDRAWN")).isFalse();

    take(attempt, paid(20_000));

    assertThat(now(payment).status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.SURPLUS);
  }

  @Test
  void withoutANoticeTheGatewayIsAskedWithinTwoMinutes() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, TrialGateway.ID);
    gateway.willSay(attempt, paid(20_000));

    askGateways.askAll();
    assertThat(now(payment).status()).as("at once, it is not asked").isEqualTo(PaymentStatus.OPEN);
    clock.advance(Duration.ofSeconds(119));
    askGateways.askAll();

    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
  }

  /** It may come to its senses; until then it shall not be asked every minute for ever. */
  @Test
  void aGatewayThatKeepsTellingOfAnotherSumIsAskedSeldom() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, TrialGateway.ID);
    gateway.willSay(attempt, paid(19_000));
    clock.advance(Duration.ofHours(2));
    askGateways.askAll();
    assertThat(now(attempt).lookAt()).isAfter(clock.instant().plus(Duration.ofMinutes(9)));

    gateway.willSay(attempt, paid(20_000));
    clock.advance(Duration.ofMinutes(11));
    askGateways.askAll();
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void whatABankTakesBackIsOwedAgain() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, TrialGateway.ID);
    take(attempt, paid(20_000));

    assertThat(take(attempt, new Finding.Reversed())).isEqualTo(Verdict.TAKEN);
    assertThat(take(attempt, new Finding.Reversed())).isEqualTo(Verdict.KNOWN_BEFORE);

    assertThat(now(payment).status()).isEqualTo(PaymentStatus.REVERSED);
    assertThat(balance(payment, "CLEARING")).isZero();
    assertThat(balance(payment, "DUE")).isZero();
    assertThat(asked(SomethingToPay.of(payment.reference(), 20_000)).status())
        .isEqualTo(PaymentStatus.OPEN);
  }

  @Test
  void whatIsAskedForOtherwiseStandsInThePlaceOfWhatWasOpen() {
    var payment = asked(SomethingToPay.of(20_000));
    assertThat(asked(SomethingToPay.of(payment.reference(), 20_000)).id()).isEqualTo(payment.id());

    var dearer = asked(SomethingToPay.of(payment.reference(), 30_000));
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.CANCELLED);

    take(begun(dearer, TrialGateway.ID), paid(30_000));
    assertThat(asked(SomethingToPay.of(payment.reference(), 50_000)).id()).isEqualTo(dearer.id());
  }

  @Test
  void askedForByManyAtOnceItIsOnePayment() throws Exception {
    var wanted = SomethingToPay.of(20_000);
    var all =
        atOnce(
            IntStream.range(0, 8).<Callable<Payment>>mapToObj(n -> () -> asked(wanted)).toList());
    assertThat(all).extracting(Payment::id).containsOnly(all.getFirst().id());
  }

  /** Whatever comes, in whatever order, from several threads. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void inAnyOrderTheBooksBalanceAndNothingIsPaidTwice(long seed) throws Exception {
    var random = new Random(seed);
    var reference = "trial:random-" + seed;
    var attempts = new ArrayList<Attempt>();
    var words = new ArrayList<Callable<Verdict>>();
    for (var n = 0; n < 4; n++) {
      var payment = asked(SomethingToPay.of(reference, 20_000 + 1_000 * random.nextInt(2)));
      if (payment.status() != PaymentStatus.OPEN) break;
      var attempt = begun(payment, TrialGateway.ID);
      attempts.add(attempt);
      if (random.nextInt(3) == 0) take(attempt, new Finding.Failed(Failure.OTHER));
    }
    for (var n = 0; n < 24; n++) {
      var attempt = attempts.get(random.nextInt(attempts.size()));
      var finding =
          switch (random.nextInt(6)) {
            case 0 -> new Finding.Failed(Failure.NO_BALANCE);
            case 1 -> new Finding.Pending();
            case 2 -> new Finding.Reversed();
            case 3 -> paid(1);
            default -> paid(attempt.dong());
          };
      words.add(() -> take(attempt, finding));
    }

    atOnce(words);

    assertThatTheBooksBalance();
    assertThat(payments.listFor(reference))
        .filteredOn(payment -> payment.status().holdsMoney())
        .hasSizeLessThanOrEqualTo(1);
    for (var payment : payments.listFor(reference)) {
      var paid = payment.status() == PaymentStatus.PAID;
      assertThat(balance(payment, "DUE")).isEqualTo(paid ? -payment.total() : 0);
      assertThat(balance(payment, "UNALLOCATED")).isZero();
      assertThat(balance(payment, "CLEARING"))
          .isEqualTo(-balance(payment, "DUE") - balance(payment, "REFUNDS"));
    }
  }

  @Test
  void theDatabaseRefusesBooksThatDoNotBalanceAndAnyChange() {
    var entry = jdbc.sql("select gen_random_uuid()::text").query(String.class).single();
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        with account as (
                               insert into payments.account (kind, of) values ('BANK', :entry)
                               returning id),
                             entry as (
                               insert into payments.entry (id, at, kind, cause)
                               values (:entry::uuid, now(), 'PAID', :entry) returning id)
                        insert into payments.posting (entry, line, account, dong)
                        select entry.id, 1, account.id, 5 from entry, account
                        """)
                    .param("entry", entry)
                    .update())
        .hasMessageContaining("do not add up");
    for (var table : List.of("entry", "posting", "message")) {
      assertThatThrownBy(() -> jdbc.sql("delete from payments." + table).update())
          .hasMessageContaining("append-only");
    }
  }

  private Verdict take(Attempt attempt, Finding finding) {
    return takeFinding.take(TrialGateway.ID, attempt.ref(), finding);
  }

  private void lapse(Attempt attempt) {
    clock.advance(Duration.ofDays(8));
    askGateways.askAll();
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.LAPSED);
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var results = new ArrayList<T>();
      for (var future : threads.invokeAll(calls)) results.add(future.get());
      return results;
    }
  }
}
