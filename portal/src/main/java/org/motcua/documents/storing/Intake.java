package org.motcua.documents.storing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
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
    removeOlderThan(Duration.ofHours(6));
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

  /** What a process that died was writing. */
  void removeOlderThan(Duration age) throws IOException {
    var oldest = FileTime.from(Instant.now().minus(age));
    try (var files = Files.list(folder)) {
      for (var file : (Iterable<Path>) files::iterator) {
        try {
          if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) Files.deleteIfExists(file);
        } catch (NoSuchFileException goneMeanwhile) {
          continue;
        }
      }
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
