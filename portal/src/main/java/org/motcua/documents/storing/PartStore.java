package org.motcua.documents.storing;

import java.io.IOException;
import java.io.InputStream;
import org.motcua.documents.storing.Intake.Arrived;
import org.motcua.platform.ids.NewId;
import org.springframework.stereotype.Component;

/** Keeps parts of files in the same store as whole ones, sealed alike. */
@Component
public class PartStore {

  private final SealedBlobs blobs;
  private final StoreKeys keys;

  PartStore(SealedBlobs blobs, StoreKeys keys) {
    this.blobs = blobs;
    this.keys = keys;
  }

  /** Where the next part will lie; its owner writes it down before it is put there. */
  public StoredPart next() {
    var key = keys.inUse();
    return new StoredPart(key.place("part:" + NewId.next()), key.id());
  }

  public void put(StoredPart part, Arrived content) throws IOException {
    blobs.put(part.place(), keys.get(part.keyId()), content.file());
  }

  public InputStream open(StoredPart part) throws IOException {
    return blobs.open(part.place(), part.keyId());
  }

  public void remove(StoredPart part) throws IOException {
    blobs.remove(part.place());
  }

  public record StoredPart(String place, int keyId) {}
}
