package org.motcua.dossiers;

import java.util.Locale;

/** How far a letter is, whoever carries it. */
public enum PostalStage {
  TAKEN_IN,
  ON_THE_WAY,
  OUT_FOR_DELIVERY,
  DELIVERED,
  /** Nobody took it: it is at the agency again. */
  CAME_BACK;

  public boolean ended() {
    return this == DELIVERED || this == CAME_BACK;
  }

  public String messageKey() {
    return "dossiers.post.stage." + name().toLowerCase(Locale.ROOT);
  }
}
