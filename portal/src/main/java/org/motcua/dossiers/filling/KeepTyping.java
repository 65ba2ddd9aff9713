package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OpenedDossier;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KnownAnswersStore;
import org.motcua.eservices.OnlineServices;
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
  private final OwnDossiers own;
  private final OnlineServices services;
  private final Forms forms;
  private final KnownAnswersStore knownAnswers;
  private final AfterFilling after;
  private final Clock clock;

  KeepTyping(
      DossierStore dossiers,
      OwnDossiers own,
      OnlineServices services,
      Forms forms,
      KnownAnswersStore knownAnswers,
      AfterFilling after,
      Clock clock) {
    this.dossiers = dossiers;
    this.own = own;
    this.services = services;
    this.forms = forms;
    this.knownAnswers = knownAnswers;
    this.after = after;
    this.clock = clock;
  }

  record Kept(Dossier dossier, Typed typed) {}

  /** Empty where nothing can be typed: no such draft or page, or it was submitted meanwhile. */
  @Transactional
  Optional<Kept> keep(
      DossierId id,
      CurrentUser user,
      String pageId,
      MultiValueMap<String, String> submitted,
      FillingContext context) {
    return own.findToFillForUpdate(id, user)
        .filter(opened -> opened.dossier().open())
        .flatMap(
            opened ->
                services
                    .get(opened.dossier().service().slug(), opened.dossier().service().version())
                    .form()
                    .findPage(pageId)
                    .filter(opened.share()::fills)
                    .map(page -> keep(opened, user, page, submitted, context)));
  }

  private Kept keep(
      OpenedDossier opened,
      CurrentUser user,
      FormPage page,
      MultiValueMap<String, String> submitted,
      FillingContext context) {
    var dossier = opened.dossier();
    var form = services.get(dossier.service().slug(), dossier.service().version()).form();
    var known = knownAnswers.find(dossier.id());
    var typed = forms.typed(form, page, submitted, dossier.answers(), known, context);
    if (typed.answers().equals(dossier.answers())) return new Kept(dossier, typed);
    var kept = dossier.answer(typed.answers(), clock.instant());
    dossiers.save(kept);
    after.typed(opened, kept, user, page.id());
    return new Kept(kept, typed);
  }
}
