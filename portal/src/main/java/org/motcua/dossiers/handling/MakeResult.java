package org.motcua.dossiers.handling;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.motcua.documents.Certificate;
import org.motcua.documents.Certificates;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.ResultReturned;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.Result;
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

  /** May run twice, and be killed anywhere: one dossier has one certificate, returned once. */
  void make(ResultOrder order) {
    var id = new DossierId(order.dossier());
    var approved = dossiers.find(id).filter(dossier -> dossier.allows(Act.RETURN_RESULT));
    if (approved.isEmpty()) return;
    var certificate = certificates.issue(papers.order(approved.get(), order));
    transaction.executeWithoutResult(status -> returnTo(id, certificate));
  }

  private void returnTo(DossierId id, Certificate certificate) {
    dossiers
        .findForUpdate(id)
        .filter(dossier -> dossier.allows(Act.RETURN_RESULT))
        .ifPresent(dossier -> returnTo(dossier, certificate));
  }

  private void returnTo(Dossier dossier, Certificate certificate) {
    var now = clock.instant();
    var code = certificate.code().toString();
    var returned = dossier.returnResult(new Result(certificate.document(), code), now);
    dossiers.save(returned);
    dossiers.append(
        returned.id(),
        new HistoryEntry(
            now,
            HistoryEntry.Event.RESULT_RETURNED,
            returned.status(),
            returned.step(),
            new Actor.ThePortal(),
            null));
    audit.record(
        "system:dossiers",
        "dossiers.result_returned",
        "dossier",
        returned.id().toString(),
        Map.of("code", returned.submittedCode().value()));
    events.publishEvent(
        new ResultReturned(
            returned.id(), returned.submittedCode(), returned.applicant().account(), now, code));
  }
}
