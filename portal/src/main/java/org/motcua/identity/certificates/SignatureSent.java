package org.motcua.identity.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the page's form sends: the signature as a file or as pasted text, and which text was signed.
 */
record SignatureSent(String asked, String pasted, @Nullable MultipartFile file) {

  private static final int LARGEST = 256 * 1024;

  boolean empty() {
    return pasted.isBlank() && (file == null || file.isEmpty());
  }

  /** The file where there is one; nothing of one that is too large to be a signature. */
  byte[] signature() {
    if (file == null || file.isEmpty()) return pasted.getBytes(StandardCharsets.UTF_8);
    if (file.getSize() > LARGEST) return new byte[0];
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("An uploaded signature cannot be read", e);
    }
  }
}
