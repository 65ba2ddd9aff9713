package org.motcua.simulators.outside.post;

import java.util.Locale;
import java.util.Optional;

/** How far a letter is. */
public enum Stage {
  TAKEN_IN,
  ON_THE_WAY,
  OUT_FOR_DELIVERY,
  DELIVERED,
  CAME_BACK;

  public boolean ended() {
    return this == DELIVERED || this == CAME_BACK;
  }

  public Optional<Stage> next() {
    return ended() ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }

  boolean leadsTo(Stage other) {
    return !ended() && (other == CAME_BACK || next().filter(other::equals).isPresent());
  }

  public String key() {
    return "post.stage." + name().toLowerCase(Locale.ROOT);
  }

  public String colour() {
    return switch (this) {
      case TAKEN_IN -> "amber";
      case DELIVERED -> "green";
      case CAME_BACK -> "red";
      default -> "";
    };
  }
}
