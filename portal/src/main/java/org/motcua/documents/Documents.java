package org.motcua.documents;

import java.util.Optional;
import org.springframework.core.io.Resource;

/**
 * Keeps files. Equal contents are kept once; a file never changes.
 *
 * <p>Works in the caller's transaction: what is rolled back leaves no document behind.
 */
public interface Documents {

  /** Keeps what somebody sent, if its content is what we accept. */
  StoringOutcome store(Upload upload);

  /** Keeps what the portal itself has made. */
  StoredDocument keep(byte[] content, String name, String mediaType);

  StoredDocument get(DocumentId id);

  Optional<StoredDocument> find(DocumentId id);

  /**
   * Forgets a file that belongs to no record, such as a paper of a draft. Its content goes once no
   * other document has the same. Twice is once.
   */
  void remove(DocumentId id);

  /** The content, read from the disk as it is asked for. */
  Resource open(DocumentId id);
}
