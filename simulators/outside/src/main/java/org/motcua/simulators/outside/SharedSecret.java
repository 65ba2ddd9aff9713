package org.motcua.simulators.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a payment gateway of this simulator and the portal both know and nobody else: whichever of
 * them comes first makes it and leaves it in a folder that both read. The portal does the same by a
 * class of its own.
 */
@Component
public class SharedSecret {

  private static final int BYTES = 24;

  private final Path folder;

  SharedSecret(@Value("${outside.payment-secrets}") Path folder) {
    this.folder = folder;
  }

  /**
   * Of two processes that make it at once, the first one's holds.
   *
   * @param name of the gateway, as the portal knows it
   */
  public String of(String name) {
    var file = folder.resolve(name + ".secret");
    try {
      if (!Files.exists(file)) make(file);
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The secret cannot be kept in " + file, e);
    }
  }

  private void make(Path file) throws IOException {
    Files.createDirectories(folder);
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var made = Files.createTempFile(folder, "new", ".secret", owner);
    try {
      Files.writeString(made, fresh());
      Files.createLink(file, made); // whole or not at all, and only once
    } catch (FileAlreadyExistsException e) {
      // The other process was quicker.
    } finally {
      Files.delete(made);
    }
  }

  private static String fresh() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
