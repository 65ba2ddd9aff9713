package org.motcua.dossiers.paying;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.handling.Agency;
import org.motcua.dossiers.model.Charge;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.submitting.FilledForms;
import org.motcua.eservices.FilledExample;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.TestForms;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.organisation.Posts;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.PaymentStore;
import org.motcua.testing.AtOnce;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A year of voluntary insurance on an income of three million costs 7,128,000 dong, paid first. */
class PaidFirstTests extends DossiersTest {

  private static final ServiceSlug INSURANCE = new ServiceSlug("voluntary-social-insurance");
  private static final ServiceSlug LICENCE = new ServiceSlug("driving-licence-reissue");

  @Autowired FeePayments fees;
  @Autowired FollowPayments follow;
  @Autowired PayingFees paying;
  @Autowired PaymentStore payments;
  @Autowired ChargeStore charges;
  @Autowired DossierStore dossiers;
  @Autowired OnlineServices services;
  @Autowired Posts posts;

  @Test
  void whoHandsItInIsSentToPayAndThenOneButtonIsLeft() {
    var mai = births.mother().knownAs(LevelOfAssurance.LOA3);
    var id = filled(mai, INSURANCE, "first-time");
    assertThat(text(as(mai).open(mine(id) + "/review")))
        .contains("Nộp 7.128.000 đồng rồi nộp hồ sơ");
    AtOnce.both(() -> submit(mai, id), () -> submit(mai, id));
    var page = fees.open(id).orElseThrow().page();
    assertThat(submit(mai, id)).hasRedirectedUrl(page);
    assertThat(text(as(mai).open(page))).contains("7.128.000 đồng");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.DRAFT);

    paying.begin(id);
    assertThat(text(as(mai).open(mine(id) + "/review"))).contains("Đang chờ ngân hàng xác nhận");
    paying.pay(id);
    follow.after(id);
    assertThat(births.noticesTo(mai)).containsEntry("dossiers.notice.paid_draft", 1);
    assertThat(text(as(mai).open(mine(id) + "/review")))
        .contains("Đã nộp 7.128.000 đồng. Còn một bước: bấm Nộp hồ sơ")
        .doesNotContain("rồi nộp hồ sơ");

    assertThat(submit(mai, id)).hasRedirectedUrl(mine(id) + "?submitted");
    assertThat(charge(id).settlement()).matches(Charge.Settlement::online);
    assertThat(fees.kept(id)).isEqualTo(7_128_000);
    assertThat(fees.open(id)).isEmpty();
  }

  @Test
  void whatCostsMoreAfterItWasPaidIsPaidInFullBeforeItIsHandedIn() {
    var mai = births.mother().knownAs(LevelOfAssurance.LOA3);
    var id = filled(mai, INSURANCE, "first-time");
    submit(mai, id);
    paying.pay(id);
    choose(mai, id, "4.000.000");
    assertThat(text(as(mai).open(mine(id) + "/review")))
        .contains("Đã nộp 7.128.000 đồng, còn phải nộp 2.640.000 đồng");
    submit(mai, id);
    assertThat(fees.open(id).orElseThrow().total()).isEqualTo(2_640_000);
    paying.pay(id);
    assertThat(submit(mai, id)).hasRedirectedUrl(mine(id) + "?submitted");
    assertThat(fees.kept(id)).isEqualTo(9_768_000);
    assertThat(text(as(mai).open(mine(id))))
        .as("links that can be told apart")
        .contains("Xem khoản 7.128.000 đồng: Tiền đóng", "Xem khoản 2.640.000 đồng: Tiền đóng");
  }

  @Test
  void whatCostsLessAfterItWasPaidGoesBackWhenItIsHandedIn() {
    var mai = births.mother().knownAs(LevelOfAssurance.LOA3);
    var id = filled(mai, INSURANCE, "first-time");
    submit(mai, id);
    paying.pay(id);
    choose(mai, id, "2.000.000");
    assertThat(text(as(mai).open(mine(id) + "/review")))
        .contains("2.640.000 đồng nộp thừa sẽ được hoàn lại");
    assertThat(submit(mai, id)).hasRedirectedUrl(mine(id) + "?submitted");
    assertThat(fees.kept(id)).isEqualTo(4_488_000);
  }

  @Test
  void whatIsThrownAwayAfterItWasPaidGoesBackAndWhatComesLaterToo() {
    var mai = births.mother().knownAs(LevelOfAssurance.LOA3);
    var id = filled(mai, INSURANCE, "lowest-income-monthly");
    submit(mai, id);
    var paid = paying.pay(id);
    as(mai).send(mine(id) + "/removal");
    assertThat(dossiers.find(id)).isEmpty();
    follow.after(id);
    assertThat(payments.find(paid.payment()).orElseThrow().status())
        .isEqualTo(PaymentStatus.REFUNDED);

    var other = filled(mai, INSURANCE, "lowest-income-monthly");
    submit(mai, other);
    var onItsWay = paying.begin(other);
    as(mai).send(mine(other) + "/removal");
    paying.arrive(onItsWay);
    follow.after(other);
    assertThat(payments.findAttempt(onItsWay.id()).orElseThrow().status())
        .isEqualTo(AttemptStatus.SURPLUS);
    assertThat(fees.kept(other)).isZero();
  }

  @Test
  void onAcceptanceItWaitsForTheMoneyAndItsClockStandsStill() {
    var mai = births.mother().knownAs(LevelOfAssurance.LOA3);
    var id = filled(mai, LICENCE, "lost-motorbike");
    submit(mai, id);
    assertThat(fees.open(id)).isEmpty();
    var due = dossier(id).term().dueAt();
    new Agency(mvc, posts, dossiers, charges).accept(id);

    assertThat(dossier(id).status()).isEqualTo(DossierStatus.PAYMENT_REQUESTED);
    assertThat(births.noticesTo(mai)).containsKey("dossiers.notice.payment_requested");
    assertThat(text(as(mai).open(mine(id)))).contains("Chưa nộp", "Nộp phí trực tuyến");
    var example = FilledExample.of(LICENCE, "lost-motorbike");
    goTo(example.today().plusDays(7), LocalTime.of(9, 0));
    paying.pay(id);
    await().atMost(ofSeconds(20)).until(() -> dossier(id).status() == DossierStatus.IN_PROCESS);
    assertThat(dossier(id).term().dueAt()).isAfter(due);
    assertThat(births.noticesTo(mai)).containsEntry("dossiers.notice.paid_online", 1);
  }

  private DossierId filled(CurrentUser mai, ServiceSlug service, String name) {
    var example = FilledExample.of(service, name);
    goTo(example.today(), LocalTime.of(9, 0));
    var id = begin(mai, service.value());
    new FilledForms(mvc, dossiers).fillIn(id, services.get(service), example, mai);
    return id;
  }

  private void choose(CurrentUser mai, DossierId id, String income) {
    var page = services.get(INSURANCE).form().findPage("contribution").orElseThrow();
    var typed = TestForms.typed(page, FilledExample.of(INSURANCE, "first-time").answers());
    typed.set("contribution.income", income);
    as(mai).send(mine(id) + "/pages/contribution", typed);
  }

  private MvcTestResult submit(CurrentUser mai, DossierId id) {
    return as(mai).send(mine(id) + "/submission", "declared", "true");
  }

  private Charge charge(DossierId id) {
    return charges.find(id).orElseThrow();
  }
}
