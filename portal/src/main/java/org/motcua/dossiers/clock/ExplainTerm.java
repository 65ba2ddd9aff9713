package org.motcua.dossiers.clock;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HandedIn;
import org.motcua.dossiers.model.HandedInStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.TimeLimit;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.organisation.WorkingTime;
import org.springframework.stereotype.Component;

/** Says why a dossier is due when it is. */
@Component
public class ExplainTerm {

  private final DossierStore dossiers;
  private final HandedInStore handedIn;
  private final OnlineServices services;
  private final WorkingCalendar calendar;
  private final Clock clock;

  ExplainTerm(
      DossierStore dossiers,
      HandedInStore handedIn,
      OnlineServices services,
      WorkingCalendar calendar,
      Clock clock) {
    this.dossiers = dossiers;
    this.handedIn = handedIn;
    this.services = services;
    this.calendar = calendar;
    this.clock = clock;
  }

  public ExplainedTerm explain(Dossier dossier) {
    var submittedAt = requireNonNull(dossier.term().submittedAt());
    return TermReckoning.explain(
        limit(dossier),
        submittedAt,
        Pause.in(dossiers.historyOf(dossier.id())),
        dossier.decidingAgency(),
        calendar,
        clock.instant());
  }

  /** The limit that the law sets for what was handed in first. */
  public TimeLimit limit(Dossier dossier) {
    var day = ExplainedTerm.dayOf(requireNonNull(dossier.term().submittedAt()));
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var first =
        handedIn.list(dossier.id()).stream()
            .findFirst()
            .map(HandedIn::answers)
            .orElse(dossier.answers());
    return service.timeLimitIn(service.form().situation(first, day));
  }

  /** Within so much working time an agency says whether it takes what came in. */
  public WorkingTime firstAnswer() {
    return Terms.FIRST_ANSWER;
  }
}
