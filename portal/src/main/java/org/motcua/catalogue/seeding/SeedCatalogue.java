package org.motcua.catalogue.seeding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.publishing.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  /** Before the search index is filled (phase 0). */
  private static final int PHASE = -100;

  private final Publication publication;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final YAMLMapper yaml =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private volatile boolean done;

  SeedCatalogue(Publication publication, JdbcClient jdbc, TransactionTemplate transaction) {
    this.publication = publication;
    this.jdbc = jdbc;
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
    jdbc.sql("select pg_advisory_xact_lock(hashtext('catalogue.seed'))")
        .query((row, number) -> true)
        .single();
    var changed = 0;
    for (var file : files()) {
      if (takeIn(file)) changed++;
    }
    return changed;
  }

  private boolean takeIn(Resource file) {
    try {
      var bytes = file.getContentAsByteArray();
      if (!noteChecksum(String.valueOf(file.getFilename()), checksum(bytes))) return false;
      return publication
          .takeIn(yaml.readValue(bytes, Procedure.class), "system:catalogue")
          .isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JacksonException e) {
      throw new IllegalStateException("Not a procedure: " + file.getFilename(), e);
    }
  }

  /** Whether it is another than last time. */
  private boolean noteChecksum(String name, String checksum) {
    return jdbc.sql(
                """
                insert into catalogue.seed_file as known (name, checksum)
                values (:name, :checksum)
                on conflict (name) do update set checksum = excluded.checksum, taken_at = now()
                where known.checksum <> excluded.checksum
                """)
            .param("name", name)
            .param("checksum", checksum)
            .update()
        > 0;
  }

  private static Resource[] files() {
    try {
      return new PathMatchingResourcePatternResolver().getResources(FILES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checksum(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
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
