package org.motcua.platform.limits;

import java.time.Duration;

/** So many times in such a while; used-up tries come back evenly over that while. */
public record Limit(long times, Duration in) {

  public Limit {
    if (times < 1 || !in.isPositive()) throw new IllegalArgumentException(times + " in " + in);
  }
}
