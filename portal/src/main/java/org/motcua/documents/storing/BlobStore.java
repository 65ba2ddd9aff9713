package org.motcua.documents.storing;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.core.io.Resource;

/** Contents by their SHA-256: what is put in never changes. */
interface BlobStore {

  /** Durable when it returns. The file is taken over: moved or copied. */
  void put(String sha256, Path file) throws IOException;

  Resource open(String sha256);

  /** Removing what is not there does nothing. */
  void remove(String sha256) throws IOException;
}
