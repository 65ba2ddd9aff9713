package org.motcua.catalogue.questioning;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.QuestionAnswered;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.DeskOutcome.ChangedMeanwhile;
import org.motcua.catalogue.questioning.DeskOutcome.Done;
import org.motcua.catalogue.questioning.DeskOutcome.Fault;
import org.motcua.catalogue.questioning.DeskOutcome.Incomplete;
import org.motcua.catalogue.questioning.DeskOutcome.NeedsSomebodyElse;
import org.motcua.catalogue.questioning.DeskOutcome.NoSuchQuestion;
import org.motcua.catalogue.questioning.DeskOutcome.NotNow;
import org.motcua.catalogue.questioning.model.Act;
import org.motcua.catalogue.questioning.model.HistoryEntry;
import org.motcua.catalogue.questioning.model.HistoryEntry.Event;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.QuestionState.Published;
import org.motcua.catalogue.questioning.model.QuestionState.Refused;
import org.motcua.catalogue.questioning.model.QuestionStore;
import org.motcua.catalogue.questioning.model.Texts;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Posts;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What officers do with questions. Each act is done on the question as the officer saw it: whoever
 * comes second is told, and a second click of the same button changes nothing.
 */
@Service
class QuestionDesk {

  static final int LONGEST_REASON = 1000;

