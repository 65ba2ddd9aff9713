package org.motcua.payments.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.FormToken.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Bilingual;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;
import org.motcua.payments.Beneficiary;
import org.motcua.payments.Fact;
import org.motcua.payments.Item;
import org.motcua.payments.NewPayment;
import org.motcua.payments.Payer;
import org.motcua.payments.Purpose;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.gateway.PaymentGateway.Refunding;
import org.motcua.payments.gateway.TrialGateway;
import org.motcua.payments.gateway.vietqr.StatedCredits;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStatus;
import org.motcua.payments.refunding.SendRefunds;
import org.motcua.testing.Citizens;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Accountants find what goes to their agencies, see all of it, and act on it once. */
class FinanceDeskTests extends MoneyTest {

  private static final UnitCode HA_LONG = new UnitCode("193");
  private static final String HUE = "000.00.00.H57";

  @Autowired MockMvcTester mvc;
  @Autowired TrialGateway gateway;
  @Autowired Organisation organisation;
  @Autowired SendRefunds sendRefunds;
  @Autowired MovableClock clock;
  @Autowired StatedCredits credits;

  private final CurrentUser oanh = Officers.accountant();
  private final CurrentUser sang = Officers.secondAccountant();
  private final CurrentUser ngan = Officers.haLongAccountant();

  @Test
  void anAccountantFindsByWhateverIsInHandAndOnlyWhatIsHis() {
    var code = "HS-" + UUID.randomUUID();
    var payment = paid(asked(ofHaLong(code, 20_000)));
    var attempt = payments.listAttempts(payment.id()).getFirst();
    var number = Objects.requireNonNull(attempt.brought()).transaction();
    for (var term : List.of(code, attempt.ref().toLowerCase(Locale.ROOT), number)) {
      assertThat(find(ngan, term)).as(term).bodyText().contains(payment.id().toString());
      assertThat(find(oanh, term)).as(term).bodyText().contains(payment.id().toString());
    }

    var others = asked(of(HUE, code + "-hue", 20_000));
    assertThat(find(ngan, code + "-hue")).bodyText().doesNotContain(others.id().toString());
    assertThat(find(oanh, code + "-hue")).bodyText().contains(others.id().toString());
    assertThat(open(ngan, others)).hasStatus(404);
    assertThat(open(Officers.hongHaReception(), payment)).hasStatus(403);
  }

  @Test
  void theLatestAreListedPageByPage() {
    var first = asked(ofHaLong(UUID.randomUUID().toString(), 20_000));
    for (var n = 0; n < 25; n++) asked(ofHaLong(UUID.randomUUID().toString(), 20_000));
    var page = mvc.get().uri("/desk/payments").with(SignedIn.as(ngan)).exchange();
    assertThat(page).bodyText().doesNotContain(first.id().toString()).contains("?before=");
    var last = listed(page).getLast();
    assertThat(mvc.get().uri("/desk/payments?before=" + last).with(SignedIn.as(ngan)).exchange())
        .bodyText()
        .contains(first.id().toString());
  }

