package org.motcua.dossiers.model;

import java.util.UUID;
import org.motcua.platform.ids.NewId;

/** Names a paper in somebody's store. */
public record KeptPaperId(UUID value) {

  public static KeptPaperId next() {
    return new KeptPaperId(NewId.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
