package org.motcua.payments.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.testing.MovableClock;
import org.motcua.testing.NationalPlatform;
import org.motcua.testing.PayersBank;
import org.motcua.testing.VnpayHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * Anybody reaches the doors at which gateways and the bank tell. Whatever strangers send there is
 * answered as the protocol says, kept so that somebody can look into it, and changes nothing.
 */
class NoticeDoorsTests extends MoneyTest {

  private static final long DONG = 20_000;
  private static final int LONGEST_KEPT = 8_001;
  private static final String[] JSON_DOORS = {
    "/payments/platform/confirm", "/payments/bank/credits"
  };

  @Autowired MockMvcTester mvc;
  @Autowired MovableClock clock;
  @Autowired JsonMapper json;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aBodyWithoutEndIsReadToWhereNoNoticeCanReach() {
    var huge = new byte[8 << 20];
    Arrays.fill(huge, (byte) '[');
    for (var door : JSON_DOORS) {
      assertThat(post(door, huge).getResponse().getStatus()).as(door).isLessThan(500);
    }
    assertThat(longestKept()).isLessThanOrEqualTo(LONGEST_KEPT);
  }

  /** The table of messages only grows: nobody shall fill the disk with what he makes up. */
  @Test
  void ofAFloodOnlyTheBeginningIsKeptAndWhatIsGenuineAllTheSame() {
    var attempt = begun(asked(SomethingToPay.of(DONG)), "platform");
    clock.moveTo(clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.HOURS));
    var before = kept();
    for (var n = 0; n < 700; n++) {
      post("/payments/bank/credits", ("{\"id\": " + n + "}").getBytes(UTF_8));
    }
    assertThat(kept()).isEqualTo(before + 600);
    assertThat(text(confirm(confirmation(attempt)))).contains("\"MaLoi\":\"00\"");
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.SUCCEEDED);
    assertThat(kept()).isEqualTo(before + 601);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "\"x\"",
        "{",
        "{\"dong\": 1e400}",
        "{\"MaLoi\": {\"MaLoi\": []}, \"MaThamChieu\": [1], \"dong\": {}}",
        "{\"MaThamChieu\": \"\\u0000\", \"id\": \"\\u0000\", \"text\": \"\\u0000\"}",
        "\u0000",
        "{\"MaThamChieu\": \"\\ud800\", \"id\": \"\\udc00\"}",
        "{\"id\": 1, \"id\": 2, \"MaLoi\": \"00\", \"MaLoi\": \"24\"}"
      })
  void whateverIsNoNoticeIsRefusedAndKept(String body) {
    for (var door : JSON_DOORS) {
      var before = kept();
      var answer = post(door, body.getBytes(UTF_8));
      assertThat(answer.getResponse().getStatus()).as(door).isLessThan(500);
      assertThat(text(answer)).doesNotContain("PAID", "\"MaLoi\":\"00\"", "\"MaLoi\":\"99\"");
      assertThat(kept()).as(door).isEqualTo(before + 1);
    }
  }

  /** Found by trying: an index does not take it, so that it was neither kept nor refused. */
  @Test
  void aReferenceLongerThanAnyIsKeptAndRefused() {
    var random = new Random(7);
    var ref =
        random
            .ints(6_000, '0', 'z')
            .mapToObj(letter -> String.valueOf((char) letter))
            .collect(Collectors.joining())
            .replace("\\", "x");
    var before = kept();
    var told = new LinkedHashMap<>(NationalPlatform.confirmation("MC000000000000", "00", "20000"));
    told.put("MaThamChieu", ref);
    assertThat(text(confirm(told))).contains("\"97\"");
    assertThat(kept()).isEqualTo(before + 1);
  }

  @Test
  void whatIsSealedForAnotherPartnerIsNotOurs() {
    var attempt = begun(asked(SomethingToPay.of(DONG)), "platform");
    var told = new LinkedHashMap<>(confirmation(attempt));
    told.put("MaDoiTac", "ANOTHER");
    told.remove("MaXacThuc");
    assertThat(text(confirm(NationalPlatform.sealed(told)))).contains("\"97\"");
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.BEGUN);
  }

  /**
   * JSON has no order: the seal is over values, so that fields shuffled on the way are the same.
   */
  @Test
  void inAnotherOrderItIsTheSameNoticeAndCountsOnce() {
    var payment = asked(SomethingToPay.of(DONG));
    var attempt = begun(payment, "platform");
    var told = confirmation(attempt);
    assertThat(text(confirm(new TreeMap<>(told)))).contains("\"MaLoi\":\"00\"");
    assertThat(text(confirm(new TreeMap<>(told).descendingMap()))).contains("\"MaLoi\":\"00\"");
    assertThat(balance(payment, "CLEARING")).isEqualTo(DONG);
    assertThat(balance(payment, "DUE")).isEqualTo(-DONG);
  }

  /** A field that is not sealed may say anything; one that is sealed nothing else. */
  @Test
  void noSealedFieldCanBeAltered() {
    var attempt = begun(asked(SomethingToPay.of(DONG)), "platform");
    var told = confirmation(attempt);
    for (var field : told.keySet()) {
      for (var altered : new String[] {told.get(field) + "1", "", "1|" + told.get(field)}) {
        var other = new LinkedHashMap<>(told);
        other.put(field, altered);
        assertThat(text(confirm(other))).as("%s: %s", field, altered).contains("\"97\"");
      }
    }
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.BEGUN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-20000", "20000.0", "2e4", "020000", " 20000", "２００００", "", "20001"})
  void noOtherAmountPays(String dong) {
    var attempt = begun(asked(SomethingToPay.of(DONG)), "platform");
    var told = NationalPlatform.confirmation(attempt.ref(), "00", dong);
    assertThat(text(confirm(told))).doesNotContain("\"MaLoi\":\"00\"");
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.BEGUN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-20000", "\"20000\"", "20000.5", "2e4", "99999999999999999999", "null"})
  void noOtherSumIsACredit(String dong) {
    var payment = asked(SomethingToPay.of(DONG));
    var attempt = begun(payment, "vietqr");
    var body =
        """
        {"id": "FTodd", "bank": "%s", "account": "%s", "dong": %s, "text": "%s",
         "at": "2026-11-23T09:15:02+07:00"}
        """
            .formatted(PayersBank.BANK, PayersBank.ACCOUNT, dong, attempt.ref());
    var time = String.valueOf(clock.instant().getEpochSecond());
    assertThat(
            mvc.post()
                .uri("/payments/bank/credits")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Bank-Timestamp", time)
                .header("Bank-Signature", PayersBank.signature(time, body))
                .content(body))
        .hasStatus(400);
    assertThat(balance(payment, "BANK")).isZero();
  }

  /** Only where one comes back with the gateway's own seal is anybody led to a payment's page. */
  @Test
  void nobodyLearnsAPaymentsAddressFromItsReference() {
    var attempt = begun(asked(SomethingToPay.of(DONG)), "vnpay");
    var back = new TreeMap<>(VnpayHouse.fields(attempt.ref(), DONG, "00", "00", "1"));
    var call = mvc.get().uri("/payments/vnpay/return");
    back.forEach(call::param);
    assertThat(call.exchange()).hasStatus(400);
    var platform = begun(asked(SomethingToPay.of(DONG)), "platform");
    var guessed = mvc.get().uri("/payments/platform/return").param("MaThamChieu", platform.ref());
    assertThat(String.valueOf(guessed.exchange().getResponse().getRedirectedUrl()))
        .doesNotContain("/pay/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "../../my", "%2e%2e", "'or''='", "<script>", "AAAAAAAAAAAAAAAAAAAAAAAA"})
  void aGuessedKeyOpensNothing(String key) {
    var real = asked(SomethingToPay.of(DONG)).page().substring("/pay/".length());
    assertThat(real).as("not to be guessed").hasSizeGreaterThanOrEqualTo(22);
    for (var guess : new String[] {key, real.substring(1), real + key, real.toLowerCase()}) {
      if (guess.equals(real)) continue;
      for (var page : new String[] {"", "/vietqr", "/receipt.pdf"}) {
        var answer = mvc.get().uri("/pay/{key}" + page, guess).exchange();
        assertThat(answer.getResponse().getStatus()).as(guess + page).isIn(400, 404);
        assertThat(text(answer)).doesNotContain("<script>alert", "20.000");
      }
    }
  }

  private Map<String, String> confirmation(Attempt attempt) {
    return NationalPlatform.confirmation(attempt.ref(), "00", String.valueOf(attempt.dong()));
  }

  private MvcTestResult confirm(Map<String, String> told) {
    return post("/payments/platform/confirm", json.writeValueAsBytes(told));
  }

  private MvcTestResult post(String door, byte[] body) {
    return mvc.post().uri(door).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
  }

  private long kept() {
    return jdbc.sql("select count(*) from payments.message where direction = 'IN'")
        .query(Long.class)
        .single();
  }

  private long longestKept() {
    return jdbc.sql("select max(length(content)) from payments.message").query(Long.class).single();
  }
}
