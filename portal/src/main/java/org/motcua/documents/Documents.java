package org.motcua.documents;

import java.util.Optional;
import org.springframework.core.io.Resource;

/**
 * Keeps files. Equal contents are kept once; a file never changes.
 *
 * <p>Works in the caller's transaction: what is rolled back leaves no document behind.
 */
public interface Documents {

  /**
   * Looks at what somebody sent: what it really is, whether it acts by itself, whether the virus
   * scanner knows it. This may take seconds, so it is done before the caller's transaction begins.
   */
  Examination examine(Upload upload);

  /** Keeps what was found good. */
  StoredDocument store(Examined file);

  /** Lets go of what was found good and is not wanted after all. */
  void release(Examined file);

  /** Both at once, for callers that need no transaction of their own. */
  StoringOutcome store(Upload upload);

  /** Keeps what the portal itself has made. */
  StoredDocument keep(byte[] content, String name, String mediaType);

  StoredDocument get(DocumentId id);

  Optional<StoredDocument> find(DocumentId id);

  /**
   * Another document with the same content, which is not kept a second time: each goes by itself.
   * Empty if the document is gone.
   */
  Optional<StoredDocument> copy(DocumentId id);

  /**
   * Forgets a file that belongs to no record, such as a paper of a draft. Its content goes once no
   * other document has the same. Twice is once.
   */
  void remove(DocumentId id);

  /** The content, read from the store as it is asked for. */
  Resource open(DocumentId id);
}
