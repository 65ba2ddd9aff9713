package org.motcua.bills;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;
import static org.motcua.testing.Creditors.debt;
import static org.motcua.testing.FormToken.csrf;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motcua.bills.model.Asked;
import org.motcua.bills.model.AskedStore;
import org.motcua.bills.model.Creditor;
import org.motcua.payments.gateway.BeginAttempt;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.gateway.TrialGateway;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Citizens;
import org.motcua.testing.Clicks;
import org.motcua.testing.Creditors;
import org.motcua.testing.Creditors.Fault;
import org.motcua.testing.Enterprises;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is owed outside is looked up, paid once, and told until it has been heard. */
class BillsTests extends MoneyTest {

  private static final String NAME = "Ngô Văn Tư";

  @Autowired MockMvcTester mvc;
  @Autowired AskedStore asked;
  @Autowired TellCreditor tellCreditor;
  @Autowired MovableClock clock;

  private String number = "";

  @BeforeEach
  void aFine() {
    number = String.valueOf(ThreadLocalRandom.current().nextInt(100_000_000, 999_999_999));
    Creditors.fines(number, NAME, 900_000);
    jdbc.sql("delete from platform.rate_limit where id like 'bills.%'").update();
  }

  @AfterEach
  void mend() {
    Creditors.mend();
    clock.reset();
  }

  @Test
  void aFineIsLookedUpPaidAndReportedWithoutAnAccount() {
    assertThat(text(send("/bills/fines", "number", number + "/QĐ-XPHC", "name", "ngô văn tư")))
        .contains(
            "900.000 đồng", "Vượt đèn đỏ", "Km 120, Quốc lộ 18", "7111.1054321", "01/12/2026");
    var payment = paid(payFine(900_000));
    var about = asked.findByPayment(payment.id()).orElseThrow();
    await().untilAsserted(() -> assertThat(again(about).heardAt()).isNotNull());
    var told = Creditors.heardOf(payment.id().value().toString());
    assertThat(told).singleElement().matches(it -> it.path("dong").asLong() == 900_000);
    assertThat(text(open(about.address())))
        .contains("Đã thanh toán", "Cảnh sát giao thông đã ghi nhận", "XN-" + number);
  }

  @Test
  void aWrongNameIsToldAsAnUnknownNumber() {
    var wrong = text(send("/bills/fines", "number", number, "name", "Ai Đó"));
    var unknown = text(send("/bills/fines", "number", "1234", "name", "Ai Đó"));
    assertThat(wrong).contains("Không tìm thấy quyết định có số và tên này");
    assertThat(wrong.replace(number, "").replaceAll("_csrf\" value=\"[^\"]*", ""))
        .isEqualTo(unknown.replace("1234", "").replaceAll("_csrf\" value=\"[^\"]*", ""));
  }

