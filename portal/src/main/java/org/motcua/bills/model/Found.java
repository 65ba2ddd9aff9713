package org.motcua.bills.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of asking a creditor. */
public sealed interface Found {

  /**
   * Somebody, who may owe nothing at present.
   *
   * @param name whose the number is
   * @param bills the oldest first
   * @param insured null where no insurance is spoken of
   */
  record Debtor(String name, String address, List<Bill> bills, @Nullable Insured insured)
      implements Found {

    public Debtor {
      bills = List.copyOf(bills);
    }
  }

  /** Nobody has this number. */
  record Nothing() implements Found {}

  /** Somebody has it, and is called otherwise. */
  record WrongName() implements Found {}

  /** There is no answer to rely on. */
  record Silent() implements Found {}
}
