package org.motcua.organisation;

import java.io.Serializable;
import java.util.UUID;

/** An officer; the same number as that person's account. */
public record OfficerId(UUID value) implements Serializable {

  @Override
  public String toString() {
    return value.toString();
  }
}
