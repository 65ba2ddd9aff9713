package org.motcua.dossiers.filling;

import java.time.Clock;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.model.CarriedOverStore;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KnownAnswersStore;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.identity.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/**
 * Pages that somebody still has before him and a newer version of the service has no more. They
 * lead to the draft, where it is told what has changed.
 */
@Component
class FormerPages {

  private final DraftsInHand drafts;
  private final CarriedOverStore carriedOvers;
  private final KnownAnswersStore knownAnswers;
  private final DossierStore dossiers;
  private final Forms forms;
  private final AfterFilling after;
  private final Changeables changeables;
  private final Clock clock;

  FormerPages(
      DraftsInHand drafts,
      CarriedOverStore carriedOvers,
      KnownAnswersStore knownAnswers,
      DossierStore dossiers,
      Forms forms,
      AfterFilling after,
      Changeables changeables,
      Clock clock) {
    this.drafts = drafts;
    this.carriedOvers = carriedOvers;
    this.knownAnswers = knownAnswers;
    this.dossiers = dossiers;
    this.forms = forms;
    this.after = after;
    this.changeables = changeables;
    this.clock = clock;
  }

  /** Whether a page that is not there may have been. */
  boolean mayHaveBeen(DossierId id) {
    return carriedOvers.find(id).isPresent();
  }

  /** Keeps what was sent from one, as far as it is asked on other pages now; false if none was. */
  @Transactional
  boolean keep(
      DossierId id,
      CurrentUser user,
      MultiValueMap<String, String> submitted,
      FillingContext context) {
    var found = drafts.findForUpdate(id, user);
    if (found.isEmpty() || !mayHaveBeen(id)) return false;
    if (found.get().open()) keep(found.get(), user, submitted, context);
    return true;
  }

  private void keep(
      DraftInHand draft,
      CurrentUser user,
      MultiValueMap<String, String> submitted,
      FillingContext context) {
    var dossier = draft.dossier();
    var known = knownAnswers.find(dossier.id()).fixing(changeables.of(dossier).fixedQuestions());
    var answers =
        forms.moved(draft.form(), draft.pages(), submitted, dossier.answers(), known, context);
    if (answers.equals(dossier.answers())) return;
    var kept = dossier.answer(answers, clock.instant());
    dossiers.save(kept);
    after.filled(draft.opened(), kept, user, draft.pages().getFirst().id());
  }
}
