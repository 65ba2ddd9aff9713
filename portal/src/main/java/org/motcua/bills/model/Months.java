package org.motcua.bills.model;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;

/**
 * What a contribution is for, as its id says: {@code <number>:<kind>:<from>:<months>}, and of a
 * household {@code :<member>+<member>}.
 *
 * @param until the last month
 * @param whom of the household; empty: the insured alone
 */
record Months(String kind, YearMonth from, YearMonth until, List<String> whom) {

  static Months of(String id) {
    var parts = id.split(":", -1);
    var from = YearMonth.parse(parts[2]);
    return new Months(
        parts[1],
        from,
        from.plusMonths(Long.parseLong(parts[3]) - 1),
        parts.length > 4 ? List.of(parts[4].split("\\+", -1)) : List.of());
  }

  /** The same insurance, for one and the same person, in a month of both. */
  boolean overlap(Months other) {
    return kind.equals(other.kind)
        && !from.isAfter(other.until)
        && !other.from.isAfter(until)
        && (whom.isEmpty() || !Collections.disjoint(whom, other.whom));
  }
}
