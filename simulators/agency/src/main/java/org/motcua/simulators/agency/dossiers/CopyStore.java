package org.motcua.simulators.agency.dossiers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.motcua.simulators.agency.AgencySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the copy over restarts, so that the page has something to show when the national portal is
 * away. A file is enough and no database is needed: the copy is small, replaced as a whole, and can
 * be read again at any time.
 */
@Component
class CopyStore {

  private static final Logger log = LoggerFactory.getLogger(CopyStore.class);

  private final Path file;
  private final JsonMapper json;

  CopyStore(AgencySettings settings, JsonMapper json) {
    this.file = settings.data().resolve("dossiers.json");
    this.json = json;
  }

  Copy load() {
    if (!Files.exists(file)) return Copy.NOTHING_YET;
    try {
      return json.readValue(file.toFile(), Copy.class);
    } catch (JacksonException e) {
      log.warn("The copy in {} cannot be read and will be made anew", file, e);
      return Copy.NOTHING_YET;
    }
  }

  void save(Copy copy) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.write(fresh, json.writeValueAsBytes(copy));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The copy cannot be kept in " + file, e);
    }
  }
}
