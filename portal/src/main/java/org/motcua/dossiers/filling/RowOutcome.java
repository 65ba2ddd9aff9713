package org.motcua.dossiers.filling;

import java.util.List;
import org.motcua.dossiers.model.Dossier;
import org.motcua.forms.Answers;
import org.motcua.forms.Fault;

/** What follows when a row of a table was sent. Whatever was typed is kept. */
sealed interface RowOutcome {

  /** What was sent is kept. */
  sealed interface Written extends RowOutcome {

    Dossier dossier();
  }

  record Kept(Dossier dossier) implements Written {}

  /** The row has faults, or more to ask. */
  record ShowAgain(Dossier dossier, Answers row, List<Fault> faults) implements Written {}

  /** There are as many as there may be. */
  record Full() implements RowOutcome {}

  /** It was submitted meanwhile, perhaps in another window. */
  record Closed() implements RowOutcome {}

  /** The agency has asked for other things; the table stays as it was handed in. */
  record NotAsked() implements RowOutcome {}

  record NoSuchTable() implements RowOutcome {}
}
