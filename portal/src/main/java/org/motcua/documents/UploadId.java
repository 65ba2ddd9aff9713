package org.motcua.documents;

import java.util.UUID;
import org.motcua.platform.ids.NewId;

/** One file that arrives in parts. */
public record UploadId(UUID value) {

  public static UploadId next() {
    return new UploadId(NewId.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
