package org.motcua.dossiers.handling;

import java.util.Locale;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.handling.DeskOutcome.AmountFaulty;
import org.motcua.dossiers.handling.DeskOutcome.ApologisedBefore;
import org.motcua.dossiers.handling.DeskOutcome.AppointmentTooEarly;
import org.motcua.dossiers.handling.DeskOutcome.AskedBefore;
import org.motcua.dossiers.handling.DeskOutcome.CorrectedBefore;
import org.motcua.dossiers.handling.DeskOutcome.CorrectionUnderWay;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.GroundMissing;
import org.motcua.dossiers.handling.DeskOutcome.HandledOutside;
import org.motcua.dossiers.handling.DeskOutcome.InOtherHands;
import org.motcua.dossiers.handling.DeskOutcome.InThePost;
import org.motcua.dossiers.handling.DeskOutcome.NoSuchDossier;
import org.motcua.dossiers.handling.DeskOutcome.NoSuchOfficer;
import org.motcua.dossiers.handling.DeskOutcome.NotByPost;
import org.motcua.dossiers.handling.DeskOutcome.NotMadeYet;
import org.motcua.dossiers.handling.DeskOutcome.NotNow;
import org.motcua.dossiers.handling.DeskOutcome.NothingCorrected;
import org.motcua.dossiers.handling.DeskOutcome.PaidBefore;
import org.motcua.dossiers.handling.DeskOutcome.ReasonMissing;
import org.motcua.dossiers.handling.DeskOutcome.ReceiptMissing;
import org.motcua.dossiers.handling.DeskOutcome.RevokedBefore;
import org.motcua.dossiers.handling.DeskOutcome.RoleMissing;
import org.motcua.dossiers.handling.DeskOutcome.SameHands;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.telling.EntrustedViews;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Role;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** Leads on from an officer's act: to the dossier, with a word on what was not carried out. */
@Component
public class DeskAnswers {

  private final Desk desk;
  private final DeskViews views;
  private final AssignDossier assigning;
  private final EntrustedViews entrusted;
  private final Messages messages;

  DeskAnswers(
      Desk desk,
      DeskViews views,
      AssignDossier assigning,
      EntrustedViews entrusted,
      Messages messages) {
    this.desk = desk;
    this.views = views;
    this.assigning = assigning;
    this.entrusted = entrusted;
    this.messages = messages;
  }

  public String show(
      DeskOutcome outcome, DossierId id, DeskOfficer officer, Language language, Model model) {
    if (outcome instanceof Done) return "redirect:/desk/dossiers/" + id + "?done";
    if (outcome instanceof NoSuchDossier) throw notFound();
    var dossier = desk.find(id, officer).orElseThrow(DeskAnswers::notFound);
    model.addAttribute("view", views.dossier(officer, dossier, words(outcome, language), language));
    return "dossiers/handling/dossier";
  }

  String statusName(DossierStatus status, Language language) {
    return messages.text(language, key("dossiers.status.", status));
  }

  /** Why an act was not carried out. */
  public String words(DeskOutcome refusal, Language language) {
    return switch (refusal) {
      case Done(Dossier dossier) -> "";
      case NoSuchDossier none -> "";
      case NotNow(DossierStatus status) ->
          say(language, "not_now", messages.text(language, key("dossiers.status.", status)));
      case RoleMissing(Role role) ->
          say(language, "role_missing", messages.text(language, key("dossiers.role.", role)));
      case InOtherHands(OfficerId handler) ->
          say(language, "other_hands", String.valueOf(assigning.nameOf(handler)));
      case ReasonMissing none -> say(language, "reason_missing");
      case ReceiptMissing none -> say(language, "receipt_missing");
      case AskedBefore none -> say(language, "asked_before");
      case DeskOutcome.OpinionAwaited none -> say(language, "opinion_awaited");
      case DeskOutcome.WorkElsewhere(AgencyId agency) ->
          say(language, "work_elsewhere", entrusted.nameOf(agency));
      case DeskOutcome.NotYours none -> say(language, "not_yours");
      case DeskOutcome.EntrustedEnded none -> say(language, "entrusted_ended");
      case DeskOutcome.NobodyThere none -> say(language, "nobody_there");
      case HandledOutside none -> say(language, "outside");
      case SameHands none -> say(language, "same_hands");
      case NoSuchOfficer none -> say(language, "no_such_officer");
      case ApologisedBefore none -> say(language, "apologised_before");
      case AppointmentTooEarly none -> say(language, "appointment_too_early");
      case PaidBefore none -> say(language, "paid_before");
      case DeskOutcome.FeeOwed none -> say(language, "fee_owed");
      case AmountFaulty none -> say(language, "amount_faulty");
      case NotMadeYet none -> say(language, "not_made_yet");
      case NotByPost none -> say(language, "not_by_post");
      case InThePost(String givenBy) -> say(language, "in_the_post", givenBy);
      case CorrectionUnderWay(String leader) -> say(language, "correction_under_way", leader);
      case CorrectedBefore none -> say(language, "corrected_before");
      case NothingCorrected none -> say(language, "nothing_corrected");
      case RevokedBefore none -> say(language, "revoked_before");
      case GroundMissing none -> say(language, "ground_missing");
    };
  }

  private String say(Language language, String what, Object... details) {
    return messages.text(language, "dossiers.desk." + what, details);
  }

  private static String key(String prefix, Enum<?> value) {
    return prefix + value.name().toLowerCase(Locale.ROOT);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
