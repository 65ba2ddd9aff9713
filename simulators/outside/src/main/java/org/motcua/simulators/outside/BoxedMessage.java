package org.motcua.simulators.outside;

import java.time.Instant;

/** A message in the box of an address, told from all others by its id. */
public interface BoxedMessage<A> {

  String id();

  A to();

  Instant receivedAt();
}
