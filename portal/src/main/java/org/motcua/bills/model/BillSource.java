package org.motcua.bills.model;

import java.util.Map;
import org.motcua.payments.Fact;

/**
 * The port to those who are owed: each creditor's system is one of these. Never called in a
 * transaction; all of it may be called twice.
 */
public interface BillSource {

  boolean serves(Creditor creditor);

  Found lookUp(Enquiry enquiry);

  /**
   * Tells that something is paid.
   *
   * @param reference the payment's: by it the same word is known again
   * @throws IllegalStateException when it was perhaps not heard, and has to be told again
   */
  Heard paid(
      Creditor creditor,
      String number,
      String debt,
      String reference,
      long dong,
      Map<Fact, String> facts);

  /** Tells how much of a payment has gone back in all. */
  void givenBack(Creditor creditor, String number, String debt, String reference, long dong);

  /** What the creditor says to it. */
  sealed interface Heard {
    /**
     * @param confirmation its own number
     */
    record Taken(String confirmation) implements Heard {}

    /** Somebody else has paid it before: the money has to go back. */
    record PaidBefore(String confirmation) implements Heard {}
  }
}
