package org.motcua.dossiers.submitting;

import java.time.Instant;
import java.util.List;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.signing.NeededSigner;
import org.motcua.eservices.Paper;
import org.motcua.forms.Fault;

/** Every answer the citizen can get; the controller's {@code switch} words each one. */
public sealed interface SubmissionOutcome {

  record Submitted(DossierCode code, Instant dueAt) implements SubmissionOutcome {}

  /** Twice is once: the code of the first time. */
  record AlreadySubmitted(DossierCode code) implements SubmissionOutcome {}

  record AnswersFaulty(List<Fault> faults) implements SubmissionOutcome {}

  record PapersMissing(List<Paper> papers) implements SubmissionOutcome {}

  /** The place answered has no agency that receives this service. */
  /** It goes by post, and nobody has said where. */
  record AddressMissing() implements SubmissionOutcome {}

  record NobodyReceives() implements SubmissionOutcome {}

  /** It was not agreed yet that papers out of a store go to this agency. */
  record ConsentMissing() implements SubmissionOutcome {}

  /** Others who have to sign have not, or cannot. */
  record SignaturesMissing(List<NeededSigner> signers) implements SubmissionOutcome {}

  /** Who hands it in for the applicant has signed it for himself. */
  record SignedIt() implements SubmissionOutcome {}

  /** The box under the declaration was not ticked. */
  record NotDeclared() implements SubmissionOutcome {}

  /** It is handed in with others, from their own page. */
  record PartOfSeveral() implements SubmissionOutcome {}

  /**
   * It is handed in once this is paid.
   *
   * @param page where it is paid: a path of the portal
   * @param dong what is still to be paid
   */
  record PayFirst(String page, long dong) implements SubmissionOutcome {}

  record NoSuchDossier() implements SubmissionOutcome {}
}
