package org.motcua.payments.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Role;
import org.motcua.payments.CounterPayments;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStatus;
import org.motcua.payments.refunding.OrderRefund;
import org.motcua.payments.refunding.SendRefunds;
import org.motcua.testing.MovableClock;
import org.motcua.testing.PayersBank;
import org.motcua.testing.Statements;
import org.motcua.testing.VnpayHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing to pay lives a random life: it is asked for, begun, paid, failed, cancelled, forgotten,
 * asked for anew and given back, by all ways at once; notices come right, twice, late, forged, or
 * not at all; and now and then the database dies under whatever happens. In the end everybody has
 * been told everything, and then each dong that left somebody's pocket has settled what was owed,
 * has gone back, or is held: once.
 */
class RandomLivesTests extends MoneyTest {

  private static final int ACTS = 60;
  private static final int DIES_ONCE_IN = 4;
  private static final int LATEST_STATEMENT = 30;
  private static final Duration LONGEST_LIFE = Duration.ofDays(12);

  /** What VNPAY is answered when the database dies meanwhile: it tells again. */
  private static final String TROUBLE = "99";

  private static final AgencyId COMMUNE = new AgencyId(SomethingToPay.COMMUNE.owner());

  @Autowired MockMvcTester mvc;
  @Autowired MovableClock clock;
  @Autowired TrialGateway trial;
  @Autowired AskGateways askGateways;
  @Autowired ExpirePayments expirePayments;
  @Autowired OrderRefund orderRefund;
  @Autowired SendRefunds sendRefunds;
  @Autowired CounterPayments counter;
  @Autowired JsonMapper json;

