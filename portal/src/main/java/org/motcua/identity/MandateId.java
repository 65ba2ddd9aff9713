package org.motcua.identity;

import java.io.Serializable;
import java.util.UUID;

/** By which right one person acts for another. */
public record MandateId(UUID value) implements Serializable {

  @Override
  public String toString() {
    return value.toString();
  }
}
