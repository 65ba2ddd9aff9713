package org.motcua.dossiers.filling;

import org.motcua.documents.StoringOutcome;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.Paper;

/** What follows when a file was sent for one of the papers. */
public sealed interface PaperOutcome {

  record Added(Dossier dossier) implements PaperOutcome {}

  /** The file itself is not acceptable. */
  record Refused(Paper paper, StoringOutcome.Refused why) implements PaperOutcome {}

  /** A good file, but this paper is wanted in another form. */
  record WrongKind(Paper paper) implements PaperOutcome {}

  /** What was sent in parts is not whole, or was forgotten meanwhile. */
  record NotWhole(Paper paper) implements PaperOutcome {}

  record TooMany(Paper paper) implements PaperOutcome {}

  /** The agency has asked for other things; this paper stays as it was handed in. */
  record NotAsked(Paper paper) implements PaperOutcome {}

  record Closed(Dossier dossier) implements PaperOutcome {}

  record NoSuchPaper() implements PaperOutcome {}
}
