package org.motcua.documents.storing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes what arrives into a file of its own, counting and hashing as it flows. */
@Component
public class Intake {

  private static final int BUFFER = 64 * 1024;

  private final Path folder;

  /** Beside the store, so that a file can be moved into it in one step. */
  Intake(@Value("${motcua.data-folder}") Path data) throws IOException {
    this.folder = Files.createDirectories(data.resolve("documents").resolve("arriving"));
  }

  /** Stops one byte behind the limit: enough to know that there is too much. */
  public Arrived receive(InputStream content, long limit) throws IOException {
    return write(
        out -> {
          var buffer = new byte[BUFFER];
          var size = 0L;
          for (int read; size <= limit && (read = content.read(buffer)) >= 0; size += read) {
            out.write(buffer, 0, read);
          }
        });
  }

  /** What the portal itself writes. */
  Arrived write(Writing writing) throws IOException {
    var file = Files.createTempFile(folder, "arriving", null);
    try {
      var digest = sha256();
      try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
        writing.to(new DigestOutputStream(out, digest));
      }
      return new Arrived(file, Files.size(file), HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** A file that is gone after it has been dealt with, unless it was moved away. */
  public record Arrived(Path file, long size, String sha256) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(file);
    }
  }
}
