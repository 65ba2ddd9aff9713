package org.motcua.payments.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.testing.MovableClock;
import org.motcua.testing.NationalPlatform;
import org.motcua.testing.VnpayHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/**
 * Others' clocks are ahead of ours or behind. Whether something is paid is never a matter of
 * clocks; on which day it was is for the gateway to say, since its file of that day tells of it.
 */
class ClockSkewTests extends MoneyTest {

  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final long DONG = 50_000;

  @Autowired MockMvcTester mvc;
  @Autowired MovableClock clock;
  @Autowired AskGateways askGateways;
  @Autowired ExpirePayments expirePayments;
  @Autowired TrialGateway trial;
  @Autowired JsonMapper json;

  @AfterEach
  void reset() {
    clock.reset();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-P2D", "-PT40M", "PT0S", "PT40M", "PT20H"})
  void whateverTheGatewaysClockSaysMoneyPays(Duration ahead) {
    var payment = asked(SomethingToPay.of(DONG));
    var attempt = begun(payment, "vnpay");
    var at = LocalDateTime.ofInstant(clock.instant().plus(ahead), HANOI);
    told(attempt, TIME.format(at));
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    assertThat(moneyAt(attempt)).isEqualTo(at.withNano(0).atZone(HANOI).toInstant());
    assertThat(now(payment).paidAt()).as("by our clock").isBetween(past(), clock.instant());
  }

  /** Under none of these would any day's file hold it. */
  @ParameterizedTest
  @ValueSource(strings = {"20990101000000", "99991231235959", "19700101070000", "yesterday"})
  void whatIsNoTimeIsNow(String said) {
    var attempt = begun(asked(SomethingToPay.of(DONG)), "vnpay");
    told(attempt, said);
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.SUCCEEDED);
    assertThat(moneyAt(attempt)).isBetween(past(), clock.instant());
  }

  /** Midnight is Ha Noi's, at 17:00 UTC, in what gateways write and in what days hold. */
  @ParameterizedTest
  @CsvSource({
    "20261122235959,2026-11-22",
    "20261123000000,2026-11-23",
    "20261123065959,2026-11-23"
  })
  void aDayEndsAtMidnightInHanoi(String written, LocalDate day) {
    var vnpay = begun(asked(SomethingToPay.of(DONG)), "vnpay");
    told(vnpay, written);
    assertThat(dayOf(vnpay)).isEqualTo(day);

    var platform = begun(asked(SomethingToPay.of(DONG)), "platform");
    confirmed(platform, written);
    assertThat(now(platform).status()).isEqualTo(AttemptStatus.SUCCEEDED);
    assertThat(dayOf(platform)).isEqualTo(day);
  }

  @Test
  void byTheirClockThereWasTimeLeft() {
    var payment = asked(SomethingToPay.of(DONG));
    var attempt = begun(payment, TrialGateway.ID);
    clock.moveTo(attempt.expiresAt().plus(Duration.ofMinutes(4)));
    askGateways.askAll();
    assertThat(now(attempt).status())
        .as("their clock may be behind")
        .matches(AttemptStatus::underway);

    trial.willSay(attempt, paid(DONG));
    clock.advance(Duration.ofMinutes(2));
    askGateways.askAll();
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void theirsAreSoFarBehindThatWeHaveGivenItUpAndItPaysAllTheSame() {
    var payment = asked(SomethingToPay.of(DONG));
    var attempt = begun(payment, "vnpay");
    clock.moveTo(payment.expiresAt().plus(Duration.ofMinutes(30)));
    askGateways.askAll();
    expirePayments.expireAll();
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.EXPIRED);

    told(attempt, TIME.format(LocalDateTime.ofInstant(attempt.begunAt(), HANOI)));
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    assertThat(balance(payment, "CLEARING")).isEqualTo(DONG);
    assertThatTheBooksBalance();
  }

  /** Ahead of ours, it refuses payers early, and says so: nothing was paid, and another may try. */
  @Test
  void byTheirClockTheTimeHadRunOut() {
    var payment = asked(SomethingToPay.of(DONG));
    var attempt = begun(payment, TrialGateway.ID);
    trial.willSay(attempt, new Finding.Failed(Failure.TIMED_OUT));
    askGateways.ask(attempt);
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.FAILED);
    var again = begun(payment, TrialGateway.ID);
    assertThat(again.ref()).isNotEqualTo(attempt.ref());

    takeFinding.take(TrialGateway.ID, again.ref(), paid(DONG));
    takeFinding.take(TrialGateway.ID, attempt.ref(), paid(DONG));
    assertThat(now(attempt).status()).as("it goes back").isEqualTo(AttemptStatus.SURPLUS);
    assertThat(balance(payment, "DUE")).isEqualTo(-DONG);
  }

  private Instant past() {
    return clock.instant().minus(Duration.ofMinutes(1));
  }

  private Instant moneyAt(Attempt attempt) {
    return requireNonNull(now(attempt).brought()).at();
  }

  private LocalDate dayOf(Attempt attempt) {
    return LocalDate.ofInstant(moneyAt(attempt), HANOI);
  }

  private void told(Attempt attempt, String payDate) {
    var fields =
        new TreeMap<>(VnpayHouse.fields(attempt.ref(), attempt.dong(), "00", "00", "13863000"));
    fields.put("vnp_PayDate", payDate);
    var call = mvc.get().uri("/payments/vnpay/ipn");
    VnpayHouse.sealed(fields).forEach(call::param);
    assertThat(call.exchange()).bodyJson().isEqualTo("{RspCode:'00',Message:'Confirm Success'}");
  }

  private void confirmed(Attempt attempt, String at) {
    var told =
        new LinkedHashMap<>(
            NationalPlatform.confirmation(attempt.ref(), "00", String.valueOf(attempt.dong())));
    told.put("ThoiGianGD", at);
    told.remove("MaXacThuc");
    assertThat(
            mvc.post()
                .uri("/payments/platform/confirm")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(NationalPlatform.sealed(told))))
        .hasStatusOk();
  }
}
