package org.motcua.dossiers.watching;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.motcua.dossiers.model.DossierStatus;

/**
 * How an agency's queue goes, to the last one: for nobody's eyes before {@link QueueView} has made
 * small numbers unreadable.
 *
 * @param week since Monday
 * @param month since its first day
 * @param open by status, in their order
 * @param overdue of the open ones, past their term
 * @param onTime answered in time in the last 30 days
 * @param services answered in the last 30 days, those of which there were most first
 * @param weeks the last eight, the eldest first; the last is not over yet
 */
record QueueFigures(
    Instant at,
    long today,
    long week,
    long month,
    Map<DossierStatus, Long> open,
    long overdue,
    long onTime,
    long late,
    List<ServiceFigures> services,
    List<Week> weeks) {

  /**
   * @param median from handing in to the decision
   * @param promised from handing in to the due time, the median as well
   */
  record ServiceFigures(String service, long answered, Duration median, Duration promised) {}

  record Week(LocalDate monday, long received, long answered) {}
}
