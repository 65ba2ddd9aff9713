package org.motcua.dossiers.telling;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.clock.ExplainTerm;
import org.motcua.dossiers.clock.ExplainedTerm;
import org.motcua.dossiers.clock.ExplainedTerm.Interruption;
import org.motcua.dossiers.model.Apology;
import org.motcua.dossiers.model.ApologyStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.TimeLimit;
import org.motcua.eservices.TimeLimit.Allotted;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.TimelineEntry;
import org.motcua.platform.web.ui.TimelineEntry.State;
import org.springframework.stereotype.Component;

/** Tells in words how a due time came about. */
@Component
public class TermViews {

  private final ExplainTerm terms;
  private final ApologyStore apologies;
  private final OnlineServices services;
  private final Messages messages;
  private final Clock clock;

  TermViews(
      ExplainTerm terms,
      ApologyStore apologies,
      OnlineServices services,
      Messages messages,
      Clock clock) {
    this.terms = terms;
    this.apologies = apologies;
    this.services = services;
    this.messages = messages;
    this.clock = clock;
  }

  public TermView of(Dossier dossier, Language language) {
    var term = terms.explain(dossier);
    var dueAt = requireNonNull(dossier.term().dueAt());
    var service = services.get(dossier.service().slug(), dossier.service().version());
    return new TermView(
        dossier,
        service.name().in(language),
        term,
        new Story(dossier, term, language).told(),
        dueAt,
        term.dueAt().equals(dueAt) ? null : term.dueAt(),
        language);
  }

  /** From the submission to the appointment that holds. */
  private class Story {

    private final Dossier dossier;
    private final ExplainedTerm term;
    private final Language language;
    private final Formats formats;
    private final List<TimelineEntry> entries = new ArrayList<>();

    Story(Dossier dossier, ExplainedTerm term, Language language) {
      this.dossier = dossier;
      this.term = term;
      this.language = language;
      this.formats = new Formats(language);
    }

    List<TimelineEntry> told() {
      var limit = terms.limit(dossier);
      add("submitted", formats.dateTime(term.submittedAt()), limit.text().in(language));
      var answerBy = requireNonNull(dossier.term().answerBy());
      if (!answerBy.isAfter(term.firstDueAt())) answer(answerBy);
      add("first_due", formats.dateTime(term.firstDueAt()), firstDue(limit));
      if (answerBy.isAfter(term.firstDueAt())) answer(answerBy);
      term.interruptions().forEach(this::interruption);
      apologies.find(dossier.id()).ifPresent(this::apology);
      end();
      return entries;
    }

    private String firstDue(TimeLimit limit) {
      if (!(limit.allotted() instanceof Allotted.Working(WorkingTime time))) {
        return text("first_due.calendar");
      }
      var until = limit.countedFromMorningUntil();
      if (until == null) return text("first_due.working", time(time));
      var wholeDay = limit.countedFrom(term.submittedAt()).isBefore(term.submittedAt());
      return text(
          wholeDay ? "first_due.from_this_morning" : "first_due.from_next_morning",
          time(time),
          until.toString());
    }

    private void answer(Instant answerBy) {
      var open = dossier.term().acceptedAt() == null && !dossier.status().closed();
      entries.add(
          new TimelineEntry(
              text("answer"),
              formats.dateTime(answerBy),
              null,
              text("answer.text", time(terms.firstAnswer())),
              open && answerBy.isAfter(clock.instant()) ? State.COMING : State.DONE));
    }

    private void interruption(Interruption stopped) {
      var pause = stopped.pause();
      var from = formats.dateTime(pause.from());
      entries.add(
          new TimelineEntry(
              text("pause." + pause.why().name().toLowerCase(Locale.ROOT)),
              pause.to() == null
                  ? text("pause.since", from)
                  : text("pause.when", from, formats.dateTime(pause.to())),
              null,
              text(
                  "pause.text",
                  stopped.days(clock.instant()),
                  time(stopped.length()),
                  time(stopped.left())),
              pause.to() == null ? State.CURRENT : State.DONE));
      var dueAfter = stopped.dueAfter();
      if (dueAfter == null) {
        entries.add(new TimelineEntry(text("due_again"), null, null, null, State.COMING));
      } else if (stopped.left().isZero()) {
        add("due_after", formats.dateTime(dueAfter), text("due_after.late"));
      } else {
        add("due_after", formats.dateTime(dueAfter), text("due_after.text", time(stopped.left())));
      }
    }

    /** A pause after it makes an apology's appointment void. */
    private void apology(Apology apology) {
      var holds = apology.promisedAt().equals(dossier.term().promisedAt());
      add(
          "apology",
          formats.dateTime(apology.promisedAt()),
          holds ? text("apology.text", formats.dateTime(apology.dueAt())) : text("apology.void"));
    }

    private void end() {
      var finishedAt = dossier.term().finishedAt();
      if (finishedAt == null) return;
      var late = dossier.term().late(finishedAt);
      add(
          "finished",
          formats.dateTime(finishedAt),
          text(late ? "finished.late" : "finished.in_time"));
    }

    private void add(String key, String when, @Nullable String words) {
      entries.add(new TimelineEntry(text(key), when, null, words, state(key)));
    }

    private State state(String key) {
      return (key.equals("first_due") || key.equals("due_after") || key.equals("apology"))
              && dossier.term().finishedAt() == null
              && !(key.equals("first_due") && !term.interruptions().isEmpty())
              && isAhead()
          ? State.COMING
          : State.DONE;
    }

    private boolean isAhead() {
      Instant expected = dossier.term().expectedAt();
      return expected != null && expected.isAfter(clock.instant());
    }

    private String text(String key, Object... arguments) {
      return messages.text(language, "dossiers.term." + key, arguments);
    }

    private String time(WorkingTime time) {
      return text("time", TermView.minutes(time) / 60, TermView.minutes(time) % 60);
    }
  }
}
