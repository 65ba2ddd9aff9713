package org.motcua.dossiers.submitting;

import java.time.Instant;
import java.util.List;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.signing.NeededSigner;
import org.motcua.eservices.Paper;
import org.motcua.forms.Fault;

/** What follows when the applicant sends the additions asked for. */
public sealed interface AdditionsOutcome {

  record Supplied(DossierCode code, Instant dueAt) implements AdditionsOutcome {}

  /** Nothing is asked (any more); twice is once. */
  record NothingAsked(DossierCode code) implements AdditionsOutcome {}

  record AnswersFaulty(List<Fault> faults) implements AdditionsOutcome {}

  record PapersMissing(List<Paper> papers) implements AdditionsOutcome {}

  /** Others who have signed have to sign what was changed, too. */
  record SignaturesMissing(List<NeededSigner> signers) implements AdditionsOutcome {}

  record NoSuchDossier() implements AdditionsOutcome {}
}
