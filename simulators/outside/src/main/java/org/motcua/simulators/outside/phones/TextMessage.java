package org.motcua.simulators.outside.phones;

import java.time.Instant;
import org.motcua.simulators.outside.BoxedMessage;

/** A message that has arrived at a phone. */
public record TextMessage(String id, PhoneNumber to, String text, Instant receivedAt)
    implements BoxedMessage<PhoneNumber> {

  boolean saysTheSameAs(TextMessage other) {
    return to.equals(other.to) && text.equals(other.text);
  }
}
