package org.motcua.dossiers.watching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.DossierStatus;

/**
 * An agency's queue as everybody may see it.
 *
 * @param at when it was counted
 * @param today handed in today
 * @param week since Monday
 * @param month since the first day of the month
 * @param open that the agency has not decided yet
 * @param overdue of the open ones, past their term
 * @param onTime decided in the last 30 days within the term
 * @param late decided in the last 30 days after it
 * @param services of which at least five were decided in the last 30 days, the most first
 * @param fewDecided whether others were
 * @param weeks the last eight; rounded to fives
 */
@Schema(name = "AgencyQueue")
public record QueueView(
    @Schema(example = "000.03.12.H49") String agency,
    String name,
    Instant at,
    Told today,
    Told week,
    Told month,
    Told open,
    List<State> states,
    Told overdue,
    Told onTime,
    Told late,
    List<Service> services,
    boolean fewDecided,
    List<Week> weeks) {

  /** How many open ones are in one of the national statuses. */
  @Schema(name = "AgencyQueueState")
  public record State(@Schema(example = "4") int status, String name, Told count) {

    public DossierStatus known() {
      return DossierStatus.ofNational(status);
    }
  }

  /**
   * @param medianHours from handing in to the decision: half of them took less
   * @param promisedHours from handing in to the due time, in the same way
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AgencyQueueService")
  public record Service(
      @Schema(example = "birth-registration") String service,
      String name,
      @Schema(example = "7") long medianHours,
      @Schema(example = "24") long promisedHours) {

    public boolean kept() {
      return medianHours <= promisedHours;
    }
  }

  /** What was handed in and decided in a week, to the nearest five. */
  @Schema(name = "AgencyQueueWeek")
  public record Week(LocalDate monday, long received, long decided) {}

  /** In hundredths, rounded down; null where the numbers are not told, or there are none. */
  public @Nullable Integer shareOnTime() {
    var good = onTime.count();
    var bad = late.count();
    if (good == null || bad == null || good + bad == 0) return null;
    return (int) (100 * good / (good + bad));
  }

  /** Nothing was ever handed in of late. */
  public boolean empty() {
    var all = new ArrayList<>(List.of(month, open, onTime, late));
    return all.stream().allMatch(told -> !told.hidden() && Long.valueOf(0).equals(told.count()))
        && weeks.stream().allMatch(each -> each.received() == 0 && each.decided() == 0);
  }
}
