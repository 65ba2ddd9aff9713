package org.motcua.dossiers.paying;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.Charge;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.CurrentUser;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.PaymentStore;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Officers;
import org.motcua.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** Two copies of a birth certificate cost 16,000 dong, which their applicant pays at home. */
class FeesPaidOnlineTests extends DossiersTest {

  @Autowired Clock clock;
  @Autowired FeePayments fees;
  @Autowired FollowPayments follow;
  @Autowired PayingFees paying;
  @Autowired PaymentStore payments;
  @Autowired ChargeStore charges;
  @Autowired DossierStore dossiers;

  @Test
  void theApplicantPaysFromTheDossiersPageAndTwoClicksAreOnePayment() {
    var mother = births.mother();
    var id = submittedBy(mother);
    assertThat(text(as(mother).open(mine(id)))).contains("Nộp phí trực tuyến", "Chưa nộp");
    AtOnce.both(
        () -> as(mother).send(mine(id) + "/payment"), () -> as(mother).send(mine(id) + "/payment"));
    var page = fees.open(id).orElseThrow().page();
    assertThat(as(mother).send(mine(id) + "/payment")).hasRedirectedUrl(page);
    assertThat(as(births.mother()).send(mine(id) + "/payment").getResponse().getStatus())
        .isIn(302, 404);

    paying.pay(id);
    await().atMost(ofSeconds(20)).until(() -> charge(id).settlement() != null);

    assertThat(charge(id).settlement()).matches(Charge.Settlement::online);
    assertThat(text(as(mother).open(mine(id))))
        .contains("Đã nộp trực tuyến")
        .doesNotContain("Ngân hàng đã thu hồi");
    follow.after(id);
    assertThat(events(id)).containsOnlyOnce(Event.FEE_PAID_ONLINE);
  }

  @Test
  void whatAnOfficerAsksForIsPaidAtHomeAndTheDossierGoesOn() {
    var id = submittedBy(births.mother());
    as(Officers.hongHaReception()).send(desk(id) + "/payment-request", "what", "", "dong", "0");
    assertThat(status(id)).isEqualTo(DossierStatus.PAYMENT_REQUESTED);
    paying.pay(id);
    await().atMost(ofSeconds(20)).until(() -> status(id) == DossierStatus.REGISTERED);
    assertThat(charge(id).settlement()).isNotNull();
  }

