package org.motcua.eservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** Services of an office of its own, for tests outside of this package. */
public final class TestServices {

  private static final Path SHIPPED = Path.of("../eservices/birth-registration");

  /** The shipped ones, birth registration in a second version besides. */
  public static OnlineServices withSecondVersion(
      Path own, UnaryOperator<String> change, Clock clock) {
    try {
      var folder = Files.createDirectories(own.resolve("birth-registration"));
      for (var file : ServiceFolders.FILES) {
        var text = Files.readString(SHIPPED.resolve(file));
        if (file.equals("service.yaml")) {
          text =
              text.replace("version: 1", "version: 2")
                  .replace("inForceFrom: 2026-01-01", "inForceFrom: 2026-01-02");
        }
        Files.writeString(
            folder.resolve(file), file.equals("form.yaml") ? change.apply(text) : text);
      }
      return new ServicesInMemory(own.toString(), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With one result for good. */
  public static OnlineService onceOnly() {
    return new SmallService().with("declaration:", "onceOnly: true\ndeclaration:").read();
  }

  public static OnlineService small() {
    return new SmallService().read();
  }

  private TestServices() {}
}
