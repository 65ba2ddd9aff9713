package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.List;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.filling.FillingOutcome.Closed;
import org.motcua.dossiers.filling.FillingOutcome.NoSuchPage;
import org.motcua.dossiers.filling.FillingOutcome.Saved;
import org.motcua.dossiers.filling.FillingOutcome.ShowAgain;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Answers;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.forms.PageOutcome.Accepted;
import org.motcua.forms.PageOutcome.Faulty;
import org.motcua.forms.PageOutcome.MoreToAsk;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Keeps a page of the form as it was sent, right or wrong, and says where to go on. */
@Service
class SavePage {

  private final DossierStore dossiers;
  private final OwnDossiers own;
  private final OnlineServices services;
  private final Forms forms;
  private final Clock clock;

  SavePage(
      DossierStore dossiers, OwnDossiers own, OnlineServices services, Forms forms, Clock clock) {
    this.dossiers = dossiers;
    this.own = own;
    this.services = services;
    this.forms = forms;
    this.clock = clock;
  }

  @Transactional
  FillingOutcome save(
      DossierId id,
      CurrentUser user,
      String pageId,
      MultiValueMap<String, String> submitted,
      FillingContext context) {
    var found = own.findForUpdate(id, user, Power.FILE);
    if (found.isEmpty()) return new NoSuchPage();
    var dossier = found.get();
    if (!dossier.open()) return new Closed(dossier);
    var form = services.get(dossier.service().slug()).form();
    var page = form.findPage(pageId);
    if (page.isEmpty()) return new NoSuchPage();

    var before = withoutRemovedRow(dossier.answers(), submitted);
    return switch (forms.check(form, page.get(), submitted, before, context)) {
      case Accepted(Answers answers) -> new Saved(keep(dossier, answers), page.get());
      case Faulty faulty ->
          new ShowAgain(keep(dossier, faulty.answers()), page.get(), faulty.faults());
      case MoreToAsk(Answers answers) -> showMore(keep(dossier, answers), page.get());
    };
  }

  private static Answers withoutRemovedRow(
      Answers answers, MultiValueMap<String, String> submitted) {
    return RowPlace.of(submitted.getFirst(RowPlace.REMOVE))
        .map(row -> answers.withoutRow(row.question(), row.row()))
        .orElse(answers);
  }

  private static ShowAgain showMore(Dossier dossier, FormPage page) {
    return new ShowAgain(dossier, page, List.of());
  }

  private Dossier keep(Dossier dossier, Answers answers) {
    var kept = dossier.answer(answers, clock.instant());
    dossiers.save(kept);
    return kept;
  }
}
