package org.motcua.documents;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files that arrive in parts, each at whichever node answers; forgotten after a day. Only their
 * owner's are ever found.
 */
public interface Uploads {

  /**
   * @param sha256 of the whole, if the sender knows it
   */
  BeginningOutcome begin(
      UUID owner, String subject, String name, long size, @Nullable String sha256);

  Optional<UnfinishedUpload> find(UploadId id, UUID owner);

  /** Those of which nothing was made yet, the oldest first. */
  List<UnfinishedUpload> list(UUID owner, String subject);

  /** A connection that breaks ends the part; what came until then is kept. */
  AppendingOutcome append(
      UploadId id, UUID owner, long offset, InputStream content, @Nullable Digest digest);

  /** The whole, put together as it is read. */
  Upload open(UnfinishedUpload upload);

  /**
   * In the transaction that makes something of it; its parts go afterwards.
   *
   * @return false if something was made of it before
   */
  boolean finish(UploadId id, DocumentId document);

  /** Twice is once. */
  void remove(UploadId id, UUID owner);

  /**
   * What the sender reckoned of one part.
   *
   * @param algorithm as Java names it
   */
  record Digest(String algorithm, byte[] value) {}
}