  private static List<String> listed(MvcTestResult page) {
    var html = new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    return Pattern.compile("/desk/payments/([0-9a-f-]{36})\"")
        .matcher(html)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void allThatHappenedToAPaymentIsThere() {
    var payment = paid(asked(ofHaLong(UUID.randomUUID().toString(), 20_000)));
    assertThat(open(ngan, payment))
        .bodyText()
        .contains("Sổ kế toán", "Tại trung gian thanh toán", "Phải trả nơi thụ hưởng", "20.000");
  }

  @Test
  void thePayerReadsWhoHasLooked() {
    var payment = paid(asked(ofHaLong(UUID.randomUUID().toString(), 20_000)));
    open(ngan, payment);
    assertThat(mvc.get().uri("/my/account/accesses").with(SignedIn.as(Citizens.mai())).exchange())
        .bodyText()
        .contains("quản lý khoản thu");
  }

  @Test
  void anOrderSentTwiceIsOneAndWhatIsWrongIsTold() {
    var payment = paid(asked(ofHaLong(UUID.randomUUID().toString(), 90_000)));
    assertThat(order(ngan, payment, "90.001", "Thu nhầm", "a"))
        .bodyText()
        .contains("không quá 90.000", "value=\"90.001\"", "Thu nhầm");
    assertThat(order(ngan, payment, "1000", " ", "a")).bodyText().contains("Nêu lý do");
    assertThat(told(order(ngan, payment, "30.000", "Thu nhầm", "b"))).isEqualTo("ORDERED");
    assertThat(told(order(ngan, payment, "30.000", "Thu nhầm", "b"))).isEqualTo("ORDERED");
    assertThat(refundsOf(payment)).singleElement().matches(it -> it.dong() == 30_000);
    sendRefunds.sendAll();
    assertThat(open(ngan, payment)).bodyText().contains("Đã hoàn", "Thu nhầm", "Bùi Thị Ngân");
  }

  @Test
  void aboveTheLimitAnotherAgrees() {
    var payment = paid(asked(ofHaLong(UUID.randomUUID().toString(), 5_000_000)));
    assertThat(told(order(oanh, payment, "5000000", "Thu nhầm", "a"))).isEqualTo("TO_BE_AGREED");
    var refund = refundsOf(payment).getFirst();
    assertThat(mvc.get().uri("/desk/refunds").with(SignedIn.as(sang)).exchange())
        .bodyText()
        .contains("5.000.000", "Đoàn Thị Kim Oanh");
    assertThat(told(act(oanh, refund, "approval"))).isEqualTo("OWN_ORDER");
    assertThat(told(act(sang, refund, "approval"))).isEqualTo("AGREED");
    assertThat(told(act(sang, refund, "approval"))).isEqualTo("NOT_NOW");
    assertThat(told(act(ngan, refund, "declination"))).isEqualTo("NOT_NOW");
  }

  @Test
  void whatABankDoesNotTakeIsSeenToByHand() {
    var payment = paid(asked(ofHaLong(UUID.randomUUID().toString(), 40_000)));
    gateway.willRefund(payment, new Refunding.Refused("ACCOUNT_CLOSED"));
    order(ngan, payment, "40000", "Thu nhầm", "a");
    sendRefunds.sendAll();
    var refund = refundsOf(payment).getFirst();
    assertThat(refund.status()).isEqualTo(RefundStatus.FAILED);
    assertThat(open(ngan, payment)).bodyText().contains("ACCOUNT_CLOSED", "Đã chuyển thủ công");
    assertThat(told(act(ngan, refund, "by-hand"))).isEqualTo("NO_NUMBER");
    assertThat(told(act(ngan, refund, "by-hand", "number", "UNC-77"))).isEqualTo("BY_HAND");
    assertThat(refundsOf(payment)).singleElement().matches(it -> it.status() == RefundStatus.DONE);
    assertThatTheBooksBalance();
  }

  @Test
  void toAnotherAccountAnotherAgreesAndItIsCarriedOutByHand() {
    var payment = paid(asked(ofHaLong(UUID.randomUUID().toString(), 40_000)));
    assertThat(orderTo(payment, "Nguyễn Thị Lan", "0011 0012", "97043"))
        .bodyText()
        .contains("Nhập mã ngân hàng gồm sáu chữ số", "value=\"Nguyễn Thị Lan\"", "open");
    assertThat(told(orderTo(payment, "Nguyễn Thị Lan", "0011 0012", "970436")))
        .isEqualTo("TO_BE_AGREED");
    var refund = refundsOf(payment).getFirst();
    assertThat(told(act(ngan, refund, "approval"))).isEqualTo("OWN_ORDER");
    assertThat(told(act(oanh, refund, "approval"))).isEqualTo("AGREED");
    assertThat(open(ngan, payment))
        .bodyText()
        .contains("Nguyễn Thị Lan, tài khoản 00110012, ngân hàng 970436", "Đã chuyển thủ công")
        .doesNotContain("Gửi lại");
    assertThat(told(act(ngan, refund, "by-hand", "number", "UNC-78"))).isEqualTo("BY_HAND");
    assertThatTheBooksBalance();
  }

  private MvcTestResult orderTo(Payment payment, String name, String account, String bank) {
    return mvc.post()
        .uri("/desk/payments/" + payment.id() + "/refunds")
        .param("dong", "40.000")
        .param("reason", "Người nộp đã mất")
        .param("name", name)
        .param("account", account)
        .param("bank", bank)
        .param("form", "a")
        .with(SignedIn.as(ngan))
        .with(csrf())
        .exchange();
  }

  @Test
  void theGatewayIsAskedAgain() {
    var payment = asked(ofHaLong(UUID.randomUUID().toString(), 20_000));
    gateway.willSay(begun(payment, TrialGateway.ID), paid(20_000));
    var asked =
        mvc.post()
            .uri("/desk/payments/" + payment.id() + "/question")
            .with(SignedIn.as(ngan))
            .with(csrf())
            .exchange();
    assertThat(told(asked)).isEqualTo("ASKED");
    assertThat(now(payment).status().holdsMoney()).isTrue();
  }

  @Test
  void theAccountantsOfAllSayWhatMoneyOfNobodyIsFor() {
    var payment = asked(ofHaLong(UUID.randomUUID().toString(), 20_000));
    var attempt = begun(payment, "vietqr");
    var id = "FT" + UUID.randomUUID();
    var stated = new StatedCredits.Stated(id, 20_000, "nộp hộ mẹ <b>", clock.instant());
    credits.hear(List.of(stated));
    assertThat(page(ngan)).hasStatus(403);
    assertThat(page(oanh)).bodyText().contains(id, "nộp hộ mẹ &lt;b&gt;", "20.000");
    assertThat(told(purpose(oanh, id, "MC000"))).isEqualTo("NOT_ASSIGNED");
    assertThat(purpose(ngan, id, attempt.ref())).hasStatus(403);
    assertThat(told(purpose(oanh, id, attempt.ref()))).isEqualTo("ASSIGNED");
    assertThat(told(purpose(sang, id, attempt.ref()))).isEqualTo("NOT_ASSIGNED");
    assertThat(now(payment).status().holdsMoney()).isTrue();
    assertThat(page(oanh)).bodyText().doesNotContain(id);
  }

  private MvcTestResult page(CurrentUser officer) {
    return mvc.get().uri("/desk/payments/credits").with(SignedIn.as(officer)).exchange();
  }

  private MvcTestResult purpose(CurrentUser officer, String id, String words) {
    return mvc.post()
        .uri("/desk/payments/credits/" + id + "/purpose")
        .param("words", words)
        .with(SignedIn.as(officer))
        .with(csrf())
        .exchange();
  }

  private NewPayment ofHaLong(String dossier, long dong) {
    return of(organisation.committeeOf(HA_LONG).orElseThrow().id().value(), dossier, dong);
  }

  private static NewPayment of(String owner, String dossier, long dong) {
    return new NewPayment(
        "trial:" + UUID.randomUUID(),
        Purpose.FEE,
        Bilingual.same("Lệ phí " + dossier),
        List.of(
            new Item(
                "2716",
                Bilingual.same("Lệ phí"),
                dong,
                new Beneficiary(owner, "UBND", "3511.0.1012345", "970436"))),
        new Payer(Citizens.mai().id(), "Nguyễn Thị Mai", null),
        Map.of(Fact.DOSSIER, dossier),
        "trial",
        null,
        Instant.now().plus(Duration.ofDays(7)));
  }

  private Payment paid(Payment payment) {
    var attempt = begun(payment, TrialGateway.ID);
    takeFinding.take(TrialGateway.ID, attempt.ref(), paid(payment.total()));
    return now(payment);
  }

  private List<Refund> refundsOf(Payment payment) {
    return refunds.listOf(payment.id());
  }

  private MvcTestResult find(CurrentUser officer, String term) {
    return mvc.get().uri("/desk/payments").param("q", term).with(SignedIn.as(officer)).exchange();
  }

  private MvcTestResult open(CurrentUser officer, Payment payment) {
    return mvc.get().uri("/desk/payments/" + payment.id()).with(SignedIn.as(officer)).exchange();
  }

  private MvcTestResult order(
      CurrentUser officer, Payment payment, String dong, String reason, String form) {
    return mvc.post()
        .uri("/desk/payments/" + payment.id() + "/refunds")
        .param("dong", dong)
        .param("reason", reason)
        .param("form", form)
        .with(SignedIn.as(officer))
        .with(csrf())
        .exchange();
  }

  private MvcTestResult act(CurrentUser officer, Refund refund, String what, String... fields) {
    var request =
        mvc.post()
            .uri("/desk/refunds/" + refund.id() + "/" + what)
            .with(SignedIn.as(officer))
            .with(csrf());
    for (var n = 0; n < fields.length; n += 2) request.param(fields[n], fields[n + 1]);
    return request.exchange();
  }

  private static String told(MvcTestResult answer) {
    var to = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    return to.substring(to.indexOf("told=") + "told=".length());
  }
}