  @Test
  void refusedBeforeAcceptanceAllGoesBack() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(mother).send(mine(id) + "/payment");
    var attempt = paying.pay(id);
    follow.after(id);
    as(Officers.hongHaReception()).send(desk(id) + "/refusal", "reason", "Trùng hồ sơ");
    follow.after(id);
    var payment = payments.find(attempt.payment()).orElseThrow();
    assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(text(as(mother).open(mine(id)))).contains("oàn lại 16.000 đồng");
  }

  @Test
  void whatWasNotPaidIsNotAskedForAnyMoreWhenItIsRefused() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(mother).send(mine(id) + "/payment");
    as(Officers.hongHaReception()).send(desk(id) + "/refusal", "reason", "Trùng hồ sơ");
    assertThat(fees.open(id)).isEmpty();
    as(mother).send(mine(id) + "/payment");
    assertThat(fees.open(id)).isEmpty();
  }

  @Test
  void withdrawnAfterAcceptanceTheFeeStays() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    as(mother).send(mine(id) + "/payment");
    var attempt = paying.pay(id);
    as(mother).send(mine(id) + "/withdrawal");
    as(Officers.hongHaReception()).send(desk(id) + "/withdrawal");
    follow.after(id);
    assertThat(status(id)).isEqualTo(DossierStatus.STOPPED);
    assertThat(payments.find(attempt.payment()).orElseThrow().status())
        .isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void paidWhileItIsRefusedAtOnceNothingIsKept() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(mother).send(mine(id) + "/payment");
    var asked = fees.open(id).orElseThrow().id();
    AtOnce.both(
        () -> paying.pay(id),
        () -> as(Officers.hongHaReception()).send(desk(id) + "/refusal", "reason", "Trùng hồ sơ"));
    await()
        .atMost(ofSeconds(20))
        .until(
            () ->
                payments.find(asked).orElseThrow().status() == PaymentStatus.REFUNDED
                    || payments.find(asked).orElseThrow().status() == PaymentStatus.CANCELLED);
  }

  @Test
  void paidAtTheCounterItIsNotAskedForOnlineAnyMore() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(mother).send(mine(id) + "/payment");
    as(Officers.hongHaReception()).send(desk(id) + "/fee", "receipt", "BL-7");
    assertThat(fees.open(id)).isEmpty();
    assertThat(charge(id).settlement()).matches(paid -> !paid.online());
  }

  @Test
  void whatTheBankTakesBackIsOwedAgain() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(mother).send(mine(id) + "/payment");
    var attempt = paying.pay(id);
    follow.after(id);
    paying.reverse(attempt);
    follow.after(id);
    assertThat(charge(id).settlement()).isNull();
    assertThat(fees.open(id)).isPresent();
    assertThat(events(id)).containsOnlyOnce(Event.FEE_REVERSED);
  }

  @Test
  void paidAtTheCounterAndOnlineAtOnceOnePaysAndTheOthersMoneyGoesBack() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(mother).send(mine(id) + "/payment");
    var attempt = paying.begin(id);
    AtOnce.both(
        () -> {
          paying.arrive(attempt);
          return true;
        },
        () -> as(Officers.hongHaReception()).send(desk(id) + "/fee", "means", "CASH") != null);
    await().atMost(ofSeconds(20)).until(() -> charge(id).settlement() != null);

    assertThat(fees.kept(id)).isEqualTo(16_000);
    assertThat(payments.listFor("dossier:" + id)).hasSize(1);
    var found = payments.findAttempt(attempt.id()).orElseThrow();
    assertThat(found.status())
        .isEqualTo(online(id) ? AttemptStatus.SUCCEEDED : AttemptStatus.SURPLUS);
    follow.after(id);
    assertThat(events(id))
        .containsExactly(Event.SUBMITTED, online(id) ? Event.FEE_PAID_ONLINE : Event.FEE_SETTLED);
  }

  @Test
  void anAnswerMendedLaterAsksForTheDifferenceAndWhatTheBankTakesBackIsOwedAlone() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(mother).send(mine(id) + "/payment");
    paying.pay(id);
    follow.after(id);
    mend(mother, id, "3");

    assertThat(charge(id).settlement()).isNull();
    assertThat(fees.open(id).orElseThrow().total()).isEqualTo(8_000);
    var rest = paying.pay(id);
    follow.after(id);
    assertThat(charge(id).settlement()).isNotNull();

    paying.reverse(rest);
    follow.after(id);
    follow.after(id);
    assertThat(charge(id).settlement()).isNull();
    assertThat(fees.open(id).orElseThrow().total()).isEqualTo(8_000);
    assertThat(events(id)).containsOnlyOnce(Event.FEE_REVERSED);
    paying.pay(id);
    follow.after(id);
    assertThat(charge(id).settlement()).isNotNull();
    assertThat(fees.kept(id)).isEqualTo(24_000);
  }

  @Test
  void anAnswerMendedToCostLessGivesTheDifferenceBack() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(mother).send(mine(id) + "/payment");
    var attempt = paying.pay(id);
    follow.after(id);
    mend(mother, id, "1");
    follow.after(id);

    assertThat(charge(id).settlement()).isNotNull();
    assertThat(fees.kept(id)).isEqualTo(8_000);
    assertThat(payments.find(attempt.payment()).orElseThrow().refunded()).isEqualTo(8_000);
    var page = payments.find(attempt.payment()).orElseThrow().page();
    assertThat(text(as(mother).open(page))).contains("Số tiền phải nộp đã giảm");
  }

  @Test
  void moneyThatWasOnItsWayWhenItWasRefusedGoesBack() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(mother).send(mine(id) + "/payment");
    var attempt = paying.begin(id);
    as(Officers.hongHaReception()).send(desk(id) + "/refusal", "reason", "Trùng hồ sơ");
    paying.arrive(attempt);
    assertThat(payments.findAttempt(attempt.id()).orElseThrow().status())
        .isEqualTo(AttemptStatus.SURPLUS);
    assertThat(fees.kept(id)).isZero();
  }

  @Test
  void moneyThatComesForAnExpiredPaymentOfAStoppedDossierGoesBack() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    as(mother).send(mine(id) + "/payment");
    var attempt = paying.begin(id);
    payments.move(payments.find(attempt.payment()).orElseThrow().expire(clock.instant()));
    as(mother).send(mine(id) + "/withdrawal");
    as(Officers.hongHaReception()).send(desk(id) + "/withdrawal");
    goTo(LocalDate.of(2026, 11, 27), LocalTime.NOON);
    paying.arrive(attempt);
    follow.after(id);
    follow.after(id);

    assertThat(status(id)).isEqualTo(DossierStatus.STOPPED);
    assertThat(payments.find(attempt.payment()).orElseThrow().status())
        .isEqualTo(PaymentStatus.REFUNDED);
  }

  @Test
  void lateMoneyForWhatIsStillOwedPaysIt() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(mother).send(mine(id) + "/payment");
    var attempt = paying.begin(id);
    payments.move(payments.find(attempt.payment()).orElseThrow().expire(clock.instant()));
    assertThat(text(as(mother).open(mine(id)))).contains("Nộp phí trực tuyến");
    paying.arrive(attempt);
    follow.after(id);
    assertThat(charge(id).settlement()).isNotNull();
  }

  @Test
  void lateMoneyForWhatWasAskedForAnewGoesBack() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(mother).send(mine(id) + "/payment");
    var late = paying.begin(id);
    payments.move(payments.find(late.payment()).orElseThrow().expire(clock.instant()));
    as(mother).send(mine(id) + "/payment");
    paying.pay(id);
    paying.arrive(late);
    follow.after(id);
    assertThat(fees.kept(id)).isEqualTo(16_000);
    assertThat(payments.findAttempt(late.id()).orElseThrow().status())
        .isEqualTo(AttemptStatus.SURPLUS);
  }

  @Test
  void whereverItIsCutOffTheMoneyIsFollowedOnce() {
    var id = submittedBy(births.mother());
    as(Officers.hongHaReception()).send(desk(id) + "/payment-request", "what", "", "dong", "0");
    var attempt = paying.begin(id);
    var settled = payments.find(attempt.payment()).orElseThrow();
    for (var step = 1; !settled.status().holdsMoney(); step++) {
      var here = step;
      cutOff(here, () -> paying.arrive(attempt));
      settled = payments.find(attempt.payment()).orElseThrow();
    }
    for (var step = 1; charge(id).settlement() == null; step++) {
      var here = step;
      cutOff(here, () -> follow.after(id));
    }
    await().atMost(ofSeconds(20)).until(() -> status(id) == DossierStatus.REGISTERED);
    follow.after(id);
    assertThat(events(id)).containsOnlyOnce(Event.FEE_PAID_ONLINE);
    assertThat(fees.kept(id)).isEqualTo(16_000);
  }

  private void mend(CurrentUser mother, DossierId id, String copies) {
    as(Officers.hongHaReception())
        .send(desk(id) + "/addition-request", "point:whole", "Xem lại số bản sao");
    var typed = births.typed("registration");
    typed.set("registration.copies", copies);
    as(mother).send(mine(id) + "/pages/registration", typed);
    assertThat(as(mother).send(mine(id) + "/additions")).hasStatus3xxRedirection();
  }

  /** The next try finds what was kept, however it ended. */
  private static void cutOff(int step, Runnable work) {
    try {
      Statements.cutOffBefore(step, work);
    } catch (RuntimeException dead) {
      assertThat(dead).isNotNull();
    }
  }

  private boolean online(DossierId id) {
    return java.util.Objects.requireNonNull(charge(id).settlement()).online();
  }

  private Charge charge(DossierId id) {
    return charges.find(id).orElseThrow();
  }

  private DossierStatus status(DossierId id) {
    return dossiers.find(id).orElseThrow().status();
  }

  private java.util.List<Event> events(DossierId id) {
    return dossiers.historyOf(id).stream().map(entry -> entry.event()).toList();
  }
}
