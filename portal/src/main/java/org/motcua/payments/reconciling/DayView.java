package org.motcua.payments.reconciling;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day, and what on it does not agree.
 *
 * @param passedOn what the bank has received of the gateway for it, in dong; null: nothing yet
 * @param names of the officers who have signed, by how the audit trail names them
 * @param next the page that goes on; null: this is the last
 * @param fault what is wrong with a file that was brought, and in which line
 */
public record DayView(
    Day day,
    @Nullable Long passedOn,
    List<Difference> differences,
    Map<String, String> names,
    @Nullable String next,
    @Nullable String told,
    @Nullable String fault,
    long faultyLine) {

  public String here() {
    return DaysController.DAYS + "/" + day.way() + "/" + day.day();
  }

  public LocalDate date() {
    return day.day();
  }

  /** Which of the three sides do not agree by their sums. */
  public boolean bankDiffers() {
    return passedOn != null && passedOn != day.theirs().net();
  }

  public String by(Day.Signature signature) {
    return names.getOrDefault(signature.by(), signature.by());
  }
}
