package org.motcua.dossiers.handling;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.motcua.dossiers.Apologised;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.clock.Terms;
import org.motcua.dossiers.handling.Desk.Change;
import org.motcua.dossiers.handling.DeskOutcome.ApologisedBefore;
import org.motcua.dossiers.handling.DeskOutcome.AppointmentTooEarly;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.ReasonMissing;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Apology;
import org.motcua.dossiers.model.ApologyStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says before the term has run out that it takes longer, why, and until when; once only. */
@Service
class Apologise {

  private final Desk desk;
  private final ApologyStore apologies;
  private final Terms terms;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Apologise(
      Desk desk,
      ApologyStore apologies,
      Terms terms,
      ApplicationEventPublisher events,
      Clock clock) {
    this.desk = desk;
    this.apologies = apologies;
    this.terms = terms;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param day the day by whose end the applicant may expect the result
   */
  @Transactional
  DeskOutcome apologise(DossierId id, DeskOfficer officer, LocalDate day, String reason) {
    if (reason.isBlank()) return new ReasonMissing();
    var appointment = terms.endOf(day, officer.agency());
    var why = reason.strip();
    var outcome =
        desk.carryOut(
            Act.APOLOGISE,
            id,
            officer,
            Change.of(Event.APOLOGISED, why, (dossier, now) -> dossier.apologise(appointment, now))
                .unless(dossier -> refusal(dossier, appointment)));
    if (outcome instanceof Done(Dossier promised)) {
      var due = requireNonNull(promised.term().dueAt());
      apologies.add(id, new Apology(promised.changedAt(), officer.name(), why, due, appointment));
      events.publishEvent(
          new Apologised(
              id,
              promised.submittedCode(),
              promised.applicant().account(),
              promised.changedAt(),
              appointment,
              why));
    }
    return outcome;
  }

  private Optional<DeskOutcome> refusal(Dossier dossier, Instant appointment) {
    if (apologies.find(dossier.id()).isPresent()) return Optional.of(new ApologisedBefore());
    return appointment.isAfter(requireNonNull(dossier.term().dueAt()))
            && appointment.isAfter(clock.instant())
        ? Optional.empty()
        : Optional.of(new AppointmentTooEarly());
  }
}
