package org.motcua.payments.gateway.counter;

import java.util.Set;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Role;
import org.motcua.payments.CounterPayments;
import org.motcua.payments.CounterPayments.Cashier;
import org.motcua.payments.CounterPayments.Means;
import org.motcua.payments.CounterPayments.Outcome;
import org.motcua.payments.gateway.GatewayContract;
import org.motcua.payments.model.Payment;
import org.springframework.beans.factory.annotation.Autowired;

/** The payer hands over cash; the officer's record is what is told. */
class CounterContractTests extends GatewayContract {

  private static final Cashier CASHIER =
      new Cashier("officer:lan", new AgencyId("000.12.03.H49"), Set.of(Role.RECEPTION));

  @Autowired CounterPayments counter;

  @Override
  protected String way() {
    return CounterGateway.ID;
  }

  /** Nobody is sent to the counter by a button. */
  @Override
  protected Payment begun() {
    return asked(something());
  }

  @Override
  protected OtherSide other() {
    return new OtherSide() {
      @Override
      public void pays(Payment payment) {
        // With cash, of which the portal hears by the record alone.
      }

      @Override
      public boolean tells(Payment payment) {
        return switch (counter.record(payment.id(), CASHIER, Means.CASH)) {
          case Outcome.Recorded recorded -> true;
          case Outcome.PaidBefore before -> true;
          case Outcome other -> false;
        };
      }
    };
  }
}
