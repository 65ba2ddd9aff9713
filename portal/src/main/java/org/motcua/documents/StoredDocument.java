package org.motcua.documents;

import java.time.Instant;

/**
 * A kept file. Its name is fit to be shown and to be saved under; its media type is what the
 * content was found to be, not what a browser said.
 *
 * @param sha256 of the content, lower-case hexadecimal
 */
public record StoredDocument(
    DocumentId id, String name, String mediaType, long size, String sha256, Instant createdAt) {

  public boolean picture() {
    return mediaType.startsWith("image/");
  }
}
