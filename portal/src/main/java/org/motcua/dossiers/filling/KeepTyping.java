package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KnownAnswersStore;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.forms.Typed;
import org.motcua.identity.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Keeps what is being typed, without a word about what is wrong in it. */
@Service
class KeepTyping {

  private final DossierStore dossiers;
  private final DraftsInHand drafts;
  private final FormerPages formerPages;
  private final Forms forms;
  private final KnownAnswersStore knownAnswers;
  private final AfterFilling after;
  private final Changeables changeables;
  private final Clock clock;

  KeepTyping(
      DossierStore dossiers,
      DraftsInHand drafts,
      FormerPages formerPages,
      Forms forms,
      KnownAnswersStore knownAnswers,
      AfterFilling after,
      Changeables changeables,
      Clock clock) {
    this.dossiers = dossiers;
    this.drafts = drafts;
    this.formerPages = formerPages;
    this.forms = forms;
    this.knownAnswers = knownAnswers;
    this.after = after;
    this.changeables = changeables;
    this.clock = clock;
  }

  record Kept(Dossier dossier, Typed typed) {}

  /**
   * Empty where nothing can be typed: no such draft or page (any more), or it was submitted
   * meanwhile.
   */
  @Transactional
  Optional<Kept> keep(
      DossierId id,
      CurrentUser user,
      String pageId,
      MultiValueMap<String, String> submitted,
      FillingContext context) {
    var draft = drafts.findForUpdate(id, user).filter(DraftInHand::open);
    if (draft.isEmpty()) return Optional.empty();
    var page = draft.get().findPage(pageId);
    if (page.isEmpty()) formerPages.keep(id, user, submitted, context);
    return page.map(found -> keep(draft.get(), user, found, submitted, context));
  }

  private Kept keep(
      DraftInHand draft,
      CurrentUser user,
      FormPage page,
      MultiValueMap<String, String> submitted,
      FillingContext context) {
    var dossier = draft.dossier();
    var known = knownAnswers.find(dossier.id()).fixing(changeables.of(dossier).fixedQuestions());
    var typed = forms.typed(draft.form(), page, submitted, dossier.answers(), known, context);
    if (typed.answers().equals(dossier.answers())) return new Kept(dossier, typed);
    var kept = dossier.answer(typed.answers(), clock.instant());
    dossiers.save(kept);
    after.typed(draft.opened(), kept, user, page.id());
    return new Kept(kept, typed);
  }
}
