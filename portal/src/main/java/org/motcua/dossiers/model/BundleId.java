package org.motcua.dossiers.model;

import java.util.UUID;
import org.motcua.platform.ids.NewId;

/** Names what somebody applies for together. */
public record BundleId(UUID value) {

  public static BundleId next() {
    return new BundleId(NewId.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
