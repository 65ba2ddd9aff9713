package org.motcua.payments.gateway;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.motcua.payments.model.Payment;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * All ways to pay.
 *
 * <p>Looked up when they are asked for: a gateway may need {@link TakeFinding}, which needs these.
 */
@Component
public class Gateways {

  private final ObjectProvider<PaymentGateway> gateways;

  Gateways(ObjectProvider<PaymentGateway> gateways) {
    this.gateways = gateways;
  }

  /** Those that can be used for it, as they are offered. */
  public List<PaymentGateway> listFor(Payment payment) {
    return gateways.stream()
        .filter(gateway -> gateway.takes(payment))
        .sorted(Comparator.comparingInt(PaymentGateway::rank))
        .toList();
  }

  public List<String> ids() {
    return gateways.stream().map(PaymentGateway::id).toList();
  }

  public Optional<PaymentGateway> find(String id) {
    return gateways.stream().filter(gateway -> gateway.id().equals(id)).findFirst();
  }

  public PaymentGateway get(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("No way to pay named " + id));
  }
}
