package org.motcua.simulators.outside.debts;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose the number is, with all that is owed by it.
 *
 * @param insured null where no insurance is spoken of
 */
public record Holder(String name, String address, List<Debt> debts, @Nullable Insured insured) {

  /**
   * @param group by which the State supports him: POOR, NEAR_POOR, MINORITY, OTHER
   * @param paidUntil the last month of his pension insurance that is paid; null: none ever was
   */
  public record Insured(
      String group, @Nullable YearMonth paidUntil, List<Member> household, Debt.Account to) {}

  /**
   * @param until the last month of his health insurance
   * @param otherwise why the household does not insure him: EMPLOYED, CHILD, or none
   */
  public record Member(
      String id, String name, @Nullable YearMonth until, @Nullable String otherwise) {}
}
