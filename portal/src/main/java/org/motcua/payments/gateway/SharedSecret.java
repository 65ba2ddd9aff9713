package org.motcua.payments.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.motcua.platform.secrets.RandomToken;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a gateway and the portal both know and nobody else. In production it is given; for the
 * demonstration whichever process comes first makes it and leaves it in a folder that both read.
 */
@Component
public class SharedSecret {

  private static final int BYTES = 24;

  private final boolean demo;
  private final Path folder;

  SharedSecret(
      @Value("${motcua.demo}") boolean demo,
      @Value("${motcua.payments.demo-secrets}") Path folder) {
    this.demo = demo;
    this.folder = folder;
  }

  /**
   * @param name of the gateway
   * @param given what is set up; empty: nothing
   * @return empty where nothing is set up and this is no demonstration: then the gateway cannot be
   *     used
   */
  public String of(String name, String given) {
    if (!given.isBlank()) return given;
    return demo ? madeOnce(name) : "";
  }

  /** Of two processes that make it at once, the first one's holds. */
  private String madeOnce(String name) {
    var file = folder.resolve(name + ".secret");
    try {
      if (!Files.exists(file)) make(file);
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The demonstration's secret cannot be kept in " + file, e);
    }
  }

  private void make(Path file) throws IOException {
    Files.createDirectories(folder);
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var made = Files.createTempFile(folder, "new", ".secret", owner);
    try {
      Files.writeString(made, RandomToken.fresh(BYTES));
      Files.createLink(file, made);
    } catch (FileAlreadyExistsException e) {
      // The other process was quicker.
    } finally {
      Files.delete(made);
    }
  }
}
