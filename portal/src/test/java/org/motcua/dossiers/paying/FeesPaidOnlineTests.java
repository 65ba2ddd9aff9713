package org.motcua.dossiers.paying;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;

import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.Charge;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.PaymentStore;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;

/** Two copies of a birth certificate cost 16,000 dong, which their applicant pays at home. */
class FeesPaidOnlineTests extends DossiersTest {

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
    assertThat(text(as(mother).open(mine(id)))).contains("Nộp trực tuyến");
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
    assertThat(text(as(mother).open(mine(id)))).contains("hoàn lại 16.000 đồng");
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