  @AfterEach
  void reset() {
    clock.reset();
    PayersBank.mend();
    VnpayHouse.mend();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void eachDongThatWasPaidHasSettledOrGoneBackOrIsHeldOnce(long seed) {
    sendRefunds.sendAll(); // of those who were here before
    var life = new Life(new Random(seed));
    for (var act = 0; act < ACTS; act++) {
      life.goOn();
      life.assertThatNothingIsPaidTwice();
    }
    life.endWell();
    life.assertThatEachDongHasOnePlace();
    assertThatTheBooksBalance();
  }

  private final class Life {

    private final Random random;
    private final Instant begun = clock.instant();
    private final String reference = "trial:" + UUID.randomUUID();

    private final List<Attempt> attempts = new ArrayList<>();
    private final Set<String> paid = new LinkedHashSet<>();
    private final Set<String> visited = new LinkedHashSet<>();
    private final List<Map<String, Object>> credits = new ArrayList<>();

    Life(Random random) {
      this.random = random;
      asked(SomethingToPay.of(reference, 20_000));
    }

    void goOn() {
      var act = act();
      if (random.nextInt(DIES_ONCE_IN) > 0) {
        act.run();
        return;
      }
      try {
        Statements.cutOffBefore(1 + random.nextInt(LATEST_STATEMENT), act);
      } catch (RuntimeException e) {
        // A killed process tells nobody.
      }
    }

    private Runnable act() {
      return switch (random.nextInt(20)) {
        case 0 -> () -> asked(SomethingToPay.of(reference, 20_000 + 5_000L * random.nextInt(2)));
        case 1, 2, 3, 4 -> () -> begin(List.of("vnpay", "vietqr", TrialGateway.ID).get(one(3)));
        case 5, 6 -> () -> payAtVnpay(one(3) > 0);
        case 7 -> this::failAtVnpay;
        case 8 -> this::repeatNotice;
        case 9 -> this::lie;
        case 10, 11 -> () -> transfer(one(3) > 0);
        case 12 -> this::repeatCredit;
        case 13 -> this::payOnTrial;
        case 14 -> () -> attempts.stream().filter(this::isUnderway).forEach(askGateways::ask);
        case 15 -> () -> pass(Duration.ofMinutes(one(20)));
        case 16 -> () -> pass(Duration.ofDays(one(4)));
        case 17 -> () -> door.cancel(reference, "WITHDRAWN");
        case 18 -> one(4) > 0 ? this::send : this::payAtTheCounter;
        default -> this::giveBack;
      };
    }

    private int one(int of) {
      return random.nextInt(of);
    }

    private boolean isUnderway(Attempt attempt) {
      return now(attempt).status().underway();
    }

    private void begin(String way) {
      var open = payments.findStanding(reference);
      if (open.isEmpty()) return;
      switch (beginAttempt.begin(open.get(), way, VISIT)) {
        case BeginAttempt.Outcome.GoTo(Attempt attempt, String address) -> remember(attempt);
        case BeginAttempt.Outcome.StayHere(Attempt attempt) -> remember(attempt);
        default -> {}
      }
    }

    private void remember(Attempt attempt) {
      if (attempts.stream().noneMatch(it -> it.ref().equals(attempt.ref()))) attempts.add(attempt);
    }

    private List<Attempt> of(String way) {
      return attempts.stream().filter(it -> it.way().equals(way)).toList();
    }

    /** Any of them, whatever has become of it: payers keep pages open. */
    private void any(String way, Consumer<Attempt> act) {
      var all = of(way);
      if (!all.isEmpty()) act.accept(all.get(one(all.size())));
    }

    private void payAtVnpay(boolean told) {
      any(
          "vnpay",
          attempt -> {
            if (paid.add(attempt.ref())) VnpayHouse.visited(attempt.ref(), attempt.dong(), "00");
            visited.add(attempt.ref());
            if (told) tell(VnpayHouse.notice(attempt.ref()));
          });
    }

    private void failAtVnpay() {
      any(
          "vnpay",
          attempt -> {
            if (paid.contains(attempt.ref())) return;
            VnpayHouse.visited(attempt.ref(), attempt.dong(), "24");
            visited.add(attempt.ref());
            tell(VnpayHouse.notice(attempt.ref()));
          });
    }

    private void repeatNotice() {
      visited.stream().skip(one(visited.size() + 1)).findFirst().ifPresent(this::tellAgain);
    }

    private void tellAgain(String ref) {
      tell(VnpayHouse.notice(ref));
    }

    /** Altered, of another sum, of another merchant, of nothing that there is. */
    private void lie() {
      any(
          "vnpay",
          attempt -> {
            var before = standing();
            var right = VnpayHouse.fields(attempt.ref(), attempt.dong(), "00", "00", "1");
            var forged = VnpayHouse.sealed(right);
            forged.put("vnp_Amount", String.valueOf(attempt.dong() * 100 + 100));
            assertThat(tell(forged)).containsAnyOf("97", TROUBLE);
            for (var amount : List.of("100", "0", "-2000000", "2e6", "2000000.0", " ", "２００００００")) {
              var other = new LinkedHashMap<>(right);
              other.put("vnp_Amount", amount);
              assertThat(tell(VnpayHouse.sealed(other))).as(amount).containsAnyOf("04", TROUBLE);
            }
            var elsewhere = new LinkedHashMap<>(right);
            elsewhere.put("vnp_TmnCode", "ANOTHER1");
            assertThat(tell(VnpayHouse.sealed(elsewhere))).containsAnyOf("01", TROUBLE);
            var unknown = new LinkedHashMap<>(right);
            unknown.put("vnp_TxnRef", attempt.ref().toLowerCase(Locale.ROOT));
            assertThat(tell(VnpayHouse.sealed(unknown))).containsAnyOf("01", TROUBLE);
            assertThat(standing()).isEqualTo(before);
          });
    }

    private String tell(Map<String, String> notice) {
      var call = mvc.get().uri("/payments/vnpay/ipn");
      notice.forEach(call::param);
      return text(call.exchange().getResponse());
    }

    private void transfer(boolean told) {
      any(
          "vietqr",
          attempt -> {
            var credit = new LinkedHashMap<String, Object>();
            credit.put("id", "FT" + UUID.randomUUID().toString().replace("-", ""));
            credit.put("bank", PayersBank.BANK);
            credit.put("account", PayersBank.ACCOUNT);
            credit.put("dong", one(3) == 0 ? attempt.dong() : 1_000L * (1 + one(30)));
            credit.put("text", "CT " + attempt.ref() + " nop le phi");
            credit.put("at", clock.instant().toString());
            credit.put(
                "from",
                Map.of("bank", "970436", "account", "001100223" + one(3), "name", "TRAN VAN HUNG"));
            credits.add(credit);
            if (told) tellCredit(credit);
          });
    }

    /** Its fields in another order; the bank signs anew. */
    private void repeatCredit() {
      if (credits.isEmpty()) return;
      var credit = credits.get(one(credits.size()));
      var names = new ArrayList<>(credit.keySet());
      Collections.shuffle(names, random);
      var shuffled = new LinkedHashMap<String, Object>();
      for (var name : names) shuffled.put(name, credit.get(name));
      tellCredit(shuffled);
    }

    private String tellCredit(Map<String, Object> credit) {
      var body = json.writeValueAsString(credit);
      var time = String.valueOf(clock.instant().getEpochSecond());
      return text(
          mvc.post()
              .uri("/payments/bank/credits")
              .contentType(MediaType.APPLICATION_JSON)
              .header("Bank-Timestamp", time)
              .header("Bank-Signature", PayersBank.signature(time, body))
              .content(body)
              .exchange()
              .getResponse());
    }

    private void payOnTrial() {
      any(
          TrialGateway.ID,
          attempt -> {
            paid.add(attempt.ref());
            trial.willSay(attempt, MoneyTest.paid(attempt.dong()));
            if (one(2) == 0) askGateways.ask(attempt);
          });
    }

    private void pass(Duration time) {
      if (clock.instant().plus(time).isBefore(begun.plus(LONGEST_LIFE))) clock.advance(time);
      askGateways.askAll();
      expirePayments.expireAll();
    }

    private void payAtTheCounter() {
      counter.record(
          reference,
          new CounterPayments.Cashier("officer:lan", COMMUNE, Set.of(Role.RECEPTION)),
          CounterPayments.Means.CASH);
    }

    private void giveBack() {
      var standing = payments.findStanding(reference);
      if (standing.isPresent() && one(2) == 0) {
        var left = orderRefund.left(standing.get());
        var dong = one(3) == 0 ? left : Math.min(left, 1_000L * (1 + one(10)));
        var cause = "random:" + UUID.randomUUID();
        orderRefund.order(standing.get().id(), dong, "Thu nhầm", null, "officer:thu", cause);
      }
      send();
    }

    private void send() {
      PayersBank.says(List.of("DONE", "503", "LOST").get(one(3)));
      clock.advance(Duration.ofMinutes(3));
      sendRefunds.sendAll();
    }

    /** Everybody tells again until he was heard, and what was agreed to is sent. */
    void endWell() {
      PayersBank.mend();
      for (var ref : visited) tellAgain(ref);
      for (var credit : credits) assertThat(tellCredit(credit)).doesNotContain("TROUBLE");
      for (var attempt : of(TrialGateway.ID)) {
        if (paid.contains(attempt.ref())) askGateways.ask(attempt);
      }
      for (var ref : visited) assertThat(tellCode(ref)).isIn("02");
      for (var credit : credits) assertThat(tellCredit(credit)).contains("KNOWN_BEFORE");
      clock.advance(Duration.ofMinutes(3));
      sendRefunds.sendAll();
      assertThat(refundsOfAll())
          .extracting(Refund::status)
          .isSubsetOf(RefundStatus.DONE, RefundStatus.FAILED, RefundStatus.ORDERED);
    }

    private String tellCode(String ref) {
      return tell(VnpayHouse.notice(ref)).replaceAll(".*\"RspCode\":\"(..)\".*", "$1");
    }

    private List<Payment> all() {
      return payments.listFor(reference);
    }

    private List<Refund> refundsOfAll() {
      return all().stream().flatMap(it -> refunds.listOf(it.id()).stream()).toList();
    }

    private List<String> standing() {
      return all().stream()
          .flatMap(
              payment ->
                  payments.listAttempts(payment.id()).stream()
                      .map(it -> payment.status() + " " + it.ref() + " " + it.status()))
          .sorted()
          .toList();
    }

    void assertThatNothingIsPaidTwice() {
      assertThat(all())
          .filteredOn(payment -> payment.status().holdsMoney())
          .filteredOn(payment -> payment.status() != PaymentStatus.REFUNDED)
          .hasSizeLessThanOrEqualTo(1);
      for (var payment : all()) {
        assertThat(payments.listAttempts(payment.id()))
            .filteredOn(attempt -> attempt.status() == AttemptStatus.SUCCEEDED)
            .hasSizeLessThanOrEqualTo(1);
      }
    }

    void assertThatEachDongHasOnePlace() {
      var received =
          attempts.stream()
                  .filter(attempt -> paid.contains(attempt.ref()))
                  .mapToLong(Attempt::dong)
                  .sum()
              + credits.stream()
                  .mapToLong(credit -> (long) requireNonNull(credit.get("dong")))
                  .sum()
              + atTheCounter();
      var returned =
          refundsOfAll().stream()
              .filter(refund -> refund.status() == RefundStatus.DONE)
              .mapToLong(Refund::dong)
              .sum();
      var held = sum("CLEARING") + sum("BANK") + sum("COUNTER");
      assertThat(held).as("what lies with others and with us").isEqualTo(received - returned);
      assertThat(-sum("DUE") - sum("REFUNDS") - sum("UNALLOCATED"))
          .as("settled, on its way back, nobody's yet")
          .isEqualTo(held);
      assertThat(-sum("UNALLOCATED")).as("parts of what is not paid yet").isEqualTo(parts());
      for (var attempt : attempts) {
        var back =
            refundsOfAll().stream()
                .filter(refund -> refund.attempt().equals(attempt.id()))
                .filter(refund -> refund.status() == RefundStatus.DONE)
                .mapToLong(Refund::dong)
                .sum();
        if (attempt.way().equals("vnpay")) {
          assertThat(VnpayHouse.givenBack(attempt.ref())).isEqualTo(back);
        } else if (attempt.way().equals("vietqr")) {
          assertThat(PayersBank.sent("HOAN TIEN " + attempt.ref())).isEqualTo(back);
        }
      }
    }

    private long atTheCounter() {
      return all().stream()
          .flatMap(payment -> payments.listAttempts(payment.id()).stream())
          .filter(attempt -> attempt.way().equals("counter"))
          .mapToLong(Attempt::received)
          .sum();
    }

    private long parts() {
      return attempts.stream()
          .map(RandomLivesTests.this::now)
          .filter(Attempt::hasPart)
          .mapToLong(Attempt::received)
          .sum();
    }

    private long sum(String kind) {
      return all().stream().mapToLong(payment -> balance(payment, kind)).sum();
    }
  }

  private static String text(MockHttpServletResponse response) {
    return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
