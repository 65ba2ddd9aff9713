package org.motcua.documents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that arrives in parts.
 *
 * @param owner the account of the one who sends it
 * @param subject what it is for, as the module that asked for it names that
 * @param sha256 of the whole, as the sender says
 * @param received so many bytes are here, from the first on without a gap
 * @param document what was made of it, if that is done
 */
public record UnfinishedUpload(
    UploadId id,
    UUID owner,
    String subject,
    String name,
    long size,
    @Nullable String sha256,
    long received,
    Instant expiresAt,
    @Nullable DocumentId document) {

  public boolean complete() {
    return received == size;
  }

  public long percent() {
    return size == 0 ? 100 : 100 * received / size;
  }
}
