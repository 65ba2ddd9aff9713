package org.motcua.identity.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the page's form sends: which text was signed, and the signature pasted or as a file. See
 * {@code certificates/signing.jte}.
 */
public record SignatureSent(String asked, String signature, @Nullable MultipartFile file) {

  private static final int LARGEST = 256 * 1024;

  public SignatureSent(
      @Nullable String asked, @Nullable String signature, @Nullable MultipartFile file) {
    this.asked = asked == null ? "" : asked;
    this.signature = signature == null ? "" : signature;
    this.file = file == null || file.isEmpty() ? null : file;
  }

  boolean empty() {
    return file == null && signature.isBlank();
  }

  /** The file where there is one; nothing of one that is too large to be a signature. */
  byte[] bytes() {
    if (file == null) return signature.getBytes(StandardCharsets.UTF_8);
    if (file.getSize() > LARGEST) return new byte[0];
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("An uploaded signature cannot be read", e);
    }
  }

  @Override
  public String toString() {
    return "SignatureSent";
  }
}
