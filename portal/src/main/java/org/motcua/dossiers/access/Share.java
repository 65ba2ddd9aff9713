package org.motcua.dossiers.access;

import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Participation;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.FormPage;

/**
 * How much of a dossier somebody may fill in. What is not shared does not exist for him.
 *
 * @param by the invitation by which he does; null: it is his own
 */
public record Share(@Nullable Participation by) {

  static final Share WHOLE = new Share(null);

  /** Somebody else's dossier, to which one was invited. */
  public boolean guest() {
    return by != null;
  }

  public boolean fills(FormPage page) {
    return by == null || by.parts().has(page.id());
  }

  public boolean fillsPapers() {
    return by == null || by.parts().hasPapers();
  }

  public boolean seesAll() {
    return by == null || by.seesAll() || by.parts().whole();
  }

  /** Whether a file of this paper, or one that answers this question, may be opened. */
  public boolean opens(String paperOrQuestion, FormDefinition form) {
    if (seesAll()) return true;
    return form.findQuestion(paperOrQuestion)
        .map(question -> fills(form.pageOf(question)))
        .orElseGet(this::fillsPapers);
  }
}
