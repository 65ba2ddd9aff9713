package org.motcua.catalogue.seeding;

import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.publishing.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Takes the procedures of {@code seed/catalogue/procedures} into the database at start: each file
 * once, and again when its text has changed.
 *
 * <p>Of several nodes that start together one does it and the others wait; all of it happens or
 * nothing.
 */
@Component
class SeedCatalogue implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SeedCatalogue.class);
  private static final String FILES = "classpath*:seed/catalogue/procedures/*.yaml";

  private static final String AUTHOR = "system:catalogue";

  /** Before the search index is filled (phase 0). */
  private static final int PHASE = -100;

  private final Publication publication;
  private final SeedFiles files;
  private final TransactionTemplate transaction;
  private final YAMLMapper yaml =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private volatile boolean done;

  SeedCatalogue(Publication publication, SeedFiles files, TransactionTemplate transaction) {
    this.publication = publication;
    this.files = files;
    this.transaction = transaction;
  }

  @Override
  public void start() {
    takeIn();
    done = true;
  }

  /** How many procedures were new or had changed. */
  int takeIn() {
    var changed = transaction.execute(status -> takeInAll());
    if (changed > 0) log.info("{} procedures taken in from the seed", changed);
    return changed;
  }

  private int takeInAll() {
    files.lock("procedures");
    var changed = 0;
    for (var file : SeedFiles.list(FILES)) {
      if (takeIn(file)) changed++;
    }
    return changed;
  }

  private boolean takeIn(Resource file) {
    try {
      var text = SeedFiles.read(file);
      return files.note(String.valueOf(file.getFilename()), text)
          && publication.takeIn(yaml.readValue(text, Procedure.class), AUTHOR).isPresent();
    } catch (JacksonException e) {
      throw new IllegalStateException("Not a procedure: " + file.getFilename(), e);
    }
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  @Override
  public void stop() {
    done = false;
  }

  @Override
  public boolean isRunning() {
    return done;
  }
}
