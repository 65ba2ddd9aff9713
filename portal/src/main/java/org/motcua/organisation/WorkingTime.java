package org.motcua.organisation;

import java.io.Serializable;
import java.time.Duration;

/**
 * Time as offices count it: only while they are open, a working day being eight hours (as the
 * national database of procedures defines it).
 */
public record WorkingTime(Duration length) implements Comparable<WorkingTime>, Serializable {

  public static final WorkingTime ZERO = new WorkingTime(Duration.ZERO);

  private static final int HOURS_A_DAY = 8;

  public WorkingTime {
    if (length.isNegative()) throw new IllegalArgumentException("Negative time: " + length);
  }

  public static WorkingTime days(long days) {
    return hours(days * HOURS_A_DAY);
  }

  public static WorkingTime hours(long hours) {
    return new WorkingTime(Duration.ofHours(hours));
  }

  public static WorkingTime minutes(long minutes) {
    return new WorkingTime(Duration.ofMinutes(minutes));
  }

  public WorkingTime plus(WorkingTime other) {
    return new WorkingTime(length.plus(other.length));
  }

  /** What is left of this after that much is spent; nothing, if more was spent. */
  public WorkingTime minus(WorkingTime spent) {
    return compareTo(spent) <= 0 ? ZERO : new WorkingTime(length.minus(spent.length));
  }

  public boolean isZero() {
    return length.isZero();
  }

  public long toMinutes() {
    return length.toMinutes();
  }

  public long wholeDays() {
    return length.toHours() / HOURS_A_DAY;
  }

  /** The whole hours beyond {@link #wholeDays()}. */
  public long hoursBesides() {
    return length.toHours() % HOURS_A_DAY;
  }

  @Override
  public int compareTo(WorkingTime other) {
    return length.compareTo(other.length);
  }
}
