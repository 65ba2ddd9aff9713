package org.motcua.identity.verifying;

import java.util.List;
import org.motcua.identity.model.CitizenId;

/**
 * What the registers have said of a person.
 *
 * @param numbers by which he is known, the one for life first; none unless he is verified
 */
record Comparison(Outcome outcome, List<CitizenId> numbers) {

  static Comparison not(Outcome outcome) {
    return new Comparison(outcome, List.of());
  }
}
