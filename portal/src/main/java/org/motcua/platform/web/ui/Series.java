package org.motcua.platform.web.ui;

import java.util.List;

/** One row of figures of a chart, in the order of the chart's labels. */
public record Series(String name, List<Long> values) {

  public Series {
    values = List.copyOf(values);
  }
}
