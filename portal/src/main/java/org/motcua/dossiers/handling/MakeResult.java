package org.motcua.dossiers.handling;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.motcua.documents.Certificate;
import org.motcua.documents.Certificates;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.ResultReady;
import org.motcua.dossiers.ResultReturned;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.dossiers.model.Result;
import org.motcua.eservices.Delivery;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.clock.CountryTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Makes the result of an approved dossier and returns it to the applicant. */
@Service
class MakeResult {

  private final DossierStore dossiers;
  private final ResultPapers papers;
  private final Certificates certificates;
  private final SchedulerClient jobs;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final JsonMapper json;
  private final Clock clock;

  MakeResult(
      DossierStore dossiers,
      ResultPapers papers,
      Certificates certificates,
      SchedulerClient jobs,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      AuditTrail audit,
      JsonMapper json,
      Clock clock) {
    this.dossiers = dossiers;
    this.papers = papers;
    this.certificates = certificates;
    this.jobs = jobs;
    this.transaction = transaction;
    this.events = events;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * In the decision's own transaction: decided means that a result will be made, if the service has
   * one.
   */
  @Transactional
  void order(Dossier approved, DeskOfficer leader) {
    if (!papers.areMade(approved)) return;
    var today = clock.instant().atZone(CountryTime.ZONE).toLocalDate();
    int number =
        dossiers.nextInRegister(
            approved.decidingAgency(), approved.service().slug(), today.getYear());
    var order =
        new ResultOrder(
            approved.id().value(), number + "/" + today.getYear(), today, leader.name());
    // At once by the scheduler's own clock, which is not ours.
    jobs.schedule(
        new TaskInstance<>(
            MakeResultJob.NAME, approved.id().toString(), json.writeValueAsString(order)),
        Instant.now());
  }

  /** Whether the portal makes one: of a notice, the agency only takes note. */
  boolean areMade(Dossier dossier) {
    return papers.areMade(dossier);
  }

  /** May run twice, and be killed anywhere: one dossier has one certificate, returned once. */
  void make(ResultOrder order) {
    var id = new DossierId(order.dossier());
    var approved = dossiers.find(id).filter(MakeResult::lacksResult);
    if (approved.isEmpty()) return;
    var certificate = certificates.issue(papers.order(approved.get(), order));
    transaction.executeWithoutResult(status -> finish(id, certificate));
  }

  private static boolean lacksResult(Dossier dossier) {
    return dossier.status() == DossierStatus.FINISHED && dossier.result() == null;
  }

  private void finish(DossierId id, Certificate certificate) {
    dossiers
        .findForUpdate(id)
        .filter(MakeResult::lacksResult)
        .ifPresent(
            dossier ->
                finish(
                    dossier.made(
                        new Result(certificate.document(), certificate.code().toString()))));
  }

  /** Online it reaches the applicant at once; otherwise it waits for him, or for the post. */
  private void finish(Dossier made) {
    var now = clock.instant();
    var delivery = requireNonNull(made.delivery());
    if (delivery == Delivery.ONLINE) {
      note(made.returnResult(now), Event.RESULT_RETURNED, now);
      events.publishEvent(
          new ResultReturned(
              made.id(),
              made.submittedCode(),
              made.applicant().account(),
              now,
              Delivery.ONLINE,
              requireNonNull(made.result()).verificationCode()));
    } else {
      note(made, Event.RESULT_READY, now);
      events.publishEvent(
          new ResultReady(
              made.id(), made.submittedCode(), made.applicant().account(), now, delivery));
    }
  }

  private void note(Dossier dossier, Event event, Instant now) {
    dossiers.move(dossier);
    dossiers.append(
        dossier.id(),
        new HistoryEntry(
            now, event, dossier.status(), dossier.step(), new Actor.ThePortal(), null));
    audit.record(
        "system:dossiers",
        "dossiers." + event.name().toLowerCase(Locale.ROOT),
        "dossier",
        dossier.id().toString(),
        Map.of("code", dossier.submittedCode().value()));
  }
}
