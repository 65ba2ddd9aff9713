package org.motcua.payments.gateway.vietqr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.payments.PaymentSummary.Standing;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.AskGateways;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.gateway.PaymentGateway.Refunding;
import org.motcua.payments.gateway.TrialGateway;
import org.motcua.payments.gateway.vietqr.UnknownCredits.Returned;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.MessageLog;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStatus;
import org.motcua.payments.refunding.SendRefunds;
import org.motcua.testing.MovableClock;
import org.motcua.testing.PayersBank;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/**
 * People transfer too little, too much, too late, twice, with other words; the books stay right.
 */
class BankCreditsTests extends MoneyTest {

  @Autowired MockMvcTester mvc;
  @Autowired AskGateways askGateways;
  @Autowired SendRefunds sendRefunds;
  @Autowired VietQrGateway gateway;
  @Autowired ReturnParts returnParts;
  @Autowired UnknownCredits unknown;
  @Autowired StatedCredits stated;
  @Autowired BankCredits bankCredits;
  @Autowired MessageLog messages;
  @Autowired MovableClock clock;
  @Autowired JsonMapper json;

  @AfterEach
  void mend() {
    PayersBank.mend();
    clock.reset();
  }

  @Test
  void theWholeSumPays() {
    var payment = asked(SomethingToPay.of(135_000));
    var attempt = begun(payment, VietQrGateway.ID);

    assertThat(tell(credit(attempt, 135_000))).isEqualTo("PAID");

    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    assertThat(now(attempt).received()).isEqualTo(135_000);
    assertThat(balance(payment, "BANK")).isEqualTo(135_000);
    assertThat(balance(payment, "DUE")).isEqualTo(-135_000);
    assertThat(balance(payment, "UNALLOCATED")).isZero();
    assertThat(refunds.listOf(payment.id())).isEmpty();
    assertThat(messages.listAbout(attempt.ref()))
        .singleElement()
        .satisfies(kept -> assertThat(kept.verdict()).isEqualTo("PAID"))
        .satisfies(kept -> assertThat(kept.content()).doesNotContain("0011002233", "TRAN VAN"));
    assertThatTheBooksBalance();
  }

  /** Nobody is at a gateway only because a code was shown. */
  @Test
  void aCodeThatWasShownKeepsNobodyWaiting() {
    var payment = asked(SomethingToPay.of(135_000));
    var attempt = begun(payment, VietQrGateway.ID);
    assertThat(standing(payment)).isEqualTo(Standing.OPEN);
    tell(credit(attempt, 1_000));
    assertThat(standing(payment)).isEqualTo(Standing.UNDERWAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "%s chuyen khoan",
        "CT DEN:123456 ND %s-030426-10:15:22 TRAN VAN HUNG",
        "nop le phi %s."
      })
  void theReferenceIsFoundInWhateverStandsAround(String words) {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    assertThat(tell(credit(20_000, words.formatted(attempt.ref())))).isEqualTo("PAID");
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void theReferenceIsFoundAsBanksMangleIt() {
    var attempt = begun(asked(SomethingToPay.of(20_000)), VietQrGateway.ID);
    var ref = attempt.ref();
    var mangled = ref.substring(0, 6).toLowerCase() + " " + ref.substring(6);
    assertThat(tell(credit(20_000, mangled))).isEqualTo("PAID");
  }

  @Test
  void fiftyAtOnceAreOne() throws Exception {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    var credit = credit(attempt, 20_000);
    var words =
        atOnce(IntStream.range(0, 50).<Callable<String>>mapToObj(n -> () -> tell(credit)).toList());
    assertThat(words).hasSize(50).containsOnlyOnce("PAID");
    assertThat(words).filteredOn("KNOWN_BEFORE"::equals).hasSize(49);
    assertThat(balance(payment, "BANK")).isEqualTo(20_000);
    assertThatTheBooksBalance();
  }

  @Test
  void partsAddUpUntilItIsPaidAndWhatIsTooMuchGoesBackToItsSender() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);

