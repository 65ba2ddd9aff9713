package org.motcua.dossiers.handling;

import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Role;

/** Every answer an officer can get to an act at the desk. */
public sealed interface DeskOutcome {

  record Done(Dossier dossier) implements DeskOutcome {}

  /** Another officer, or the applicant, was quicker. */
  record NotNow(DossierStatus status) implements DeskOutcome {}

  record RoleMissing(Role needed) implements DeskOutcome {}

  record ReasonMissing() implements DeskOutcome {}

  record ReceiptMissing() implements DeskOutcome {}

  /** Another officer has it in hand. */
  record InOtherHands(OfficerId handler) implements DeskOutcome {}

  /** The service wants another to decide than the one who prepared. */
  record SameHands() implements DeskOutcome {}

  /** Whoever is named does not hold the role here. */
  record NoSuchOfficer() implements DeskOutcome {}

  /** A new appointment is given once only. */
  record ApologisedBefore() implements DeskOutcome {}

  /** It has to be after the one it replaces, and after today. */
  record AppointmentTooEarly() implements DeskOutcome {}

  /** What was owed is paid; nothing can be added to it. */
  record PaidBefore() implements DeskOutcome {}

  record AmountFaulty() implements DeskOutcome {}

  /** The result is handed over once its fees are paid. */
  record FeeOwed() implements DeskOutcome {}

  /** The result has not been made yet. */
  record NotMadeYet() implements DeskOutcome {}

  /** The applicant wants it otherwise, or has given no address. */
  record NotByPost() implements DeskOutcome {}

  /** It is on its way already. */
  record InThePost(String givenBy) implements DeskOutcome {}

  /** Another leader has decided to correct it; the right one is being made. */
  record CorrectionUnderWay(String leader) implements DeskOutcome {}

  /** What the leader looked at was corrected meanwhile. */
  record CorrectedBefore() implements DeskOutcome {}

  /** The answers are as they were. */
  record NothingCorrected() implements DeskOutcome {}

  /** It does not hold any more. */
  record RevokedBefore() implements DeskOutcome {}

  /** By which law, and why in a word that everybody may read. */
  record GroundMissing() implements DeskOutcome {}

  /** Additions are asked for once; a second request is not allowed. */
  record AskedBefore() implements DeskOutcome {}

  /** Others have yet to answer: deciding without them wants to be said, and why. */
  record OpinionAwaited() implements DeskOutcome {}

  /** Others do the work of this step just now. */
  record WorkElsewhere(AgencyId agency) implements DeskOutcome {}

  /** Somebody else has asked it, who may take it back. */
  record NotYours() implements DeskOutcome {}

  /** It was answered or taken back meanwhile. */
  record EntrustedEnded() implements DeskOutcome {}

  /** No officer holds the role at the agency that is to be asked. */
  record NobodyThere() implements DeskOutcome {}

  /** It is handled outside; here one can only look. */
  record HandledOutside() implements DeskOutcome {}

  record NoSuchDossier() implements DeskOutcome {}
}
