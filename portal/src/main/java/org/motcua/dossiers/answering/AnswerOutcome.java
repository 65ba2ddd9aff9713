package org.motcua.dossiers.answering;

import java.time.Instant;
import java.util.List;
import org.motcua.dossiers.DossierCode;
import org.motcua.eservices.Paper;
import org.motcua.forms.Fault;

/** What follows when the applicant sends the additions asked for. */
sealed interface AnswerOutcome {

  record Answered(DossierCode code, Instant dueAt) implements AnswerOutcome {}

  /** Nothing is asked (any more); twice is once. */
  record NothingAsked(DossierCode code) implements AnswerOutcome {}

  record AnswersFaulty(List<Fault> faults) implements AnswerOutcome {}

  record PapersMissing(List<Paper> papers) implements AnswerOutcome {}

  record NoSuchDossier() implements AnswerOutcome {}
}
