package org.motcua.dossiers.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.HistoryEntry;

/**
 * A time for which the clock stands still, since the applicant is waited for.
 *
 * @param to {@code null} while it still stands
 */
public record Pause(Why why, Instant from, @Nullable Instant to) {

  public enum Why {
    ADDITIONS,
    PAYMENT
  }

  /** All pauses that a history tells of, in order. */
  public static List<Pause> in(List<HistoryEntry> history) {
    var pauses = new ArrayList<Pause>();
    for (var entry : history) {
      var open = pauses.isEmpty() || pauses.getLast().to() != null ? null : pauses.getLast();
      if (open == null) {
        var why = begun(entry);
        if (why != null) pauses.add(new Pause(why, entry.at(), null));
      } else if (endedBy(entry, open.why())) {
        pauses.set(pauses.size() - 1, new Pause(open.why(), open.from(), entry.at()));
      }
    }
    return pauses;
  }

  private static @Nullable Why begun(HistoryEntry entry) {
    if (!entry.status().clockStandsStill()) return null;
    return switch (entry.event()) {
      case ADDITIONS_REQUESTED -> Why.ADDITIONS;
      case FEE_DEMANDED -> Why.PAYMENT;
      default -> null;
    };
  }

  /** A fee that is paid while something else is waited for lets nothing go on. */
  private static boolean endedBy(HistoryEntry entry, Why why) {
    return switch (why) {
      case ADDITIONS -> entry.event() == HistoryEntry.Event.ADDITIONS_SUPPLIED;
      case PAYMENT ->
          entry.event() == HistoryEntry.Event.FEE_SETTLED
              && (entry.status() == DossierStatus.REGISTERED
                  || entry.status() == DossierStatus.IN_PROCESS);
    };
  }
}
