package org.motcua.documents;

import java.util.UUID;
import org.motcua.platform.ids.NewId;

/** One kept file. */
public record DocumentId(UUID value) {

  public static DocumentId next() {
    return new DocumentId(NewId.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
