package org.motcua.payments.gateway.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Role;
import org.motcua.payments.CounterPayments;
import org.motcua.payments.CounterPayments.Cashier;
import org.motcua.payments.CounterPayments.Means;
import org.motcua.payments.CounterPayments.Outcome;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.model.PaymentStatus;
import org.springframework.beans.factory.annotation.Autowired;

class CounterPaymentsTests extends MoneyTest {

  private static final Cashier CASHIER = cashier("000.12.03.H49", Role.RECEPTION);

  @Autowired CounterPayments counter;

  @Test
  void cashIsTakenOnceByTwoOfficersAtOnce() throws Exception {
    var payment = asked(SomethingToPay.of(135_000));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcomes =
          threads
              .invokeAll(
                  IntStream.range(0, 8)
                      .<Callable<Outcome>>mapToObj(
                          n -> () -> counter.record(payment.reference(), CASHIER, Means.CASH))
                      .toList())
              .stream()
              .map(java.util.concurrent.Future::resultNow)
              .toList();
      assertThat(outcomes).containsOnlyOnce(new Outcome.Recorded(payment.id()));
      assertThat(outcomes).contains(new Outcome.PaidBefore(payment.id()));
    }
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    assertThat(balance(payment, "COUNTER")).isEqualTo(135_000);
    assertThat(balance(payment, "DUE")).isEqualTo(-135_000);
    assertThatTheBooksBalance();
  }

  @Test
  void onlyTheReceptionOfTheAgencyThatChargesTakesMoney() {
    var payment = asked(SomethingToPay.of(20_000));
    assertThat(counter.record(payment.id(), cashier("000.12.03.H49", Role.SPECIALIST), Means.CASH))
        .isInstanceOf(Outcome.RoleMissing.class);
    assertThat(counter.record(payment.id(), cashier("000.00.12.H49", Role.RECEPTION), Means.CASH))
        .isInstanceOf(Outcome.ElsewhereDue.class);
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
  }

  private static Cashier cashier(String agency, Role role) {
    return new Cashier("account:test", new AgencyId(agency), Set.of(role));
  }
}
