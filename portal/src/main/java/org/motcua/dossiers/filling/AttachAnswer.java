package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motcua.documents.Documents;
import org.motcua.documents.Examination;
import org.motcua.documents.Upload;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers a question by a file that comes alone, without its page. */
@Service
public class AttachAnswer {

  private final OwnDossiers own;
  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Documents documents;
  private final AnswerFiles files;
  private final AfterFilling after;
  private final Changeables changeables;
  private final Clock clock;

  AttachAnswer(
      OwnDossiers own,
      DossierStore dossiers,
      OnlineServices services,
      Documents documents,
      AnswerFiles files,
      AfterFilling after,
      Changeables changeables,
      Clock clock) {
    this.own = own;
    this.dossiers = dossiers;
    this.services = services;
    this.documents = documents;
    this.files = files;
    this.after = after;
    this.changeables = changeables;
    this.clock = clock;
  }

  public sealed interface Outcome {

    record Added(Dossier dossier) implements Outcome {}

    record Refused(List<Fault> why) implements Outcome {}

    /** The agency has asked for other things. */
    record NotAsked() implements Outcome {}

    /** No such question of an open dossier of theirs. */
    record NoSuchPlace() implements Outcome {}
  }

  /** Whether a file answers this question of the dossier. */
  public boolean isAsked(DossierId id, CurrentUser user, String question) {
    return own.find(id, user, Power.FILE)
        .filter(Dossier::open)
        .flatMap(dossier -> question(dossier, question))
        .isPresent();
  }

  /** Looking takes its time: no transaction waits for it. */
  public Examination examine(CurrentUser user, Upload upload) {
    return documents.examine(upload.by(user.actor()));
  }

  public void release(Examination file) {
    files.release(Map.of("", file));
  }

  @Transactional
  public Outcome attach(
      DossierId id, CurrentUser user, String questionId, Examination file, Language language) {
    var found = own.findToFillForUpdate(id, user).filter(it -> !it.share().guest());
    var question =
        found
            .filter(opened -> opened.dossier().open())
            .flatMap(opened -> question(opened.dossier(), questionId));
    if (found.isEmpty() || question.isEmpty()) {
      release(file);
      return new Outcome.NoSuchPlace();
    }
    var before = found.get().dossier();
    if (!changeables.of(before).question(questionId)) {
      release(file);
      return new Outcome.NotAsked();
    }
    var page =
        services
            .get(before.service().slug(), before.service().version())
            .form()
            .pageOf(question.get());
    var context = FillingContext.now(clock, language);
    var filed = files.keep(before, page, Map.of(questionId, file), changeables.of(before), context);
    if (!filed.faults().isEmpty()) return new Outcome.Refused(filed.faults());
    dossiers.save(filed.dossier());
    after.filled(found.get(), filed.dossier(), user, page.id());
    return new Outcome.Added(filed.dossier());
  }

  private Optional<Question> question(Dossier dossier, String id) {
    return services
        .get(dossier.service().slug(), dossier.service().version())
        .form()
        .findQuestion(id)
        .filter(question -> question.type() instanceof QuestionType.File);
  }
}
