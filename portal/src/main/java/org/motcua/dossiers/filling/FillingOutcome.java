package org.motcua.dossiers.filling;

import java.util.List;
import org.motcua.dossiers.model.Dossier;
import org.motcua.forms.Fault;
import org.motcua.forms.FormPage;

/** What follows when a page of the form, or a paper, was sent. Whatever was typed is kept. */
sealed interface FillingOutcome {

  /** What was sent is kept. */
  sealed interface Kept extends FillingOutcome {

    Dossier dossier();
  }

  record Saved(Dossier dossier, FormPage page) implements Kept {}

  /** The page has faults, or more to ask. */
  record ShowAgain(Dossier dossier, FormPage page, List<Fault> faults) implements Kept {}

  /** It was submitted meanwhile, perhaps in another window. */
  record Closed(Dossier dossier) implements FillingOutcome {}

  record NoSuchPage() implements FillingOutcome {}
}