  @Test
  void strangersMayNotGuessForEver() {
    var last = send("/bills/fines", "number", number, "name", "Ai Đó");
    for (var times = 0; times < 40 && last.getResponse().getStatus() == 200; times++) {
      last = send("/bills/fines", "number", number, "name", "Ai Đó");
    }
    assertThat(last).hasStatus(429);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"UNAVAILABLE", "GARBLED", "CONTRADICTORY"})
  void aSilentCreditorIsToldWithWhatToDoAndNothingTypedIsLost(Fault how) {
    Creditors.fails(how);
    assertThat(text(send("/bills/fines", "number", number, "name", NAME)))
        .contains("Cảnh sát giao thông chưa trả lời", "Thử lại", "1800 1096", "Kho bạc")
        .contains("value=\"" + number + "\"", "value=\"" + NAME + "\"");
  }

  @Test
  void anotherSumThanTheOneThatWasShownIsToldFirst() {
    Creditors.fines(number, NAME, 950_000);
    assertThat(text(payFine(900_000))).contains("Số tiền vừa thay đổi", "950.000 đồng");
    assertThat(door.find("fines:" + number)).isEmpty();
  }

  @Test
  void whatHasChangedSinceIsNotPaidAndWhatIsPaidElsewhereNeither() {
    var payment = payment(payFine(900_000));
    later();
    Creditors.fines(number, NAME, 950_000);
    assertThat(beginAttempt.begin(payment, TrialGateway.ID, VISIT))
        .isEqualTo(new BeginAttempt.Outcome.NotOpen(PaymentStatus.CANCELLED));

    var second = payment(payFine(950_000));
    assertThat(second.id()).isNotEqualTo(payment.id());
    later();
    Creditors.owes("fines", number, NAME);
    assertThat(beginAttempt.begin(second, TrialGateway.ID, VISIT))
        .isEqualTo(new BeginAttempt.Outcome.NotOpen(PaymentStatus.CANCELLED));
    assertThat(text(open(asked.findByPayment(second.id()).orElseThrow().address())))
        .contains("không còn hiệu lực", "Tra cứu lại");
  }

  @Test
  void aCreditorThatIsSilentKeepsNobodyFromPayingWhatHeWasTold() {
    var payment = payment(payFine(900_000));
    later();
    Creditors.fails(Fault.UNAVAILABLE);
    assertThat(beginAttempt.begin(payment, TrialGateway.ID, VISIT))
        .isNotInstanceOf(BeginAttempt.Outcome.NotOpen.class);
  }

  @Test
  void twoWhoPayTheSameAtOncePayOnce() {
    AtOnce.both(() -> payFine(900_000), () -> payFine(900_000));
    assertThat(payments.listFor("fines:" + number)).hasSize(1);
    assertThat(asked.listStanding(Creditor.FINES, number)).hasSize(1);
  }

  @Test
  void whatIsPaidHereIsNotPaidAgainWhileTheCreditorHasNotHeard() {
    paid(payFine(900_000));
    assertThat(text(payFine(900_000))).contains("Có khoản đã được trả", "không cần trả nữa");
    assertThat(payments.listFor("fines:" + number)).hasSize(1);
  }

  @Test
  void aReportIsMadeAgainUntilItIsHeardAndCountsOnce() {
    Creditors.fails(Fault.REPLY_LOST);
    var payment = payment(payFineNow());
    settle(payment);
    var about = asked.findByPayment(payment.id()).orElseThrow();
    assertThatThrownBy(() -> tellCreditor.tell(about.id())).hasMessageContaining("503");
    assertThat(text(open(about.address()))).contains("Đang báo cho Cảnh sát giao thông");
    Creditors.mend();
    tellCreditor.tell(about.id());
    tellCreditor.tell(about.id());
    assertThat(again(about).confirmation()).isEqualTo("XN-" + number);
  }

  /** The page is made while the creditor still answers. */
  private MvcTestResult payFineNow() {
    Creditors.mend();
    var page = payFine(900_000);
    Creditors.fails(Fault.REPLY_LOST);
    return page;
  }

  @Test
  void moneyForWhatOthersHadPaidGoesBack() {
    Creditors.paidElsewhere("fines", number);
    var payment = paid(payFine(900_000));
    var about = asked.findByPayment(payment.id()).orElseThrow();
    await().untilAsserted(() -> assertThat(again(about).heardAt()).isNotNull());
    assertThat(refunds.listOf(payment.id())).singleElement().matches(it -> it.dong() == 900_000);
    assertThat(text(open(about.address())))
        .contains("đã nhận khoản này từ trước", "hoàn lại 900.000 đồng");
    assertThatTheBooksBalance();
  }

  @Test
  void ofSeveralBillsSomeArePaidAndTheCustomerIsNotNamedToStrangers() {
    var code = electricity();
    var page = text(send("/bills/electricity", "number", code));
    assertThat(page).contains("N. T. Mai", "phường Hồng Gai").doesNotContain("Nguyễn Thị Mai");
    assertThat(text(pay("electricity", code, "", "choose"))).contains("Bạn chưa chọn khoản nào");
    var one = payment(payBills(code, code + "-1"));
    assertThat(one.total()).isEqualTo(300_000);

    var both = payment(payBills(code, code + "-1", code + "-2"));
    assertThat(both.total()).isEqualTo(500_000);
    assertThat(now(one).status()).isEqualTo(PaymentStatus.CANCELLED);
    begun(both, TrialGateway.ID);
    assertThat(text(payBills(code, code + "-1"))).contains("Có người đang trả khoản này");
  }

  private String electricity() {
    var code = "PE" + number + "12";
    Creditors.owes(
        "electricity",
        code,
        "Nguyễn Thị Mai",
        debt(code + "-1", "Tiền điện tháng 9", 300_000),
        debt(code + "-2", "Tiền điện tháng 10", 200_000));
    return code;
  }

  @Test
  void whoeverPaysIsNamedAndAWrongAddressIsRefused() {
    assertThat(
            text(
                send(
                    "/bills/fines/payment",
                    "number",
                    number,
                    "name",
                    NAME,
                    "chosen",
                    number,
                    "shown",
                    number + "=900000",
                    "payer",
                    "",
                    "email",
                    "nobody")))
        .contains("Hãy nhập họ và tên người trả", "Địa chỉ thư điện tử chưa đúng");
  }

  @Test
  void taxesAreThoseOfTheAccountAlone() {
    Creditors.owes(
        "taxes",
        "5700123454",
        "Công ty TNHH Sao Vàng",
        debt("5700123454-" + number, "Thuế GTGT", 12_000_000));
    assertThat(open("/my/taxes")).hasStatus3xxRedirection();
    var company = Clicks.of(Enterprises.saoVang(), mvc);
    assertThat(text(company.open("/my/taxes")))
        .contains("Công ty TNHH Sao Vàng", "12.000.000 đồng", "Chương 754, tiểu mục 1701");
    var id = "5700123454-" + number;
    var page =
        company.send(
            "/my/taxes/payment",
            "chosen",
            id,
            "shown",
            id + "=12000000",
            "payer",
            "Công ty TNHH Sao Vàng");
    var about = asked.findByPayment(payment(page).id()).orElseThrow();
    assertThat(text(open(about.address() + "/slip")))
        .contains("C1-02/NS", "754", "1701", "5700123454");
    assertThat(text(company.open("/my/bills"))).contains("Thuế GTGT");
    assertThat(text(Clicks.of(Citizens.hung(), mvc).open("/my/bills"))).doesNotContain(number);
  }

  @Test
  void contributionsAreReckonedAndPaid() {
    var insured = "2" + number;
    Creditors.insures(insured, "Lê Thị Hoa", "NEAR_POOR", 3);
    var form = new String[] {"number", insured, "name", "Lê Thị Hoa"};
    assertThat(text(send("/bills/insurance", with(form, "plan", "household"))))
        .contains("Lê Thị Hoa", "N. T. 2")
        .doesNotContain("Người Thứ 2");
    assertThat(
            text(
                send(
                    "/bills/insurance/quote",
                    with(form, "plan", "voluntary", "income", "1.400.000", "months", "3"))))
        .contains("Hãy nhập mức thu nhập từ 1.500.000 đồng");
    var chosen =
        with(
            form, "plan", "voluntary", "income", "3.000.000", "months", "3", "payer", "Lê Thị Hoa");
    assertThat(text(send("/bills/insurance/quote", chosen))).contains("1.584.000 đồng");
    var payment = payment(send("/bills/insurance/payment", chosen));
    assertThat(payment.total()).isEqualTo((660_000 - 132_000) * 3);
    assertThat(text(send("/bills/insurance/payment", chosen))).isEmpty();
    assertThat(payments.listFor(payment.reference())).hasSize(1);

    chosen[9] = "12"; // months
    var longer = payment(send("/bills/insurance/payment", chosen));
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.CANCELLED);
    settle(longer);
    chosen[9] = "6";
    assertThat(text(send("/bills/insurance/payment", chosen)))
        .contains("Tháng bạn chọn đã được đóng");
  }

  @Test
  void twoTabsThatChooseTheSameMonthsPayThemOnce() {
    var insured = "3" + number;
    Creditors.insures(insured, "Lê Thị Hoa", "NEAR_POOR", 3);
    var chosen =
        new String[] {
          "number",
          insured,
          "name",
          "Lê Thị Hoa",
          "plan",
          "voluntary",
          "income",
          "3.000.000",
          "months",
          "3",
          "payer",
          "Lê Thị Hoa"
        };
    var payment = payment(send("/bills/insurance/payment", chosen));
    begun(payment, TrialGateway.ID);
    assertThat(payment(send("/bills/insurance/payment", chosen)).id()).isEqualTo(payment.id());

    var ofMore = chosen.clone();
    ofMore[7] = "4.000.000";
    assertThat(text(send("/bills/insurance/payment", ofMore)))
        .contains("Có người đang đóng cho tháng này");
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);

    settle(payment);
    assertThat(text(send("/bills/insurance/payment", ofMore)))
        .contains("Tháng bạn chọn đã được đóng", "chưa bị trừ tiền lần nữa");
    assertThat(payments.listFor(payment.reference())).hasSize(1);
  }

  @Test
  void codesAreSavedForOneselfAndRemoved() {
    var mai = Clicks.of(Citizens.mai(), mvc);
    var code = "PE" + number + "99";
    assertThat(text(mai.send("/my/bills/codes", "creditor", "electricity", "number", "12")))
        .contains("Mã khách hàng điện gồm");
    for (var times = 0; times < 2; times++) {
      mai.send("/my/bills/codes", "creditor", "electricity", "number", code, "label", "Nhà bố mẹ");
    }
    var page = text(mai.open("/my/bills"));
    assertThat(page).containsOnlyOnce("Nhà bố mẹ").contains(code);
    assertThat(text(Clicks.of(Citizens.hung(), mvc).open("/my/bills"))).doesNotContain(code);
    var removal = page.substring(page.lastIndexOf("/my/bills/codes/", page.indexOf("/removal")));
    mai.send(removal.substring(0, removal.indexOf('"')));
  }

  private static String[] with(String[] form, String... more) {
    var all = new String[form.length + more.length];
    System.arraycopy(form, 0, all, 0, form.length);
    System.arraycopy(more, 0, all, form.length, more.length);
    return all;
  }

  private void later() {
    clock.moveTo(clock.instant().plus(Duration.ofMinutes(5)));
  }

  private Asked again(Asked about) {
    return asked.find(about.id()).orElseThrow();
  }

  private MvcTestResult payFine(long shown) {
    return pay("fines", number, number, number + "=" + shown);
  }

  private MvcTestResult payBills(String code, String... chosen) {
    var fields = new String[] {"number", code, "payer", NAME};
    for (var each : chosen) {
      var dong = each.endsWith("-1") ? 300_000 : 200_000;
      fields = with(fields, "chosen", each, "shown", each + "=" + dong);
    }
    return send("/bills/electricity/payment", fields);
  }

  private MvcTestResult pay(String kind, String of, String chosen, String shown) {
    return send(
        "/bills/" + kind + "/payment",
        "number",
        of,
        "name",
        NAME,
        "chosen",
        chosen,
        "shown",
        shown,
        "payer",
        "Nguyễn Thị Mai");
  }

  private Payment payment(MvcTestResult leading) {
    var page = requireNonNull(leading.getResponse().getRedirectedUrl(), text(leading));
    assertThat(page).startsWith("/pay/");
    return payments.findByKey(page.substring("/pay/".length())).orElseThrow();
  }

  private Payment paid(MvcTestResult leading) {
    var payment = payment(leading);
    settle(payment);
    return payment;
  }

  private void settle(Payment payment) {
    var attempt = begun(payment, TrialGateway.ID);
    takeFinding.take(TrialGateway.ID, attempt.ref(), paid(payment.total()));
  }

  private MvcTestResult open(String address) {
    return mvc.get().uri(address).exchange();
  }

  private MvcTestResult send(String address, String... fields) {
    var request = mvc.post().uri(address).with(csrf());
    for (var field = 0; field < fields.length; field += 2) {
      request.param(fields[field], fields[field + 1]);
    }
    return request.exchange();
  }
}
