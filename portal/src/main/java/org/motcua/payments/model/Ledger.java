package org.motcua.payments.model;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.PaymentId;

/**
 * The books, by double entry: the postings of each entry add up to nought, which the database
 * checks, and nothing is ever changed or taken away. Works in the caller's transaction, so that
 * what is written stands with the act that it tells of or not at all.
 */
public interface Ledger {

  /**
   * Writes one entry. Whoever calls has locked what it is about, and has looked whether it is
   * written already: the same kind and cause a second time is refused with an exception.
   *
   * @param cause by which the same one is known, such as {@code attempt:<id>}
   */
  void enter(
      EntryKind kind,
      String cause,
      @Nullable PaymentId payment,
      Instant at,
      Collection<Posting> postings);

  /** In dong; debits above nought. */
  long balance(LedgerAccount account);
}
