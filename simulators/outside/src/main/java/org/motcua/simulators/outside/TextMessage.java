package org.motcua.simulators.outside;

import java.time.Instant;

/** A message that has arrived at a phone. */
public record TextMessage(String id, PhoneNumber to, String text, Instant receivedAt) {

  boolean saysTheSameAs(TextMessage other) {
    return to.equals(other.to) && text.equals(other.text);
  }
}
