package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.motcua.documents.Examination;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.Changeable;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.filling.FillingOutcome.Closed;
import org.motcua.dossiers.filling.FillingOutcome.NoSuchPage;
import org.motcua.dossiers.filling.FillingOutcome.Saved;
import org.motcua.dossiers.filling.FillingOutcome.ShowAgain;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.forms.Answers;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.forms.PageOutcome.Accepted;
import org.motcua.forms.PageOutcome.Faulty;
import org.motcua.forms.PageOutcome.MoreToAsk;
import org.motcua.forms.Prefill;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.identity.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** Keeps a page of the form as it was sent, right or wrong, and says where to go on. */
@Service
class SavePage {

  private final DossierStore dossiers;
  private final DraftsInHand drafts;
  private final Forms forms;
  private final AnswerFiles answerFiles;
  private final AfterFilling after;
  private final Changeables changeables;
  private final Clock clock;

  SavePage(
      DossierStore dossiers,
      DraftsInHand drafts,
      Forms forms,
      AnswerFiles answerFiles,
      AfterFilling after,
      Changeables changeables,
      Clock clock) {
    this.dossiers = dossiers;
    this.drafts = drafts;
    this.forms = forms;
    this.answerFiles = answerFiles;
    this.after = after;
    this.changeables = changeables;
    this.clock = clock;
  }

  /**
   * @param known what stands as it is known, whatever was sent
   */
  @Transactional
  FillingOutcome save(
      DossierId id,
      CurrentUser user,
      String pageId,
      MultiValueMap<String, String> submitted,
      Map<String, Examination> files,
      Prefill known,
      FillingContext context) {
    var outcome = keep(id, user, pageId, submitted, files, known, context);
    if (outcome instanceof NoSuchPage || outcome instanceof Closed) answerFiles.release(files);
    return outcome;
  }

  private FillingOutcome keep(
      DossierId id,
      CurrentUser user,
      String pageId,
      MultiValueMap<String, String> submitted,
      Map<String, Examination> files,
      Prefill known,
      FillingContext context) {
    var found = drafts.findForUpdate(id, user);
    if (found.isEmpty()) return new NoSuchPage();
    var draft = found.get();
    if (!draft.open()) return new Closed(draft.dossier());
    var page = draft.findPage(pageId);
    if (page.isEmpty()) return new NoSuchPage();

    var outcome = keep(draft.dossier(), draft.form(), page.get(), submitted, files, known, context);
    after.filled(draft.opened(), outcome.dossier(), user, pageId);
    return outcome;
  }

  private FillingOutcome.Kept keep(
      Dossier dossier,
      FormDefinition form,
      FormPage page,
      MultiValueMap<String, String> submitted,
      Map<String, Examination> files,
      Prefill known,
      FillingContext context) {
    var changeable = changeables.of(dossier);
    var rest = withoutRemoved(dossier, page, submitted, changeable);
    var filed = answerFiles.keep(rest, page, files, changeable, context);
    var before = filed.dossier().answers();
    var standing = known.fixing(changeable.fixedQuestions());
    return switch (forms.check(form, page, submitted, before, standing, context)) {
      case Accepted(Answers answers) -> {
        var kept = keep(filed.dossier(), answers);
        yield filed.faults().isEmpty()
            ? new Saved(kept, page)
            : new ShowAgain(kept, page, filed.faults());
      }
      case Faulty(Answers answers, var faults) ->
          new ShowAgain(keep(filed.dossier(), answers), page, all(filed.faults(), faults));
      case MoreToAsk(Answers answers) ->
          new ShowAgain(keep(filed.dossier(), answers), page, filed.faults());
    };
  }

  /** Why a file was not taken says more than that it is missing. */
  private static List<Fault> all(List<Fault> ofFiles, List<Fault> others) {
    var told = ofFiles.stream().map(Fault::questionId).toList();
    return Stream.concat(
            ofFiles.stream(), others.stream().filter(it -> !told.contains(it.questionId())))
        .toList();
  }

  /** Without the row, or the file, whose button was pressed. */
  private Dossier withoutRemoved(
      Dossier dossier,
      FormPage page,
      MultiValueMap<String, String> submitted,
      Changeable changeable) {
    var place = RowPlace.of(submitted.getFirst(RowPlace.REMOVE));
    if (place.isEmpty()) return dossier;
    return page.questions().stream()
        .filter(question -> question.id().equals(place.get().question()))
        .filter(question -> changeable.question(question.id()))
        .findFirst()
        .map(question -> withoutRemoved(dossier, question, place.get()))
        .orElse(dossier);
  }

  private Dossier withoutRemoved(Dossier dossier, Question question, RowPlace place) {
    return switch (question.type()) {
      case QuestionType.File file -> answerFiles.remove(dossier, question);
      case QuestionType.Table table ->
          dossier.answer(dossier.answers().withoutRow(question.id(), place.row()), clock.instant());
      default -> dossier;
    };
  }

  private Dossier keep(Dossier dossier, Answers answers) {
    var kept = dossier.answer(answers, clock.instant());
    dossiers.save(kept);
    return kept;
  }
}
