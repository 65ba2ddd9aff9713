package org.motcua.identity;

import java.io.Serializable;
import java.util.UUID;

/** An account of this portal; it stays the same when phone, number or name change. */
public record AccountId(UUID value) implements Serializable {

  public static AccountId of(String value) {
    return new AccountId(UUID.fromString(value));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
