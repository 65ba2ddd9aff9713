package org.motcua.documents.storing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Files by their names: what is put in under one never changes its meaning. */
interface BlobStore {

  /** Durable when it returns. The file is taken over: moved or copied. */
  void put(String place, Path file) throws IOException;

  /**
   * @throws java.nio.file.NoSuchFileException when there is none
   */
  InputStream open(String place) throws IOException;

  /** Removing what is not there does nothing. */
  void remove(String place) throws IOException;

  /** Why nothing can be put in or taken out now; empty if it can. */
  String trouble();
}