  private final QuestionStore questions;
  private final Posts posts;
  private final Organisation organisation;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  QuestionDesk(
      QuestionStore questions,
      Posts posts,
      Organisation organisation,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.questions = questions;
    this.posts = posts;
    this.organisation = organisation;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Nobody, where the account has no post that works on questions. */
  Optional<DeskOfficer> officer(CurrentUser user) {
    var held =
        posts.postsOf(new OfficerId(user.id().value())).stream()
            .filter(post -> DeskOfficer.ROLES.contains(post.role()))
            .toList();
    return held.isEmpty() ? Optional.empty() : Optional.of(new DeskOfficer(user.id(), held));
  }

  Optional<Question> find(QuestionId id, DeskOfficer officer) {
    return questions.find(id).filter(question -> officer.covers(question.agency()));
  }

  /** Keeps the text and, where the button says so, hands it over or publishes it. */
  @Transactional
  DeskOutcome write(QuestionId id, AnswerForm form, DeskOfficer officer) {
    var found = findForUpdate(id, officer);
    if (found.isEmpty()) return new NoSuchQuestion();
    var question = found.get();
    if (question.revision().number() != form.version()) {
      return alreadyDone(question, form, officer)
          ? new Done(question)
          : new ChangedMeanwhile(question);
    }
    if (!question.allows(Act.WRITE)) return new NotNow(question);
    var faults = form.then() == AnswerForm.Then.SAVE ? form.faultsOfDraft() : form.faults();
    if (!faults.isEmpty()) return new Incomplete(question, faults);
    var written = keep(question, form.texts(), officer);
    return switch (form.then()) {
      case SAVE -> new Done(written);
      case HAND_OVER -> handOver(written, officer);
      case PUBLISH -> publish(written, officer);
    };
  }

  /** The second of two clicks finds what the first one did. */
  private static boolean alreadyDone(Question question, AnswerForm form, DeskOfficer officer) {
    if (!officer.account().equals(question.revision().by())) return false;
    var published = question.state() instanceof Published;
    if (form.then() == AnswerForm.Then.PUBLISH && !published) return false;
    return question.workingTexts().equals(form.texts());
  }

  private Question keep(Question question, Texts texts, DeskOfficer officer) {
    if (texts.equals(question.workingTexts()) && question.state().draft() != null) return question;
    var now = clock.instant();
    var written = question.write(texts, officer.account(), now);
    questions.save(written);
    // Saving now and again is one piece of work, told once.
    if (!wroteLast(questions.history(question.id()), officer)) {
      tell(written, Event.WRITTEN, null, null, officer, now);
    }
    return written;
  }

  private static boolean wroteLast(List<HistoryEntry> history, DeskOfficer officer) {
    if (history.isEmpty()) return false;
    var last = history.getLast();
    return last.event() == Event.WRITTEN && officer.account().equals(last.actor());
  }

  private DeskOutcome handOver(Question question, DeskOfficer officer) {
    if (!question.allows(Act.HAND_OVER)) return new Done(question);
    var now = clock.instant();
    var handed = question.handOver(officer.account(), now);
    questions.save(handed);
    tell(handed, Event.HANDED_OVER, null, null, officer, now);
    return new Done(handed);
  }

  private DeskOutcome publish(Question question, DeskOfficer officer) {
    if (!question.allows(Act.PUBLISH)) return new NotNow(question);
    var draft = question.state().draft();
    if (draft != null
        && draft.writtenAloneBy(officer.account())
        && !officer.controls(question.agency())) {
      return new NeedsSomebodyElse(question);
    }
    var firstTime = !(question.state() instanceof Published);
    var now = clock.instant();
    var published = question.publish(officer.account(), now);
    questions.save(published);
    tell(published, Event.PUBLISHED, null, published.workingTexts(), officer, now);
    var asker = published.asking().asker();
    if (firstTime && asker != null) {
      events.publishEvent(new QuestionAnswered(published.id(), asker, now));
    }
    return new Done(published);
  }

  @Transactional
  DeskOutcome refuse(QuestionId id, int version, String reason, DeskOfficer officer) {
    var typed = Typed.text(reason);
    var found = findForUpdate(id, officer);
    if (found.isEmpty()) return new NoSuchQuestion();
    var question = found.get();
    if (question.state() instanceof Refused refused && refused.reason().equals(typed)) {
      return new Done(question);
    }
    if (question.revision().number() != version) return new ChangedMeanwhile(question);
    if (!question.allows(Act.REFUSE)) return new NotNow(question);
    if (typed.isEmpty()) return incomplete(question, "reason", "empty");
    if (typed.length() > LONGEST_REASON) return incomplete(question, "reason", "long");
    var now = clock.instant();
    var refused = question.refuse(typed, officer.account(), now);
    questions.save(refused);
    tell(refused, Event.REFUSED, typed, null, officer, now);
    return new Done(refused);
  }

  @Transactional
  DeskOutcome reopen(QuestionId id, int version, DeskOfficer officer) {
    var found = findForUpdate(id, officer);
    if (found.isEmpty()) return new NoSuchQuestion();
    var question = found.get();
    if (question.revision().number() != version) {
      return question.state().name().open() ? new Done(question) : new ChangedMeanwhile(question);
    }
    if (!question.allows(Act.REOPEN)) return new NotNow(question);
    var now = clock.instant();
    var reopened = question.reopen(officer.account(), now);
    questions.save(reopened);
    tell(reopened, Event.REOPENED, null, null, officer, now);
    return new Done(reopened);
  }

  /** Only who may publish takes back; the reason stays among officers. */
  @Transactional
  DeskOutcome unpublish(QuestionId id, int version, String reason, DeskOfficer officer) {
    var typed = Typed.text(reason);
    var found = findForUpdate(id, officer);
    if (found.isEmpty()) return new NoSuchQuestion();
    var question = found.get();
    if (question.revision().number() != version) {
      return question.state() instanceof Published
          ? new ChangedMeanwhile(question)
          : new Done(question);
    }
    if (!question.allows(Act.UNPUBLISH)) return new NotNow(question);
    if (typed.isEmpty()) return incomplete(question, "takingBack", "empty");
    if (typed.length() > LONGEST_REASON) return incomplete(question, "takingBack", "long");
    var now = clock.instant();
    var back = question.unpublish(officer.account(), now);
    questions.save(back);
    tell(back, Event.UNPUBLISHED, typed, null, officer, now);
    return new Done(back);
  }

  @Transactional
  DeskOutcome forward(QuestionId id, int version, String to, String note, DeskOfficer officer) {
    var typed = Typed.text(note);
    var found = questions.findForUpdate(id);
    if (found.isEmpty()) return new NoSuchQuestion();
    var question = found.get();
    var agency = agency(to);
    if (agency.isPresent() && sentThereBy(officer, question, agency.get())) {
      return new Done(question);
    }
    if (!officer.covers(question.agency())) return new NoSuchQuestion();
    if (question.revision().number() != version) return new ChangedMeanwhile(question);
    if (!question.allows(Act.FORWARD)) return new NotNow(question);
    if (agency.isEmpty()) return incomplete(question, "agency", "unknown");
    if (agency.get().equals(question.agency())) return incomplete(question, "agency", "same");
    if (typed.length() > LONGEST_REASON) return incomplete(question, "note", "long");
    var now = clock.instant();
    var forwarded = question.forward(agency.get(), officer.account(), now);
    questions.save(forwarded);
    tell(forwarded, Event.FORWARDED, typed.isEmpty() ? null : typed, null, officer, now);
    return new Done(forwarded);
  }

  private static boolean sentThereBy(DeskOfficer officer, Question question, AgencyId agency) {
    return question.agency().equals(agency)
        && officer.account().equals(question.revision().by())
        && !officer.covers(agency);
  }

  /** By its code, or by its full name as it was chosen from the list. */
  private Optional<AgencyId> agency(String typed) {
    var text = Typed.line(typed);
    return AgencyId.parse(text)
        .flatMap(organisation::findAgency)
        .or(
            () ->
                organisation.searchAgencies(text, 20).stream()
                    .filter(agency -> agency.name().equalsIgnoreCase(text))
                    .findFirst())
        .map(Agency::id);
  }

  private Optional<Question> findForUpdate(QuestionId id, DeskOfficer officer) {
    return questions.findForUpdate(id).filter(question -> officer.covers(question.agency()));
  }

  private void tell(
      Question question,
      Event event,
      @Nullable String note,
      @Nullable Texts texts,
      DeskOfficer officer,
      Instant now) {
    questions.append(
        question.id(),
        new HistoryEntry(now, officer.account(), event, question.agency(), note, texts));
    audit.record(
        officer.actor(),
        "catalogue.question-" + event.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "question",
        question.id().toString(),
        Map.of("agency", question.agency().value(), "state", question.state().name().name()));
  }

  private static Incomplete incomplete(Question question, String field, String what) {
    return new Incomplete(question, List.of(new Fault(field, what)));
  }
}
