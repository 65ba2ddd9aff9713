package org.motcua.catalogue.teaching;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.motcua.catalogue.searching.model.EverydayWord;
import org.motcua.catalogue.searching.model.EverydayWordStore;
import org.motcua.catalogue.teaching.TeachingOutcome.ChangedMeanwhile;
import org.motcua.catalogue.teaching.TeachingOutcome.Taught;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A change takes effect on all nodes as soon as it is committed: the database tells them. */
@Service
class TeachWords {

  private final EverydayWordStore words;
  private final Teachers teachers;
  private final AuditTrail audit;
  private final Clock clock;

  TeachWords(EverydayWordStore words, Teachers teachers, AuditTrail audit, Clock clock) {
    this.words = words;
    this.teachers = teachers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The same words sent twice are saved once.
   *
   * @param version that the officer saw, 0 of a new word
   */
  @Transactional
  TeachingOutcome save(
      UUID id, int version, List<String> say, List<String> mean, CurrentUser officer) {
    requireRight(officer);
    var word = new EverydayWord(id, say, mean, version + 1, clock.instant(), officer.actor());
    var saved = version == 0 ? words.add(word) : words.change(word);
    if (saved) {
      var action = version == 0 ? "catalogue.word-taught" : "catalogue.word-changed";
      audit.record(
          officer.actor(),
          action,
          "everyday-word",
          id.toString(),
          Map.of("say", say, "mean", mean));
      return new Taught();
    }
    return words.find(id).filter(there -> isTheSame(there, word)).isPresent()
        ? new Taught()
        : new ChangedMeanwhile();
  }

  private static boolean isTheSame(EverydayWord there, EverydayWord word) {
    return there.say().equals(word.say()) && there.mean().equals(word.mean());
  }

  /** What is gone already is removed. */
  @Transactional
  TeachingOutcome remove(UUID id, int version, CurrentUser officer) {
    requireRight(officer);
    var there = words.find(id);
    if (there.isEmpty()) return new Taught();
    if (!words.remove(id, version)) return new ChangedMeanwhile();
    audit.record(
        officer.actor(),
        "catalogue.word-removed",
        "everyday-word",
        id.toString(),
        Map.of("say", there.get().say(), "mean", there.get().mean()));
    return new Taught();
  }

  private void requireRight(CurrentUser officer) {
    if (!teachers.teaches(officer)) throw new AccessDeniedException("Does not keep these words");
  }
}
