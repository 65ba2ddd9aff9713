package org.motcua.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.testing.VnpayHouse;
import org.motcua.testing.VnpayHouse.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** VNPAY keeps what every way to pay has to keep; and what is VNPAY's alone. */
class VnpayContractTests extends GatewayContract {

  @Autowired MockMvcTester mvc;

  @Override
  protected String way() {
    return "vnpay";
  }

  @Override
  protected Set<Failure> failures() {
    return Set.of(
        Failure.CANCELLED,
        Failure.TIMED_OUT,
        Failure.NO_BALANCE,
        Failure.OVER_LIMIT,
        Failure.NOT_ALLOWED,
        Failure.BANK_CLOSED,
        Failure.OTHER);
  }

  @Override
  protected OtherSide other() {
    return new OtherSide() {
      @Override
      public void pays(Payment payment) {
        VnpayHouse.visited(ref(payment), DONG, "00");
      }

      @Override
      public void fails(Payment payment, Failure why) {
        VnpayHouse.visited(ref(payment), DONG, code(why));
      }

      @Override
      public boolean tells(Payment payment) {
        return told(VnpayHouse.notice(ref(payment)));
      }

      @Override
      public void tellsForged(Payment payment) {
        var notice = VnpayHouse.notice(ref(payment));
        for (var field : notice.keySet()) {
          var altered = new TreeMap<>(notice);
          altered.put(field, altered.get(field) + "1");
          assertThat(told(altered)).as("altered: %s", field).isFalse();
          altered.remove(field);
          assertThat(told(altered)).as("left out: %s", field).isFalse();
        }
      }

      @Override
      public boolean tellsOfAnother() {
        var fields = VnpayHouse.fields("MC000000000000", DONG, "00", "00", "14000001");
        return told(VnpayHouse.sealed(fields));
      }

      @Override
      public boolean tellsOfAnotherSum(Payment payment) {
        var fields = VnpayHouse.fields(ref(payment), DONG - 1_000, "00", "00", "14000001");
        return told(VnpayHouse.sealed(fields));
      }

      @Override
      public void dies() {
        VnpayHouse.fails(Fault.UNAVAILABLE);
      }

      @Override
      public void refusesRefunds() {
        VnpayHouse.fails(Fault.REFUSING_REFUNDS);
      }

      @Override
      public void losesAnswers() {
        VnpayHouse.fails(Fault.REPLY_LOST);
      }

      @Override
      public void mends() {
        VnpayHouse.mend();
      }

      @Override
      public long gaveBack(Payment payment) {
        return VnpayHouse.givenBack(ref(payment));
      }
    };
  }

  private static String code(Failure why) {
    return switch (why) {
      case CANCELLED -> "24";
      case TIMED_OUT -> "11";
      case NO_BALANCE -> "51";
      case OVER_LIMIT -> "65";
      case NOT_ALLOWED -> "12";
      case BANK_CLOSED -> "75";
      case SUSPICIOUS -> "07";
      case OTHER -> "99";
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"GARBLED", "FORGED", "CONTRADICTORY"})
  void whatIsNoAnswerOfItsOwnSettlesNothing(Fault fault) {
    var payment = begun();
    other().pays(payment);
    VnpayHouse.fails(fault);
    assertThat(askGateways.ask(attempt(payment))).isInstanceOf(Finding.OutOfOrder.class);
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
    VnpayHouse.mend();
    askGateways.ask(attempt(payment));
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void whatIsLookedIntoIsNeitherPaidNorLostHoweverLongItTakes() {
    var payment = begun();
    VnpayHouse.visited(ref(payment), DONG, "07");
    other().tells(payment);
    assertThat(attempt(payment).status()).isEqualTo(AttemptStatus.PENDING);
    clock.advance(Duration.ofDays(9));
    askGateways.ask(attempt(payment));
    expirePayments.expireAll();
    assertThat(attempt(payment).status()).isEqualTo(AttemptStatus.PENDING);
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
    other().pays(payment);
    askGateways.ask(attempt(payment));
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
  }

  /** Its clock is not ours: money is money, whenever it says that it came. */
  @ParameterizedTest
  @ValueSource(
      strings = {"20261123100300", "19991231235959", "20991231235959", "20261332250000", ""})
  void aNoticeIsTakenWhateverTheTimeInIt(String date) {
    var payment = begun();
    other().pays(payment);
    var notice = VnpayHouse.notice(ref(payment));
    notice.put("vnp_PayDate", date);
    if (date.isEmpty()) notice.remove("vnp_PayDate");
    assertThat(told(VnpayHouse.sealed(notice))).isTrue();
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    assertThat(attempt(payment).endedAt())
        .as("our own clock says when it was settled")
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
  }

  private boolean told(Map<String, String> notice) {
    var call = mvc.get().uri("/payments/vnpay/ipn");
    notice.forEach(call::param);
    var answer = call.exchange();
    assertThat(answer).hasStatusOk();
    try {
      var text = answer.getResponse().getContentAsString();
      return text.contains("\"RspCode\":\"00\"") || text.contains("\"RspCode\":\"02\"");
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
