package org.motcua.dossiers.telling;

import java.time.Instant;
import java.util.stream.Stream;
import org.motcua.dossiers.AdditionsRequested;
import org.motcua.dossiers.AdditionsSupplied;
import org.motcua.dossiers.Apologised;
import org.motcua.dossiers.DossierAccepted;
import org.motcua.dossiers.DossierApproved;
import org.motcua.dossiers.DossierEvent;
import org.motcua.dossiers.DossierRefused;
import org.motcua.dossiers.DossierStopped;
import org.motcua.dossiers.DossierSubmitted;
import org.motcua.dossiers.OutsideStepTaken;
import org.motcua.dossiers.PaymentRequested;
import org.motcua.dossiers.PaymentSettled;
import org.motcua.dossiers.ResultCorrected;
import org.motcua.dossiers.ResultReady;
import org.motcua.dossiers.ResultReturned;
import org.motcua.dossiers.ResultRevoked;
import org.motcua.dossiers.WithdrawalDenied;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.OutsideStore;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.Accounts;
import org.motcua.notifications.Notice;
import org.motcua.notifications.Notifications;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the applicant what happened, in the transaction of the act itself: either both are safe in
 * the database or neither; what goes out by SMS and mail follows. Told twice is told once.
 */
@Component
class ApplicantNotices {

  private final Notifications notifications;
  private final Accounts accounts;
  private final DossierStore dossiers;
  private final OnlineServices services;
  private final OutsideStore cases;

  ApplicantNotices(
      Notifications notifications,
      Accounts accounts,
      DossierStore dossiers,
      OnlineServices services,
      OutsideStore cases) {
    this.notifications = notifications;
    this.accounts = accounts;
    this.dossiers = dossiers;
    this.services = services;
    this.cases = cases;
  }

  @EventListener
  void on(DossierSubmitted event) {
    var by = event.by();
    if (by == null) tell(event, "submitted", when(event, event.dueAt()));
    else tell(event, "submitted_for", when(event, event.dueAt()), by);
  }

  @EventListener
  void on(DossierAccepted event) {
    var outside = cases.find(event.id());
    if (outside.isEmpty()) tell(event, "accepted", when(event, event.dueAt()));
    else tell(event, "outside_accepted", when(event, event.dueAt()), outside.get().theirCode());
  }

  @EventListener
  void on(DossierRefused event) {
    tell(event, "refused", event.reason());
  }

  @EventListener
  void on(AdditionsRequested event) {
    tell(event, "additions_requested", String.valueOf(event.points()));
  }

  @EventListener
  void on(AdditionsSupplied event) {
    tell(event, "additions_supplied", when(event, event.dueAt()));
  }

  @EventListener
  void on(DossierApproved event) {
    tell(
        event,
        cases.find(event.id()).isPresent()
            ? "outside_finished"
            : hasResult(event) ? "approved" : "noted",
        "");
  }

  @EventListener
  void on(PaymentRequested event) {
    tell(event, "payment_requested", formats(event).money(event.dong()));
  }

  @EventListener
  void on(PaymentSettled event) {
    tell(event, "payment_settled", when(event, event.dueAt()), event.receipt());
  }

  @EventListener
  void on(WithdrawalDenied event) {
    tell(event, "withdrawal_denied", event.reason());
  }

  @EventListener
  void on(Apologised event) {
    var how = event.reason().isEmpty() ? "late" : "apologised";
    tell(event, how, when(event, event.promisedAt()), event.reason());
  }

  @EventListener
  void on(ResultReady event) {
    tell(event, event.delivery() == Delivery.POST ? "ready_for_post" : "ready_at_counter");
  }

  private boolean hasResult(DossierApproved event) {
    var service = dossiers.find(event.id()).orElseThrow().service();
    return services.get(service.slug(), service.version()).result() != null;
  }

  @EventListener
  void on(OutsideStepTaken event) {
    var vietnamese = accounts.languageOf(event.applicant()) == Language.VIETNAMESE;
    // Several may be told of in one moment; each stage is reached once.
    tellOnce(
        event.step().stage(),
        event,
        "outside_step",
        vietnamese ? event.step().vi() : event.step().en());
  }

  @EventListener
  void on(DossierStopped event) {
    tell(event, "stopped", event.reason());
  }

  @EventListener
  void on(ResultReturned event) {
    var code = event.verificationCode();
    if (code == null) tell(event, "handed_over");
    else tell(event, "returned", code);
  }

  @EventListener
  void on(ResultCorrected event) {
    tell(event, "corrected", event.reason(), event.verificationCode());
  }

  @EventListener
  void on(ResultRevoked event) {
    tell(event, "revoked", event.reason(), event.law());
  }

  private void tell(DossierEvent event, String what, String... details) {
    tellOnce(String.valueOf(event.at().toEpochMilli()), event, what, details);
  }

  /**
   * @param knownBy tells it apart from others of its kind about the same dossier
   */
  private void tellOnce(String knownBy, DossierEvent event, String what, String... details) {
    notifications.sendOnce(
        "dossiers." + what + ":" + event.id() + ":" + knownBy,
        event.applicant(),
        new Notice(
            "dossiers.notice." + what,
            Stream.concat(Stream.of(event.code().value()), Stream.of(details)).toList(),
            "/my/dossiers/" + event.id()));
  }

  private String when(DossierEvent event, Instant instant) {
    return formats(event).dateTime(instant);
  }

  private Formats formats(DossierEvent event) {
    return new Formats(accounts.languageOf(event.applicant()));
  }
}
