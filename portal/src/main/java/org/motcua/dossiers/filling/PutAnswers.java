package org.motcua.dossiers.filling;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.access.OpenedDossier;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KnownAnswersStore;
import org.motcua.dossiers.model.Parts;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Answers;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.Forms;
import org.motcua.forms.Given;
import org.motcua.forms.Prefill;
import org.motcua.forms.Question;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps all answers as a program sends them, right or wrong, and says what is wrong. */
@Service
public class PutAnswers {

  private final DossierStore dossiers;
  private final KnownAnswersStore knownAnswers;
  private final OwnDossiers own;
  private final OnlineServices services;
  private final Forms forms;
  private final AfterFilling after;
  private final Changeables changeables;
  private final Clock clock;

  PutAnswers(
      DossierStore dossiers,
      KnownAnswersStore knownAnswers,
      OwnDossiers own,
      OnlineServices services,
      Forms forms,
      AfterFilling after,
      Changeables changeables,
      Clock clock) {
    this.dossiers = dossiers;
    this.knownAnswers = knownAnswers;
    this.own = own;
    this.services = services;
    this.forms = forms;
    this.after = after;
    this.changeables = changeables;
    this.clock = clock;
  }

  /**
   * @param merged whether what is not named stays as it is (RFC 7396)
   * @param seen the mark of the answers that the sender has changed; null: whatever they are
   */
  public record Sent(
      Map<String, @Nullable Object> answers, boolean merged, @Nullable String seen) {}

  public sealed interface Outcome {

    record Kept(Dossier dossier, List<Given.Misfit> misfits) implements Outcome {}

    /** Somebody else has changed it since the sender looked. */
    record Changed(Dossier dossier) implements Outcome {}

    /** The agency has asked for other things: nothing is kept. */
    record NotAsked(Dossier dossier, List<Question> questions) implements Outcome {}

    /** It was submitted meanwhile, perhaps in another window. */
    record Closed(Dossier dossier) implements Outcome {}

    record NoSuchDossier() implements Outcome {}
  }

  /** By which a dossier's state is known again. */
  public static String mark(Dossier dossier) {
    // The database rounds to microseconds; so does this, of what has not been there yet.
    var at = dossier.changedAt().plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    return Long.toString(at.getEpochSecond(), Character.MAX_RADIX)
        + "."
        + Integer.toString(at.getNano() / 1_000, Character.MAX_RADIX);
  }

  @Transactional
  public Outcome put(DossierId id, CurrentUser user, Sent sent, Language language) {
    var found = own.findForUpdate(id, user, Power.FILE);
    if (found.isEmpty()) return new Outcome.NoSuchDossier();
    var dossier = found.get();
    if (!dossier.open()) return new Outcome.Closed(dossier);
    if (sent.seen() != null && !sent.seen().equals(mark(dossier))) {
      return new Outcome.Changed(dossier);
    }
    return put(dossier, user, sent, language);
  }

  private Outcome put(Dossier dossier, CurrentUser user, Sent sent, Language language) {
    var form = services.get(dossier.service().slug(), dossier.service().version()).form();
    var fixed = changeables.of(dossier).fixedQuestions();
    var locked = locksAny(form) ? knownAnswers.find(dossier.id()) : Prefill.none();
    var known = locked.fixing(fixed);
    var answers = sent.merged() ? merged(dossier.answers(), sent.answers()) : sent.answers();
    var given =
        forms.given(form, answers, dossier.answers(), known, FillingContext.now(clock, language));
    var refused = notAsked(dossier, given.answers(), form, fixed);
    if (!refused.isEmpty()) return new Outcome.NotAsked(dossier, refused);
    if (given.answers().equals(dossier.answers())) {
      return new Outcome.Kept(dossier, given.misfits());
    }
    var kept = dossier.answer(given.answers(), clock.instant());
    dossiers.save(kept);
    after.filled(OpenedDossier.own(dossier), kept, user, Parts.PAPERS);
    return new Outcome.Kept(kept, given.misfits());
  }

  private static List<Question> notAsked(
      Dossier dossier, Answers given, FormDefinition form, Set<String> fixed) {
    return form.questions().stream()
        .filter(question -> fixed.contains(question.id()))
        .filter(it -> !given.find(it.id()).equals(dossier.answers().find(it.id())))
        .toList();
  }

  private static Map<String, @Nullable Object> merged(
      Answers before, Map<String, @Nullable Object> patch) {
    var merged = new TreeMap<String, @Nullable Object>(before.values());
    patch.forEach((id, value) -> merged.put(id, merged(before.values().get(id), value)));
    return merged;
  }

  private static @Nullable Object merged(@Nullable Object before, @Nullable Object patch) {
    if (!(before instanceof Map<?, ?> parts) || !(patch instanceof Map<?, ?> changed)) return patch;
    var merged = new TreeMap<String, @Nullable Object>();
    parts.forEach((name, part) -> merged.put(String.valueOf(name), part));
    changed.forEach((name, part) -> merged.put(String.valueOf(name), part));
    return merged;
  }

  private static boolean locksAny(FormDefinition form) {
    return form.questions().stream()
        .map(question -> question.prefill())
        .filter(Objects::nonNull)
        .anyMatch(offer -> offer.locked());
  }
}
