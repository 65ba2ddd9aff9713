package org.motcua.catalogue.questioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.HistoryEntry;
import org.motcua.catalogue.questioning.model.HistoryEntry.Event;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.Question.Asking;
import org.motcua.catalogue.questioning.model.Question.Revision;
import org.motcua.catalogue.questioning.model.QuestionState.Published;
import org.motcua.catalogue.questioning.model.QuestionStore;
import org.motcua.catalogue.seeding.SeedFiles;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Publishes the questions of {@code seed/catalogue/questions} at start: each file once, and again
 * when it has changed; of a changed file only those questions whose text is another. What editors
 * write in the meantime stays.
 *
 * <p>A file is taken in whole or not at all. Of several nodes that start together one does it and
 * the others wait. A bad file is told in the log and keeps nothing else from starting.
 */
@Component
class SeedQuestions implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SeedQuestions.class);
  private static final String FILES = "classpath*:seed/catalogue/questions/*.yaml";

  private static final String BAD_FILE = "Not a file of questions: {}: {}";

  /** After the procedures (-100), before the search index is filled (0). */
  private static final int PHASE = -90;

  private final QuestionStore questions;
  private final Organisation organisation;
  private final SeedFiles seeds;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final Clock clock;
  private final YAMLMapper yaml =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private volatile boolean done;

  SeedQuestions(
      QuestionStore questions,
      Organisation organisation,
      SeedFiles seeds,
      TransactionTemplate transaction,
      JsonMapper json,
      Clock clock) {
    this.questions = questions;
    this.organisation = organisation;
    this.seeds = seeds;
    this.transaction = transaction;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void start() {
    takeIn(SeedFiles.list(FILES));
    done = true;
  }

  /** How many questions were new or had changed. */
  int takeIn(Resource... files) {
    var changed = 0;
    for (var file : files) changed += takeInOrTell(file);
    if (changed > 0) log.info("{} questions taken in from the seed", changed);
    return changed;
  }

  private int takeInOrTell(Resource file) {
    try {
      return transaction.execute(status -> takeIn(file));
    } catch (JacksonException e) {
      var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      log.error(BAD_FILE, file.getFilename(), "line " + line + ": " + e.getOriginalMessage());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      log.error(BAD_FILE, file.getFilename(), e.getMessage());
    }
    return 0;
  }

  private int takeIn(Resource file) {
    seeds.lock("questions");
    var name = String.valueOf(file.getFilename());
    var text = SeedFiles.read(file);
    if (!seeds.note("questions/" + name, text)) return 0;
    var read = yaml.readValue(text, QuestionFile.class);
    var changed = 0;
    for (var entry : read.questions()) {
      if (takeIn(read, entry, name)) changed++;
    }
    return changed;
  }

  private boolean takeIn(QuestionFile file, QuestionFile.Entry entry, String fileName) {
    var seedKey = fileName.replaceFirst("\\.yaml$", "") + "#" + entry.id();
    var checksum = SeedFiles.checksum(json.writeValueAsString(entry).getBytes(UTF_8));
    var agency = agency(entry);
    var known = questions.findShipped(seedKey);
    if (known.isPresent() && known.get().checksum().equals(checksum)) return false;
    var id =
        known
            .map(shipped -> replace(shipped.id(), entry))
            .orElseGet(() -> add(file, entry, agency));
    questions.noteShipped(id, seedKey, checksum);
    return true;
  }

  private QuestionId add(QuestionFile file, QuestionFile.Entry entry, AgencyId agency) {
    var now = clock.instant();
    var texts = entry.texts();
    var question =
        new Question(
            QuestionId.next(),
            file.procedure(),
            agency,
            new Asking(texts.question(), now, null, null, null),
            new Published(texts, now, null),
            now,
            new Revision(1, now, null));
    questions.insert(question, null);
    return shipped(question);
  }

  private QuestionId replace(QuestionId id, QuestionFile.Entry entry) {
    var now = clock.instant();
    var before = questions.findForUpdate(id).orElseThrow();
    var after =
        new Question(
            id,
            before.procedure(),
            before.agency(),
            before.asking(),
            new Published(entry.texts(), now, null),
            before.dueAt(),
            new Revision(before.revision().number() + 1, now, null));
    questions.save(after);
    return shipped(after);
  }

  private QuestionId shipped(Question question) {
    var texts = ((Published) question.state()).texts();
    questions.append(
        question.id(),
        new HistoryEntry(
            question.revision().at(), null, Event.SHIPPED, question.agency(), null, texts));
    return question.id();
  }

  private AgencyId agency(QuestionFile.Entry entry) {
    return AgencyId.parse(entry.agency())
        .or(() -> named(entry.agency()))
        .filter(id -> organisation.findAgency(id).isPresent())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: no agency %s".formatted(entry.id(), entry.agency())));
  }

  private Optional<AgencyId> named(String name) {
    return organisation.searchAgencies(name, 20).stream()
        .filter(agency -> agency.name().equalsIgnoreCase(name.strip()))
        .map(Agency::id)
        .findFirst();
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
