package org.motcua.simulators.outside.bank;

import java.time.Instant;

/**
 * Money that has come to an account of this bank, or gone from it.
 *
 * @param id the bank's number
 * @param account of this bank
 * @param text what the sender wrote
 * @param other where it came from or went to
 * @param order by which whoever had it sent knows it; empty for what came
 * @param told whether the account's holder has been told of it
 */
public record Movement(
    String id,
    String account,
    Kind kind,
    long dong,
    String text,
    Instant at,
    Party other,
    String order,
    boolean told) {

  public enum Kind {
    CREDIT,
    DEBIT
  }

  public boolean isCredit() {
    return kind == Kind.CREDIT;
  }

  Movement tell() {
    return new Movement(id, account, kind, dong, text, at, other, order, true);
  }
}
