package org.motcua.documents.storing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.storing.StoreKeys.StoreKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The store as the rest of us sees it: what goes in is sealed on the way, what comes out is opened.
 * A file that somebody changed, cut short or exchanged for another ends in an exception.
 */
@Component
class SealedBlobs {

  private final BlobStore blobs;
  private final Function<Integer, StoreKey> keys;
  private final Intake intake;

  @Autowired
  SealedBlobs(BlobStore blobs, StoreKeys keys, Intake intake) {
    this(blobs, keys::get, intake);
  }

  SealedBlobs(BlobStore blobs, Function<Integer, StoreKey> keys, Intake intake) {
    this.blobs = blobs;
    this.keys = keys;
    this.intake = intake;
  }

  void put(String place, StoreKey key, Path plain) throws IOException {
    try (var closed =
        intake.write(
            out -> {
              try (var sealing = key.sealing().newEncryptingStream(out, named(place))) {
                Files.copy(plain, sealing);
              } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java has AES in GCM", e);
              }
            })) {
      blobs.put(place, closed.file());
    }
  }

  /**
   * @param keyId none when it lies there in clear
   */
  InputStream open(String place, @Nullable Integer keyId) throws IOException {
    var content = blobs.open(place);
    if (keyId == null) return content;
    try {
      return keys.apply(keyId).sealing().newDecryptingStream(content, named(place));
    } catch (GeneralSecurityException e) {
      content.close();
      throw new IOException("A content is damaged: " + place, e);
    }
  }

  void remove(String place) throws IOException {
    blobs.remove(place);
  }

  /** Bound to its name: one file under another's name does not open. */
  private static byte[] named(String place) {
    return place.getBytes(StandardCharsets.US_ASCII);
  }
}
