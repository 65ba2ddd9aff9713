package org.motcua.payments.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.PaymentId;

/** Keeps which payments want a receipt, and its number and certificate once they have one. */
public interface ReceiptStore {

  /** It is numbered and printed afterwards: whoever pays waits for neither. Twice is once. */
  void want(PaymentId payment, Instant now);

  /**
   * Another one for what is left, in the place of the last; where nothing is left, or the last is
   * annulled, nothing.
   *
   * @param less what has gone back since the last one
   */
  void wantForTheRest(PaymentId payment, long less, Instant now);

  /** The last one holds no more; nothing if there is none, or it was annulled before. */
  void annul(PaymentId payment, Receipt.Why why, Instant now);

  Optional<Receipt> find(UUID id);

  Optional<Receipt> findForUpdate(UUID id);

  /** Oldest first. */
  List<Receipt> listOf(PaymentId payment);

  /** Those of the payments that have been printed: of each the last. */
  List<Receipt> listPrinted(List<PaymentId> payments);

  /** In the order in which they were wanted. */
  List<UUID> listToNumber(int most);

  /** Within the transaction that gives the number: whoever else numbers in the series waits. */
  Receipt number(Receipt receipt, String series, Instant now);

  /**
   * Those that have a number and are not printed, but for those in the place of one that is not
   * printed itself.
   *
   * @param after where the page before has ended
   */
  List<Receipt> listToPrint(@Nullable Receipt after, int most);

  void printed(Receipt receipt, String certificate);

  /** Those that are printed and annulled, which verification does not know of yet. */
  List<Receipt> listToWithdraw(int most);

  void withdrawn(Receipt receipt, Instant now);
}
