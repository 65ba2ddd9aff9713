package org.motcua.catalogue.seeding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.motcua.catalogue.searching.model.EverydayWord;
import org.motcua.catalogue.searching.model.EverydayWordStore;
import org.motcua.platform.ids.NewId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
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
  private final SeedFiles files;
  private final TransactionTemplate transaction;
  private final Clock clock;

  private volatile boolean done;

  SeedWords(
      EverydayWordStore words, SeedFiles files, TransactionTemplate transaction, Clock clock) {
    this.words = words;
    this.files = files;
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
    files.lock("words");
    var file = read();
    var changed = 0;
    for (var entry : file.sayings()) {
      if (takeIn(entry.say().getFirst(), entry)) changed++;
    }
    if (takeIn(FILLERS, new Entry(file.fillers(), List.of()))) changed++;
    return changed;
  }

  private boolean takeIn(String name, Entry entry) {
    if (!files.note("everyday-words.yaml: " + name, entry.text())) return false;
    words.seed(
        name,
        new EverydayWord(
            NewId.next(), entry.say(), entry.mean(), 1, clock.instant(), "system:catalogue"));
    return true;
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
    byte[] text() {
      return (String.join("\n", say) + "\n\n" + String.join("\n", mean)).getBytes(UTF_8);
    }
  }
}
