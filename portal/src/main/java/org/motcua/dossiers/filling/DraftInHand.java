package org.motcua.dossiers.filling;

import java.util.List;
import java.util.Optional;
import org.motcua.dossiers.access.OpenedDossier;
import org.motcua.dossiers.model.Dossier;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.FormPage;
import org.motcua.forms.Question;

/** A dossier that somebody fills in, with its form; parts that are not his do not exist. */
record DraftInHand(OpenedDossier opened, FormDefinition form) {

  Dossier dossier() {
    return opened.dossier();
  }

  boolean open() {
    return dossier().open();
  }

  List<FormPage> pages() {
    return form.pages().stream().filter(opened.share()::fills).toList();
  }

  Optional<FormPage> findPage(String id) {
    return form.findPage(id).filter(opened.share()::fills);
  }

  Optional<Question> findQuestion(String id) {
    return form.findQuestion(id).filter(found -> opened.share().fills(form.pageOf(found)));
  }

  /** As it is by now, for the same one. */
  DraftInHand with(Dossier dossier) {
    return new DraftInHand(new OpenedDossier(dossier, opened.share()), form);
  }
}
