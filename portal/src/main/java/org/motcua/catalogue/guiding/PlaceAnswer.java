package org.motcua.catalogue.guiding;

import java.util.Map;
import org.motcua.organisation.Unit;

/** What somebody says about the place, as exactly as the procedure needs it. */
sealed interface PlaceAnswer {

  /**
   * @param fields the codes from the province down, as they stand in the address
   */
  record Chosen(Unit unit, Map<String, String> fields) implements PlaceAnswer {}

  /** Somebody would rather not say, or it matters to nobody. */
  record Passed(Map<String, String> fields) implements PlaceAnswer {}

  record NotYet(Map<String, String> fields, Fault fault) implements PlaceAnswer {}

  enum Fault {
    NONE_CHOSEN,
    NOT_EXACT_ENOUGH,
    UNKNOWN
  }

  /** What of it belongs into an address. */
  Map<String, String> fields();
}