    assertThat(tell(credit(attempt, 12_000))).isEqualTo("PART");
    assertThat(now(attempt).received()).isEqualTo(12_000);
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
    assertThat(balance(payment, "UNALLOCATED")).isEqualTo(-12_000);
    assertThat(begun(payment, VietQrGateway.ID).ref()).as("goes on").isEqualTo(attempt.ref());

    assertThat(tell(credit(attempt, 10_000))).isEqualTo("PAID");
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    var back = refunds.listOf(payment.id());
    assertThat(back).singleElement().matches(Refund::surplus).returns(2_000L, Refund::dong);

    sendAll();
    assertThat(refunds.find(back.getFirst().id()).orElseThrow().status())
        .isEqualTo(RefundStatus.DONE);
    var order = PayersBank.order(back.getFirst().id().toString());
    assertThat(order.path("dong").asLong()).isEqualTo(2_000);
    assertThat(order.path("to").path("account").asString()).isEqualTo("0011002233");
    assertThat(order.path("account").asString()).isEqualTo(PayersBank.ACCOUNT);
    assertThat(balance(payment, "BANK")).isEqualTo(20_000);
    assertThat(balance(payment, "REFUNDS")).isZero();
    assertThat(balance(payment, "UNALLOCATED")).isZero();
    assertThatTheBooksBalance();
  }

  @Test
  void whatIsTransferredTwiceGoesBack() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    tell(credit(attempt, 20_000));
    assertThat(tell(credit(attempt, 20_000))).isEqualTo("SURPLUS");
    assertThat(refunds.listOf(payment.id())).singleElement().matches(Refund::surplus);
    assertThat(balance(payment, "DUE")).isEqualTo(-20_000);
    assertThat(balance(payment, "UNALLOCATED")).isZero();
  }

  @Test
  void aPartGoesBackWhenItsTimeIsOver() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    tell(credit(attempt, 5_000));
    tell(credit(attempt, 6_000));

    lapse(attempt);

    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.LAPSED);
    assertThat(refunds.listOf(payment.id()))
        .extracting(Refund::dong)
        .containsExactly(5_000L, 6_000L);
    assertThat(balance(payment, "UNALLOCATED")).isZero();
    assertThatTheBooksBalance();

    // Too late, and too little.
    assertThat(tell(credit(attempt, 9_000))).isEqualTo("SURPLUS");
    assertThat(now(payment).status()).isNotEqualTo(PaymentStatus.PAID);
    assertThat(refunds.listOf(payment.id())).hasSize(3);
  }

  @Test
  void aCodeThatNobodyHasUsedLapses() {
    var attempt = begun(asked(SomethingToPay.of(20_000)), VietQrGateway.ID);
    lapse(attempt);
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.LAPSED);
  }

  @Test
  void theWholeSumThatComesLateStillPaysWhatIsOwed() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    lapse(attempt);
    assertThat(tell(credit(attempt, 20_000))).isEqualTo("PAID");
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void aPartGoesBackAtOnceWhenItIsPaidInAnotherWay() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    tell(credit(attempt, 5_000));

    var other = begun(payment, TrialGateway.ID);
    takeFinding.take(TrialGateway.ID, other.ref(), paid(20_000));

    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.SURPLUS);
    assertThat(refunds.listOf(payment.id())).extracting(Refund::dong).containsExactly(5_000L);
    assertThat(balance(payment, "UNALLOCATED")).isZero();
  }

  @Test
  void aPartGoesBackAtOnceWhenNothingIsToBePaidAnyMore() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    tell(credit(attempt, 5_000));
    door.cancel(payment.reference(), "WITHDRAWN");
    assertThat(refunds.listOf(payment.id())).extracting(Refund::dong).containsExactly(5_000L);
    assertThat(tell(credit(attempt, 15_000))).isEqualTo("SURPLUS");
    assertThat(refunds.listOf(payment.id())).hasSize(2);
    assertThat(balance(payment, "UNALLOCATED")).isZero();
  }

  @Test
  void whoHasPaidAPartMayHaveItBackInsteadOfPayingTheRest() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    tell(credit(attempt, 5_000));
    returnParts.of(payment);
    returnParts.of(payment);
    assertThat(refunds.listOf(payment.id())).extracting(Refund::dong).containsExactly(5_000L);
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.LAPSED);
    assertThat(begun(payment, VietQrGateway.ID).ref()).isNotEqualTo(attempt.ref());
  }

  @Test
  void whatNamesNothingThatWeKnowWaitsForAPerson() {
    var before = nobodys();
    var credit = credit(20_000, "tien dien thang 11");
    assertThat(tell(credit)).isEqualTo("UNKNOWN");
    assertThat(tell(credit)).isEqualTo("KNOWN_BEFORE");
    assertThat(tell(credit(7_000, "MC0000000000ZZ"))).isEqualTo("UNKNOWN");
    assertThat(nobodys() - before).isEqualTo(-27_000);
    assertThatTheBooksBalance();
  }

  @Test
  void aPersonFindsOutWhatItWasMeantFor() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    var other = begun(payment, TrialGateway.ID);
    var credit = credit(20_000, "nop le phi cho me");
    tell(credit);
    var id = String.valueOf(credit.get("id"));
    assertThat(unknown.list(10_000))
        .filteredOn(it -> it.id().equals(id))
        .singleElement()
        .returns(20_000L, UnknownCredits.Unknown::dong)
        .extracting(UnknownCredits.Unknown::sender)
        .returns("TRAN VAN HUNG", UnknownCredits.From::name);

    assertThat(unknown.assign(id, other.ref(), "officer:thu")).isFalse();
    assertThat(unknown.assign(id, "MC0000000000ZZ", "officer:thu")).isFalse();
    assertThat(unknown.assign("FT-none", attempt.ref(), "officer:thu")).isFalse();
    assertThat(unknown.assign(id, attempt.ref(), "officer:thu")).isTrue();
    assertThat(unknown.assign(id, attempt.ref(), "officer:thu")).isFalse();

    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    assertThat(refunds.listOf(payment.id())).isEmpty();
    assertThat(unknown.list(10_000)).noneMatch(it -> it.id().equals(id));
    assertThatTheBooksBalance();
  }

  @Test
  void whatAPersonSendsBackIsNobodysNoLonger() {
    var before = nobodys();
    var attempt = begun(asked(SomethingToPay.of(20_000)), VietQrGateway.ID);
    var credit = credit(20_000, "tien an");
    tell(credit);
    var id = String.valueOf(credit.get("id"));
    assertThat(unknown.returned(id, " ", "officer:thu")).isEqualTo(Returned.NUMBER_MISSING);
    assertThat(unknown.returned(id, "UNC-9", "officer:thu")).isEqualTo(Returned.DONE);
    assertThat(unknown.returned(id, "UNC-10", "officer:lan")).isEqualTo(Returned.NOT_NOW);
    assertThat(unknown.assign(id, attempt.ref(), "officer:lan")).isFalse();
    assertThat(unknown.list(10_000)).noneMatch(it -> it.id().equals(id));
    assertThat(nobodys()).isEqualTo(before);
    assertThatTheBooksBalance();
  }

  /** Its notice got lost; when it comes after all, it says no more than from whom. */
  @Test
  void whatOnlyTheStatementTellsPaysToo() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    clock.advance(Duration.ofMinutes(2));
    assertThat(stated.awaited()).isTrue();
    var credit = credit(attempt, 20_000);
    var id = String.valueOf(credit.get("id"));
    var told = new StatedCredits.Stated(id, 20_000, "nop " + attempt.ref(), clock.instant());
    assertThat(stated.hear(List.of(told, told))).isEqualTo(1);
    assertThat(stated.hear(List.of(told))).isZero();
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);

    var altered = new LinkedHashMap<>(credit);
    altered.put("dong", 30_000);
    assertThat(tell(altered)).isEqualTo("CONTRADICTORY");
    assertThat(tell(credit)).isEqualTo("KNOWN_BEFORE");
    assertThat(bankCredits.find(id).map(Credit::sender)).isPresent();
    assertThatTheBooksBalance();
  }

  /** A reference of another way to pay names nothing here. */
  @Test
  void anotherWaysReferenceNamesNothing() {
    var attempt = begun(asked(SomethingToPay.of(20_000)), TrialGateway.ID);
    assertThat(tell(credit(attempt, 20_000))).isEqualTo("UNKNOWN");
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.BEGUN);
  }

  @Test
  void aSecondOneWithTheSameNumberAndOtherWordsChangesNothing() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    var credit = credit(attempt, 5_000);
    tell(credit);
    var altered = new LinkedHashMap<>(credit);
    altered.put("dong", 20_000);
    assertThat(tell(altered)).isEqualTo("CONTRADICTORY");
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
  }

  @Test
  void whatIsForgedOrAlteredOrOldChangesNothingAndIsKept() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    var body = json.writeValueAsString(credit(attempt, 20_000));
    var time = String.valueOf(clock.instant().getEpochSecond());
    var signature = PayersBank.signature(time, body);
    var before = kept("FORGED");
    var old = String.valueOf(clock.instant().minusSeconds(3_600).getEpochSecond());
    assertThat(tell(body.replace("20000", "20001"), time, signature)).isEqualTo("FORGED");
    assertThat(tell(body, time + "0", signature)).isEqualTo("FORGED");
    assertThat(tell(body, time, signature.replace(signature.charAt(0), 'g'))).isEqualTo("FORGED");
    assertThat(tell(body, time, "")).isEqualTo("FORGED");
    assertThat(tell(body, "now", signature)).isEqualTo("FORGED");
    assertThat(tell(body, old, PayersBank.signature(old, body))).isEqualTo("FORGED");
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
    assertThat(kept("FORGED") - before).isEqualTo(6);
    assertThat(tell(body, time, signature)).isEqualTo("PAID");
  }

  @Test
  void whatIsNoCreditOrNotOursChangesNothing() {
    var attempt = begun(asked(SomethingToPay.of(20_000)), VietQrGateway.ID);
    for (var wrong :
        List.<Map<String, Object>>of(
            Map.of("dong", -20_000),
            Map.of("dong", 1.5),
            Map.of("dong", "20000"),
            Map.of("at", "yesterday"),
            Map.of("id", ""),
            Map.of("id", "x'; drop table"),
            Map.of("account", "?"))) {
      var altered = new LinkedHashMap<>(credit(attempt, 20_000));
      altered.putAll(wrong);
      assertThat(tell(altered)).as(wrong.toString()).isEqualTo("MALFORMED");
    }
    var elsewhere = new LinkedHashMap<>(credit(attempt, 20_000));
    elsewhere.put("account", "9999999999");
    assertThat(tell(elsewhere)).isEqualTo("ELSEWHERE");
    for (var text : List.of("", "[]", "<html>", "null")) {
      var time = String.valueOf(clock.instant().getEpochSecond());
      assertThat(tell(text, time, PayersBank.signature(time, text))).isEqualTo("MALFORMED");
    }
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.BEGUN);
  }

  @Test
  void theBankIsAskedUntilTheMoneyIsBackAndSaysSo() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    tell(credit(attempt, 20_000));
    tell(credit(attempt, 20_000));
    var refund = refunds.listOf(payment.id()).getFirst();
    PayersBank.says("503");
    assertThat(gateway.refund(refund, now(attempt), now(payment)))
        .isInstanceOf(Refunding.OutOfOrder.class);
    PayersBank.says("UNDERWAY");
    assertThat(gateway.refund(refund, now(attempt), now(payment)))
        .isEqualTo(new Refunding.Underway());
    PayersBank.says("REFUSED");
    assertThat(gateway.refund(refund, now(attempt), now(payment)))
        .isEqualTo(new Refunding.Refused("CLOSED"));
    PayersBank.says("?");
    assertThat(gateway.refund(refund, now(attempt), now(payment)))
        .isInstanceOf(Refunding.OutOfOrder.class);
    PayersBank.mend();
    assertThat(gateway.refund(refund, now(attempt), now(payment)))
        .isEqualTo(new Refunding.Done("T" + refund.id()));
    assertThat(messages.listAbout(attempt.ref()))
        .filteredOn(kept -> kept.kind().equals("transfer"))
        .hasSize(5)
        .allSatisfy(kept -> assertThat(kept.content()).doesNotContain("0011002233"));
  }

  @Test
  void whatNobodySentGoesBackByHand() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    tell(credit(attempt, 20_000));
    var cash = new LinkedHashMap<>(credit(attempt, 20_000));
    cash.remove("from");
    tell(cash);
    sendAll();
    assertThat(refunds.listOf(payment.id()))
        .singleElement()
        .returns(RefundStatus.FAILED, Refund::status)
        .returns("SENDER_UNKNOWN", Refund::problem);
  }

  /** Whatever comes, in whatever order, from several threads. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void inAnyOrderTheBooksBalanceAndNoDongIsLost(long seed) throws Exception {
    var random = new Random(seed);
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, VietQrGateway.ID);
    var other = begun(payment, TrialGateway.ID);
    var acts = new ArrayList<Callable<String>>();
    long came = 0;
    for (var n = 0; n < 12; n++) {
      var dong = 1_000L * (1 + random.nextInt(20));
      var credit = credit(attempt, dong);
      came += dong;
      for (var again = 0; again <= random.nextInt(3); again++) acts.add(() -> tell(credit));
    }
    var otherPays = random.nextBoolean();
    if (otherPays) {
      acts.add(
          random.nextInt(acts.size()),
          () -> takeFinding.take(TrialGateway.ID, other.ref(), paid(20_000)).name());
    }
    atOnce(acts);
    lapse(attempt);

    assertThatTheBooksBalance();
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    assertThat(balance(payment, "UNALLOCATED")).isZero();
    assertThat(balance(payment, "BANK")).isEqualTo(came);
    assertThat(balance(payment, "DUE")).isEqualTo(-20_000);
    assertThat(balance(payment, "REFUNDS")).isEqualTo(-(came + (otherPays ? 20_000 : 0) - 20_000));
  }

  private Standing standing(Payment payment) {
    return door.find(payment.reference()).orElseThrow().standing();
  }

  private void lapse(Attempt attempt) {
    clock.advance(Duration.ofDays(8));
    askGateways.askAll();
    if (now(attempt).status().underway()) {
      clock.advance(Duration.ofMinutes(3));
      askGateways.askAll();
    }
  }

  private void sendAll() {
    clock.advance(Duration.ofMinutes(1));
    sendRefunds.sendAll();
  }

  private long nobodys() {
    return jdbc.sql(
                """
                select coalesce(sum(dong), 0) from payments.bank_credit
                 where attempt is null and returned_as is null
                """)
            .query(Long.class)
            .single()
        * -1;
  }

  private long kept(String verdict) {
    return jdbc.sql(
            "select count(*) from payments.message where way = 'vietqr' and verdict = :verdict")
        .param("verdict", verdict)
        .query(Long.class)
        .single();
  }

  private Map<String, Object> credit(Attempt attempt, long dong) {
    return credit(dong, attempt.ref());
  }

  private Map<String, Object> credit(long dong, String text) {
    var credit = new LinkedHashMap<String, Object>();
    credit.put("id", "FT" + UUID.randomUUID().toString().replace("-", ""));
    credit.put("bank", PayersBank.BANK);
    credit.put("account", PayersBank.ACCOUNT);
    credit.put("dong", dong);
    credit.put("text", text);
    credit.put("at", OffsetDateTime.parse("2026-11-23T09:15:02+07:00").toString());
    credit.put("from", Map.of("bank", "970436", "account", "0011002233", "name", "TRAN VAN HUNG"));
    return credit;
  }

  /** By the bank itself, now. */
  private String tell(Map<String, Object> credit) {
    var body = json.writeValueAsString(credit);
    var time = String.valueOf(clock.instant().getEpochSecond());
    return tell(body, time, PayersBank.signature(time, body));
  }

  /** Without a form's token, as a machine does. */
  private String tell(String body, String time, String signature) {
    var answer =
        mvc.post()
            .uri("/payments/bank/credits")
            .contentType(MediaType.APPLICATION_JSON)
            .header("Bank-Timestamp", time)
            .header("Bank-Signature", signature)
            .content(body)
            .exchange();
    assertThat(answer).hasContentType(MediaType.APPLICATION_JSON);
    return json.readTree(answer.getResponse().getContentAsByteArray()).path("result").asString();
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var results = new ArrayList<T>();
      for (var future : threads.invokeAll(calls)) results.add(future.get());
      return results;
    }
  }
}
