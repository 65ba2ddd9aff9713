package org.motcua.bills.model;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.Beneficiary;

/**
 * Where somebody stands with the social insurance.
 *
 * @param paidUntil the last month of the pension insurance that is paid; null: none ever was
 * @param household who lives there, himself first
 */
public record Insured(
    Group group, @Nullable YearMonth paidUntil, List<Member> household, Beneficiary to) {

  public Insured {
    household = List.copyOf(household);
  }

  /** By which the State supports a voluntary contribution. */
  public enum Group {
    POOR,
    NEAR_POOR,
    MINORITY,
    OTHER
  }

  /**
   * @param until the last month for which the card holds; null: there is none
   * @param otherwise why the household does not insure this one; null: it does
   */
  public record Member(
      String id, String name, @Nullable YearMonth until, @Nullable Otherwise otherwise) {}

  public enum Otherwise {
    /** By the employer. */
    EMPLOYED,
    /** Under six, whose card the State pays. */
    CHILD
  }
}
