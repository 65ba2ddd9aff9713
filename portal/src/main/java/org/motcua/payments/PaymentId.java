package org.motcua.payments;

import java.util.UUID;
import org.motcua.platform.ids.NewId;

/** Names something to be paid. */
public record PaymentId(UUID value) {

  public static PaymentId next() {
    return new PaymentId(NewId.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
