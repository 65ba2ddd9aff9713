package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.List;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.forms.Answers;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.Forms;
import org.motcua.forms.PageOutcome.Accepted;
import org.motcua.forms.PageOutcome.Faulty;
import org.motcua.forms.PageOutcome.MoreToAsk;
import org.motcua.forms.QuestionType;
import org.motcua.forms.TableRow;
import org.motcua.identity.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/**
 * Keeps a row of a table as it was sent, right or wrong. A row has its id before it is sent for the
 * first time, so that one that comes twice is one.
 */
@Service
class SaveRow {

  private final DossierStore dossiers;
  private final DraftsInHand drafts;
  private final Forms forms;
  private final AfterFilling after;
  private final Changeables changeables;
  private final Clock clock;

  SaveRow(
      DossierStore dossiers,
      DraftsInHand drafts,
      Forms forms,
      AfterFilling after,
      Changeables changeables,
      Clock clock) {
    this.dossiers = dossiers;
    this.drafts = drafts;
    this.forms = forms;
    this.after = after;
    this.changeables = changeables;
    this.clock = clock;
  }

  @Transactional
  RowOutcome save(
      DossierId id,
      CurrentUser user,
      RowPlace place,
      MultiValueMap<String, String> submitted,
      FillingContext context) {
    var draft = drafts.findForUpdate(id, user).orElse(null);
    if (draft == null) return new RowOutcome.NoSuchTable();
    if (!draft.open()) return new RowOutcome.Closed();
    var question = draft.findQuestion(place.question()).orElse(null);
    if (question == null || !(question.type() instanceof QuestionType.Table table)) {
      return new RowOutcome.NoSuchTable();
    }
    if (!changeables.of(draft.dossier()).question(question.id())) {
      return new RowOutcome.NotAsked();
    }
    var form = draft.form();
    var outcome = save(draft.dossier(), form, table, place, submitted, context);
    if (outcome instanceof RowOutcome.Written written) {
      after.filled(draft.opened(), written.dossier(), user, form.pageOf(question).id());
    }
    return outcome;
  }

  private RowOutcome save(
      Dossier dossier,
      FormDefinition form,
      QuestionType.Table table,
      RowPlace place,
      MultiValueMap<String, String> submitted,
      FillingContext context) {
    var rows = dossier.answers().rows(place.question());
    var before = rows.stream().filter(row -> row.id().equals(place.row())).findFirst();
    if (before.isEmpty() && rows.size() >= table.max()) return new RowOutcome.Full();
    var row = before.map(TableRow::answers).orElse(Answers.none());
    return switch (forms.checkRow(form, table, dossier.answers(), submitted, row, context)) {
      case Accepted(Answers answers) -> new RowOutcome.Kept(keep(dossier, place, answers));
      case Faulty(Answers answers, var faults) ->
          new RowOutcome.ShowAgain(keep(dossier, place, answers), answers, faults);
      case MoreToAsk(Answers answers) ->
          new RowOutcome.ShowAgain(keep(dossier, place, answers), answers, List.of());
    };
  }

  private Dossier keep(Dossier dossier, RowPlace place, Answers row) {
    var answers =
        row.isEmpty()
            ? dossier.answers()
            : dossier.answers().withRow(place.question(), new TableRow(place.row(), row));
    var kept = dossier.answer(answers, clock.instant());
    dossiers.save(kept);
    return kept;
  }
}
