package org.motcua.simulators.outside.electricity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.BadInput;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Papers by the hash of their content. */
@Component
class PaperFiles {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final long LARGEST = 30_000_000;

  private final Path folder;

  PaperFiles(@Value("${outside.data}") Path dataFolder) {
    this.folder = dataFolder.resolve("electricity");
  }

  static String unlessHash(@Nullable String sha256) {
    if (sha256 != null && HASH.matcher(sha256).matches()) return sha256;
    throw new BadInput("'sha256' must be 64 hexadecimal digits in lower case");
  }

  boolean has(String sha256) {
    return Files.exists(file(sha256));
  }

  Path file(String sha256) {
    return folder.resolve(unlessHash(sha256));
  }

  /** What is not what its hash says is not kept. */
  void keep(String sha256, InputStream content) {
    var file = file(sha256);
    try {
      Files.createDirectories(folder);
      var fresh = Files.createTempFile(folder, "arriving", null);
      try {
        if (!copy(content, fresh).equals(sha256)) {
          throw new BadInput("The content does not have this SHA-256");
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The paper cannot be kept", e);
    }
  }

  private static String copy(InputStream content, Path to) throws IOException {
    var digest = sha256();
    try (var in = new DigestInputStream(content, digest);
        var out = Files.newOutputStream(to)) {
      var buffer = new byte[8192];
      var size = 0L;
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > LARGEST) throw new BadInput("The paper is larger than " + LARGEST + " bytes");
        out.write(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
