package org.motcua.catalogue.seeding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.motcua.catalogue.searching.model.EverydayWord;
import org.motcua.catalogue.searching.model.EverydayWordStore;
import org.motcua.platform.ids.NewId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Takes {@code seed/catalogue/everyday-words.yaml} into the database at start: each entry once, and
 * again when its text has changed. What editors changed or removed stays so until then.
 */
@Component
class SeedWords implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SeedWords.class);
  private static final String FILE = "seed/catalogue/everyday-words.yaml";
  private static final String FILLERS = "fillers";

  /** Before the words are read (phase 0). */
  private static final int PHASE = -100;

  private final EverydayWordStore words;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  private volatile boolean done;

  SeedWords(
      EverydayWordStore words, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.words = words;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void start() {
    takeIn();
    done = true;
  }

  /** How many entries were new or had changed. */
  int takeIn() {
    var changed = transaction.execute(status -> takeInAll());
    if (changed > 0) log.info("{} everyday words taken in from the seed", changed);
    return changed;
  }

  private int takeInAll() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('catalogue.seed-words'))")
        .query((row, number) -> true)
        .single();
    var file = read();
    var changed = 0;
    for (var entry : file.sayings()) {
      if (takeIn(entry.say().getFirst(), entry)) changed++;
    }
    if (takeIn(FILLERS, new Entry(file.fillers(), List.of()))) changed++;
    return changed;
  }

  private boolean takeIn(String name, Entry entry) {
    if (!noteChecksum("everyday-words.yaml: " + name, entry.checksum())) return false;
    words.seed(
        name,
        new EverydayWord(
            NewId.next(), entry.say(), entry.mean(), 1, clock.instant(), "system:catalogue"));
    return true;
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

  private static WordList read() {
    try (var file = new ClassPathResource(FILE).getInputStream()) {
      return new YAMLMapper().readValue(file, WordList.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  private record WordList(List<Entry> sayings, List<String> fillers) {}

  private record Entry(List<String> say, List<String> mean) {
    String checksum() {
      try {
        var text = String.join("\n", say) + "\n\n" + String.join("\n", mean);
        var digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
