package org.motcua.dossiers.telling;

import java.util.List;
import org.motcua.dossiers.clock.StepTimes.StepTime;
import org.motcua.organisation.WorkingTime;

/**
 * A line of form 05.
 *
 * @param title who is responsible for the step, as the service's route has it
 * @param officers the names of those who acted
 */
public record ControlSheetRow(String title, List<String> officers, StepTime time) {

  public ControlSheetRow {
    officers = List.copyOf(officers);
  }

  /** {@code 6 giờ 30 phút}. */
  public String words(WorkingTime time) {
    var whole = TermView.minutes(time);
    var hours = whole / 60;
    var minutes = whole % 60;
    if (minutes == 0) return hours + " giờ";
    return hours == 0 ? minutes + " phút" : hours + " giờ " + minutes + " phút";
  }
}
