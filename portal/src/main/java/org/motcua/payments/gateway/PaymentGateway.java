package org.motcua.payments.gateway;

import java.time.Duration;
import java.time.Instant;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.Refund;

/**
 * A way to pay. A bean of this type is offered to payers; its words are the messages {@code
 * payments.way.<id>.name} and {@code .hint}.
 *
 * <p>Nothing here is called within a transaction, so all of it may take its time, and all of it may
 * be called twice: whoever calls may have been killed before it could write the answer down. What a
 * gateway says unasked, its package takes in by a controller of its own, makes sure that it is
 * genuine, and hands to {@link TakeFinding}.
 */
public interface PaymentGateway {

  /** Short, in small letters, for ever the same: it stands in the books. */
  String id();

  /** Lower is offered further above. */
  int rank();

  /** Whether it can be used for this: it is set up, and takes such sums. */
  boolean takes(Payment payment);

  /** How long a payer may take from here on. */
  Duration patience();

  /** Until when an attempt that is begun now may be paid. */
  default Instant until(Payment payment, Instant now) {
    return now.plus(patience());
  }

  /** Whether it can be asked what has become of an attempt. */
  boolean canBeAsked();

  /** Where the money lies that has come by it and is not passed on. */
  LedgerAccount holding(Payment payment);

  /**
   * Prepares an attempt, which nobody knows of yet.
   *
   * @param visit who is there; the page to come back to afterwards
   */
  Beginning begin(Attempt attempt, Payment payment, Visit visit);

  /** What has become of it; {@link Finding.Unknown} where the gateway has never seen the payer. */
  Finding ask(Attempt attempt);

  /**
   * Sends money back, or asks how far that is if it was sent before; {@link Refund#id()} is by
   * which the gateway knows the same one again.
   */
  Refunding refund(Refund refund, Attempt attempt, Payment payment);

  /**
   * @param address of the payer's machine
   * @param returnTo where the gateway is to send the payer back to
   * @param language {@code vi} or {@code en}
   */
  record Visit(String address, String returnTo, String language) {}

  /** What happens next for the payer. */
  sealed interface Beginning {

    /** Pays there, and comes back. */
    record GoTo(String address) implements Beginning {}

    /** Is shown on our own page how to pay. */
    record StayHere() implements Beginning {}

    /** The gateway cannot be used now. */
    record OutOfOrder(String why) implements Beginning {}
  }

  /** How far a refund is. */
  sealed interface Refunding {

    record Done(String transaction) implements Refunding {}

    record Underway() implements Refunding {}

    /** It will not be done in this way. */
    record Refused(String why) implements Refunding {}

    /** Ask again later. */
    record OutOfOrder(String why) implements Refunding {}
  }
}
