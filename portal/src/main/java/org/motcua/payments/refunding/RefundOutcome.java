package org.motcua.payments.refunding;

import java.util.List;
import org.motcua.payments.model.AccountField;
import org.motcua.payments.model.Refund;

/** What comes of ordering a refund, or of an act on one. */
public sealed interface RefundOutcome {

  /** It is on its way, or waits for a second person; the second of two clicks finds it so. */
  record Ordered(Refund refund) implements RefundOutcome {}

  record NoSuchPayment() implements RefundOutcome {}

  /** Nothing was paid, or all of it has gone back. */
  record NothingToGiveBack() implements RefundOutcome {}

  /**
   * @param most what may still go back, in dong
   */
  record TooMuch(long most) implements RefundOutcome {}

  record ReasonMissing() implements RefundOutcome {}

  /** Money of this kind goes back the way it came. */
  record OnlyTheSameWay() implements RefundOutcome {}

  /**
   * @param fields those that cannot be right
   */
  record AccountFaulty(List<AccountField> fields) implements RefundOutcome {}

  /** Who has ordered it does not agree to it himself. */
  record OwnOrder() implements RefundOutcome {}

  /** Somebody else was first, or the money has been taken back meanwhile. */
  record NotNow() implements RefundOutcome {}

  record NumberMissing() implements RefundOutcome {}
}
