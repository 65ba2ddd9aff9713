package org.motcua.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.MessageLog;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.testing.VnpayHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** VNPAY tells what has happened, over HTTP: genuine, forged, doubled and wrong. */
class VnpayNoticeTests extends MoneyTest {

  private static final long DONG = 135_000;

  @Autowired MockMvcTester mvc;
  @Autowired MessageLog log;

  @Test
  void theFirstNoticeIsConfirmedAndTheSecondWasKnown() throws Exception {
    var attempt = begun();
    var notice = notice(attempt, "00", "00");
    assertThat(told(notice)).bodyJson().isEqualTo("{RspCode:'00',Message:'Confirm Success'}");
    assertThat(told(notice))
        .bodyJson()
        .isEqualTo("{RspCode:'02',Message:'Order already confirmed'}");
    assertThat(now(attempt).brought())
        .isNotNull()
        .extracting(Attempt.Money::transaction)
        .isEqualTo("13863000");
    assertThat(payment(attempt).status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void fiftyAtOnceAreOne() throws Exception {
    var attempt = begun();
    var notice = notice(attempt, "00", "00");
    try (var threads = Executors.newFixedThreadPool(10)) {
      var calls =
          IntStream.range(0, 50).<Callable<String>>mapToObj(n -> () -> code(told(notice))).toList();
      var codes = new ArrayList<String>();
      for (var answer : threads.invokeAll(calls)) codes.add(answer.get());
      assertThat(codes).containsOnlyOnce("00");
      assertThat(codes).filteredOn("02"::equals).hasSize(49);
    }
    assertThat(balance(payment(attempt), "CLEARING")).isEqualTo(DONG);
  }

  @Test
  void whateverIsForgedAlteredUnknownOrOfAnotherSumChangesNothingAndIsKept() throws Exception {
    var attempt = begun();
    for (var field : List.of("vnp_Amount", "vnp_TxnRef", "vnp_ResponseCode", "vnp_BankCode")) {
      var altered = notice(attempt, "00", "00");
      altered.put(field, "1" + altered.get(field));
      assertThat(code(told(altered))).as(field).isEqualTo("97");
    }
    var unsigned = notice(attempt, "00", "00");
    unsigned.remove("vnp_SecureHash");
    assertThat(code(told(unsigned))).isEqualTo("97");

    var unknown = fields(attempt, "00", "00");
    unknown.put("vnp_TxnRef", "MC000000000000");
    assertThat(code(told(signed(unknown)))).isEqualTo("01");
    var elsewhere = fields(attempt, "00", "00");
    elsewhere.put("vnp_TmnCode", "ANOTHER1");
    assertThat(code(told(signed(elsewhere)))).isEqualTo("01");
    for (var response : List.of("00", "24")) {
      var wrong = fields(attempt, response, response.equals("00") ? "00" : "02");
      wrong.put("vnp_Amount", "100");
      assertThat(code(told(signed(wrong)))).isEqualTo("04");
    }

    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.BEGUN);
    assertThat(log.listAbout(attempt.ref()))
        .extracting(MessageLog.Message::verdict)
        .contains("WRONG_AMOUNT");
    assertThat(log.listAbout(attempt.ref()))
        .allSatisfy(message -> assertThat(message.content()).contains("vnp_SecureHash=***"));
  }

  @ParameterizedTest
  @CsvSource({
    "24,02,CANCELLED",
    "11,02,TIMED_OUT",
    "51,02,NO_BALANCE",
    "65,02,OVER_LIMIT",
    "75,02,BANK_CLOSED",
    "99,02,OTHER"
  })
  void aFailureIsTakenWithItsReason(String response, String status, String why) throws Exception {
    var attempt = begun();
    assertThat(code(told(notice(attempt, response, status)))).isEqualTo("00");
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.FAILED);
    assertThat(now(attempt).problem()).isEqualTo(why);
    assertThat(payment(attempt).status()).isEqualTo(PaymentStatus.OPEN);
  }

  @Test
  void whatIsLookedIntoIsNotPaidYet() throws Exception {
    var attempt = begun();
    told(notice(attempt, "07", "07"));
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.PENDING);
    told(notice(attempt, "00", "00"));
    assertThat(payment(attempt).status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void thePayersBrowserSettlesNothing() throws Exception {
    var attempt = begun();
    var back = notice(attempt, "00", "00");
    assertThat(sent("/payments/vnpay/return", back))
        .hasRedirectedUrl(payment(attempt).page() + "?back");
    assertThat(payment(attempt).status()).isEqualTo(PaymentStatus.OPEN);
    back.put("vnp_Amount", "1");
    assertThat(sent("/payments/vnpay/return", back)).hasStatus(400);
  }

  private Attempt begun() {
    return begun(asked(SomethingToPay.of(DONG)), "vnpay");
  }

  private Payment payment(Attempt attempt) {
    return payments.find(attempt.payment()).orElseThrow();
  }

  private MvcTestResult told(Map<String, String> notice) {
    return sent("/payments/vnpay/ipn", notice);
  }

  private MvcTestResult sent(String path, Map<String, String> fields) {
    var call = mvc.get().uri(path);
    fields.forEach(call::param);
    return call.exchange();
  }

  private static String code(MvcTestResult answer) throws Exception {
    assertThat(answer).hasStatusOk();
    return answer.getResponse().getContentAsString().replaceAll(".*\"RspCode\":\"(..)\".*", "$1");
  }

  private static Map<String, String> notice(Attempt attempt, String response, String status) {
    return signed(fields(attempt, response, status));
  }

  private static Map<String, String> fields(Attempt attempt, String response, String status) {
    return VnpayHouse.fields(attempt.ref(), attempt.dong(), response, status, "13863000");
  }

  private static Map<String, String> signed(Map<String, String> fields) {
    return VnpayHouse.sealed(fields);
  }
}
