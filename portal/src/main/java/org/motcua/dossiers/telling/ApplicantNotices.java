package org.motcua.dossiers.telling;

import java.util.List;
import java.util.function.Function;
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
import org.motcua.dossiers.FeeDemanded;
import org.motcua.dossiers.FeeSettled;
import org.motcua.dossiers.LetterCameBack;
import org.motcua.dossiers.LetterTaken;
import org.motcua.dossiers.OutsideStepTaken;
import org.motcua.dossiers.ResultCorrected;
import org.motcua.dossiers.ResultReady;
import org.motcua.dossiers.ResultReturned;
import org.motcua.dossiers.ResultRevoked;
import org.motcua.dossiers.WithdrawalDenied;
import org.motcua.eservices.Delivery;
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

  ApplicantNotices(Notifications notifications) {
    this.notifications = notifications;
  }

  @EventListener
  void on(DossierSubmitted event) {
    var by = event.by();
    if (by == null) tell(event, "submitted", in -> List.of(in.dateTime(event.dueAt())));
    else tell(event, "submitted_for", in -> List.of(in.dateTime(event.dueAt()), by));
  }

  @EventListener
  void on(DossierAccepted event) {
    var theirCode = event.theirCode();
    if (theirCode == null) tell(event, "accepted", in -> List.of(in.dateTime(event.dueAt())));
    else tell(event, "outside_accepted", in -> List.of(in.dateTime(event.dueAt()), theirCode));
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
    tell(event, "additions_supplied", in -> List.of(in.dateTime(event.dueAt())));
  }

  @EventListener
  void on(DossierApproved event) {
    tell(
        event,
        switch (event.next()) {
          case RESULT -> "approved";
          case NOTHING -> "noted";
          case DONE_OUTSIDE -> "outside_finished";
        },
        "");
  }

  @EventListener
  void on(FeeDemanded event) {
    tell(event, "payment_requested", in -> List.of(in.money(event.dong())));
  }

  @EventListener
  void on(FeeSettled event) {
    if (event.receipt().isEmpty()) {
      tell(event, "paid_online", in -> List.of(in.dateTime(event.dueAt())));
      return;
    }
    tell(event, "payment_settled", in -> List.of(in.dateTime(event.dueAt()), event.receipt()));
  }

  @EventListener
  void on(WithdrawalDenied event) {
    tell(event, "withdrawal_denied", event.reason());
  }

  @EventListener
  void on(Apologised event) {
    var how = event.reason().isEmpty() ? "late" : "apologised";
    tell(event, how, in -> List.of(in.dateTime(event.promisedAt()), event.reason()));
  }

  @EventListener
  void on(ResultReady event) {
    tell(event, event.delivery() == Delivery.POST ? "ready_for_post" : "ready_at_counter");
  }

  @EventListener
  void on(OutsideStepTaken event) {
    var step = event.step();
    // Several may be told of in one moment; each stage is reached once.
    tellOnce(
        step.stage(),
        event,
        "outside_step",
        in -> List.of(in.language() == Language.VIETNAMESE ? step.vi() : step.en()));
  }

  @EventListener
  void on(DossierStopped event) {
    tell(event, "stopped", event.reason());
  }

  @EventListener
  void on(ResultReturned event) {
    var code = event.verificationCode() == null ? "" : event.verificationCode();
    switch (event.how()) {
      case ONLINE -> tell(event, "returned", code);
      case COUNTER -> tell(event, "handed_over");
      case POST -> tell(event, "delivered", code);
    }
  }

  @EventListener
  void on(LetterTaken event) {
    tell(event, "posted", event.tracking());
  }

  @EventListener
  void on(LetterCameBack event) {
    tell(event, "came_back", event.reason());
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
    tell(event, what, in -> List.of(details));
  }

  private void tell(DossierEvent event, String what, Function<Formats, List<String>> details) {
    tellOnce(String.valueOf(event.at().toEpochMilli()), event, what, details);
  }

  /**
   * @param knownBy tells it apart from others of its kind about the same dossier
   */
  private void tellOnce(
      String knownBy, DossierEvent event, String what, Function<Formats, List<String>> details) {
    notifications.sendOnce(
        "dossiers." + what + ":" + event.id() + ":" + knownBy,
        event.applicant(),
        language ->
            new Notice(
                "dossiers.notice." + what,
                Stream.concat(
                        Stream.of(event.code().value()),
                        details.apply(new Formats(language)).stream())
                    .toList(),
                "/my/dossiers/" + event.id()));
  }
}
