package org.motcua.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Role;
import org.motcua.payments.CounterPayments;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.Payment;
import org.motcua.payments.refunding.OrderRefund;
import org.motcua.payments.refunding.SendRefunds;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The connection to the database is cut before each statement of whatever moves money, the commit
 * included: nothing is half done, and the same once more leaves everything as if it had never been
 * cut off.
 */
class KilledPaymentsTests extends MoneyTest {

  private static final Finding PAID = paid(20_000);

  @Autowired MovableClock clock;
  @Autowired TrialGateway gateway;
  @Autowired AskGateways askGateways;
  @Autowired ExpirePayments expirePayments;
  @Autowired OrderRefund orderRefund;
  @Autowired SendRefunds sendRefunds;
  @Autowired CounterPayments counter;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  /** A payment that somebody has begun to pay. */
  private record Underway(Payment payment, Attempt attempt) {}

  /**
   * @param before what has happened to the payment
   * @param act what is cut off; twice is once
   */
  private record Case(String name, Consumer<Moves> before, Consumer<Moves> act) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> acts() {
    return Stream.of(
        new Case("settled by a notice", moves -> {}, Moves::pay),
        new Case("failed by a notice", moves -> {}, Moves::fail),
        new Case("settled by asking", Moves::waitForWord, Moves::ask),
        new Case("paid twice", Moves::payAtTheCounter, Moves::pay),
        new Case("settled at the counter", moves -> {}, Moves::payAtTheCounter),
        new Case("reversed", Moves::pay, Moves::reverse),
        new Case("cancelled", moves -> {}, Moves::cancel),
        new Case("paid when it was cancelled", Moves::cancel, Moves::pay),
        new Case("expired", Moves::lapse, Moves::expire),
        new Case("paid when it had expired", Moves::expireNow, Moves::pay),
        new Case("given back by order", Moves::pay, Moves::orderBack),
        new Case("sent back", Moves::orderBackPaid, Moves::sendBack),
        new Case("surplus sent back", Moves::payTwice, Moves::sendBack));
  }

  /** What may happen to one payment. */
  private final class Moves {

    private final Underway underway;

    Moves() {
      var payment = asked(SomethingToPay.of(20_000));
      underway = new Underway(payment, begun(payment, TrialGateway.ID));
    }

    void pay() {
      takeFinding.take(TrialGateway.ID, underway.attempt().ref(), PAID);
    }

    void fail() {
      var why = new Finding.Failed(Failure.CANCELLED);
      takeFinding.take(TrialGateway.ID, underway.attempt().ref(), why);
    }

    void reverse() {
      takeFinding.take(TrialGateway.ID, underway.attempt().ref(), new Finding.Reversed());
    }

    void waitForWord() {
      gateway.willSay(underway.attempt(), PAID);
      clock.advance(Duration.ofSeconds(100));
    }

    void ask() {
      askGateways.ask(underway.attempt());
    }

    void payAtTheCounter() {
      var commune = new AgencyId(SomethingToPay.COMMUNE.owner());
      counter.record(
          underway.payment().id(),
          new CounterPayments.Cashier("officer:lan", commune, Set.of(Role.RECEPTION)),
          CounterPayments.Means.CASH);
    }

    void payTwice() {
      payAtTheCounter();
      pay();
    }

    void cancel() {
      door.cancel(underway.payment().reference(), "WITHDRAWN");
    }

    void lapse() {
      fail();
      clock.advance(Duration.ofDays(8));
    }

    void expire() {
      expirePayments.expireAll();
    }

    void expireNow() {
      lapse();
      expire();
      clock.reset();
    }

    void orderBack() {
      orderRefund.order(
          underway.payment().id(), 20_000, "Thu nhầm", null, "officer:thu", "killed:" + id());
    }

    void orderBackPaid() {
      pay();
      orderBack();
    }

    void sendBack() {
      clock.advance(Duration.ofMinutes(3));
      sendRefunds.sendAll();
    }

    private UUID id() {
      return underway.payment().id().value();
    }

    /** Everything that is written of it, but for when and by which ids. */
    List<String> standing() {
      return jdbc.sql(
              """
              select 'payment ' || status || ' ' || refunded from payments.payment where id = :id
              union all
              select 'attempt ' || way || ' ' || status || ' ' || received || ' ' ||
                     coalesce(problem, '') from payments.attempt where payment = :id
              union all
              select 'refund ' || status || ' ' || dong || ' ' || surplus
                from payments.refund where payment = :id
              union all
              select 'receipt' from payments.receipt where payment = :id
              union all
              select 'posting ' || entry.kind || ' ' || account.kind || ' ' || posting.dong
                from payments.entry join payments.posting on posting.entry = entry.id
                join payments.account on account.id = posting.account
               where entry.payment = :id
              order by 1
              """)
          .param("id", id())
          .query((row, number) -> String.valueOf(row.getString(1)))
          .list();
    }
  }

  @ParameterizedTest
  @MethodSource("acts")
  void whereverItIsCutOffNothingIsHalfDoneAndOnceMoreDoesItOnce(Case each) {
    sendRefunds.sendAll(); // of those who were here before
    var neverCutOff = after(each);
    var before = neverCutOff.standing();
    var statements = Statements.of(() -> each.act().accept(neverCutOff));
    var wanted = neverCutOff.standing();
    assertThat(statements).contains("commit");
    assertThat(wanted).isNotEqualTo(before);

    for (var step = 1; step <= statements.size(); step++) {
      clock.reset();
      var moves = after(each);
      assertThat(moves.standing()).isEqualTo(before);
      cutOffBefore(step, () -> each.act().accept(moves));
      assertThat(moves.standing())
          .as("cut off before %s", statements.get(step - 1))
          .isIn(before, wanted);
      each.act().accept(moves);
      assertThat(moves.standing())
          .as("once more after a cut before %s", statements.get(step - 1))
          .isEqualTo(wanted);
    }
    assertThatTheBooksBalance();
  }

  private Moves after(Case each) {
    var moves = new Moves();
    each.before().accept(moves);
    return moves;
  }

  private static void cutOffBefore(int step, Runnable act) {
    try {
      Statements.cutOffBefore(step, act);
    } catch (RuntimeException e) {
      // A killed process tells nobody.
    }
  }
}
