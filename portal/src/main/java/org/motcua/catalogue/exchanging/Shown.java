package org.motcua.catalogue.exchanging;

import org.motcua.catalogue.exchanging.ImportStore.Filter;
import org.motcua.catalogue.exchanging.ReportLine.Outcome;

/** Which lines of a report are shown. */
public enum Shown {
  ALL(Filter.ALL),
  CREATED(new Filter(Outcome.CREATED, false)),
  CHANGED(new Filter(Outcome.CHANGED, false)),
  UNCHANGED(new Filter(Outcome.UNCHANGED, false)),
  REFUSED(new Filter(Outcome.REFUSED, false)),
  REMARKED(new Filter(null, true));

  private final Filter filter;

  Shown(Filter filter) {
    this.filter = filter;
  }

  Filter filter() {
    return filter;
  }
}
