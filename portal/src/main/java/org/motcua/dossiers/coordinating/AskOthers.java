package org.motcua.dossiers.coordinating;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.handling.DecideDossier;
import org.motcua.dossiers.handling.Desk;
import org.motcua.dossiers.handling.Desk.Change;
import org.motcua.dossiers.handling.DeskOfficer;
import org.motcua.dossiers.handling.DeskOutcome;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.EntrustedEnded;
import org.motcua.dossiers.handling.DeskOutcome.NoSuchDossier;
import org.motcua.dossiers.handling.DeskOutcome.NobodyThere;
import org.motcua.dossiers.handling.DeskOutcome.NotYours;
import org.motcua.dossiers.handling.DeskOutcome.ReasonMissing;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Entrusted;
import org.motcua.dossiers.model.Entrusted.Asker;
import org.motcua.dossiers.model.Entrusted.Ending;
import org.motcua.dossiers.model.Entrusted.Kind;
import org.motcua.dossiers.model.Entrusted.Shown;
import org.motcua.dossiers.model.EntrustedStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.dossiers.model.PartEnded;
import org.motcua.dossiers.model.PartEntrusted;
import org.motcua.dossiers.telling.EntrustedViews;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.organisation.WorkingTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever's turn it is asks others for an opinion, or gives them a part of the work. */
@Service
class AskOthers {

  /** Longer than anything the law allows. */
  static final int MOST_HOURS = 400;

  private final Desk desk;
  private final DossierStore dossiers;
  private final EntrustedStore entrusted;
  private final EntrustedViews views;
  private final Posts posts;
  private final WorkingCalendar calendar;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AskOthers(
      Desk desk,
      DossierStore dossiers,
      EntrustedStore entrusted,
      EntrustedViews views,
      Posts posts,
      WorkingCalendar calendar,
      ApplicationEventPublisher events,
      Clock clock) {
    this.desk = desk;
    this.dossiers = dossiers;
    this.entrusted = entrusted;
    this.views = views;
    this.posts = posts;
    this.calendar = calendar;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param id made with the page, so that sending it twice is asking once
   * @param hours working hours of the agency that is asked
   */
  record Question(
      UUID id, Kind kind, AgencyId agency, Role role, String words, Shown shown, int hours) {}

  @Transactional
  DeskOutcome ask(DossierId id, DeskOfficer officer, Question question) {
    if (question.words().isBlank()) return new ReasonMissing();
    if (!somebodyIsThere(question)) return new NobodyThere();
    var outcome =
        desk.carryOut(
            Act.ENTRUST,
            id,
            officer,
            Change.of(
                    question.kind() == Kind.OPINION ? Event.OPINION_ASKED : Event.WORK_ENTRUSTED,
                    views.nameOf(question.agency()),
                    Dossier::entrust)
                .unless(
                    dossier ->
                        askedBefore(dossier, question)
                            .or(() -> DecideDossier.inOtherHands(dossier, officer))));
    if (outcome instanceof Done(Dossier dossier) && entrusted.find(question.id()).isEmpty()) {
      entrusted.add(part(dossier, officer, question));
      events.publishEvent(new PartEntrusted(question.id()));
    }
    return outcome;
  }

  private boolean somebodyIsThere(Question question) {
    return posts.officersAt(question.agency()).stream()
        .anyMatch(post -> post.role() == question.role());
  }

  private Optional<DeskOutcome> askedBefore(Dossier dossier, Question question) {
    return entrusted
        .find(question.id())
        .map(part -> part.dossier().equals(dossier.id()) ? new Done(dossier) : new NoSuchDossier());
  }

  private Entrusted part(Dossier dossier, DeskOfficer officer, Question question) {
    var now = clock.instant();
    var due = calendar.dueAt(now, WorkingTime.hours(question.hours()), question.agency()).dueAt();
    return new Entrusted(
        question.id(),
        dossier.id(),
        dossier.submittedCode(),
        question.kind(),
        dossier.step(),
        false,
        new Asker(officer.agency(), officer.account(), officer.name()),
        question.agency(),
        question.role(),
        question.words().strip(),
        new Shown(question.shown().whole(), ofThis(dossier.id(), question.shown().papers())),
        now,
        question.hours(),
        due,
        null,
        null);
  }

  private Set<UUID> ofThis(DossierId dossier, Set<UUID> papers) {
    if (papers.isEmpty()) return papers;
    return dossiers.find(dossier).stream()
        .flatMap(found -> found.attachments().stream())
        .map(file -> file.document().value())
        .filter(papers::contains)
        .collect(Collectors.toSet());
  }

  /** Takes the question back; who asked it, or who is above him. */
  @Transactional
  DeskOutcome recall(DossierId id, UUID part, DeskOfficer officer) {
    var asked = entrusted.find(part).filter(found -> found.dossier().equals(id));
    if (asked.isEmpty()) return new NoSuchDossier();
    var event = asked.get().kind() == Kind.OPINION ? Event.OPINION_RECALLED : Event.WORK_RECALLED;
    var outcome =
        desk.carryOut(
            Act.RECALL,
            id,
            officer,
            Change.of(event, views.nameOf(asked.get().agency()), Dossier::recall)
                .unless(dossier -> refusal(dossier, part, officer)));
    if (outcome instanceof Done) {
      entrusted
          .find(part)
          .filter(Entrusted::waiting)
          .ifPresent(waiting -> withdraw(waiting, officer));
    }
    return outcome;
  }

  private Optional<DeskOutcome> refusal(Dossier dossier, UUID id, DeskOfficer officer) {
    var part = entrusted.find(id).orElseThrow();
    if (!officer.asked(part)) return Optional.of(new NotYours());
    return switch (part.state()) {
      case ASKED, TAKEN_UP -> Optional.empty();
      case WITHDRAWN -> Optional.of(new Done(dossier));
      case ANSWERED, OVERTAKEN -> Optional.of(new EntrustedEnded());
    };
  }

  private void withdraw(Entrusted part, DeskOfficer officer) {
    entrusted.save(
        part.ended(
            new Ending(
                Entrusted.State.WITHDRAWN, clock.instant(), officer.name(), null, "", null)));
    events.publishEvent(new PartEnded(part.id()));
  }
}
