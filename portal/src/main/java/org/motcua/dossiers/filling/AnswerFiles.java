package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Examination;
import org.motcua.documents.Examined;
import org.motcua.documents.StoredDocument;
import org.motcua.documents.StoringOutcome.Refused;
import org.motcua.documents.Upload;
import org.motcua.dossiers.access.Changeable;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.forms.Answers;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormPage;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files that are answers and come with their page. Each belongs to the dossier like its papers, so
 * that whoever may open those may open it.
 */
@Component
class AnswerFiles {

  private final Documents documents;
  private final DossierStore dossiers;
  private final Messages messages;
  private final Clock clock;

  AnswerFiles(Documents documents, DossierStore dossiers, Messages messages, Clock clock) {
    this.documents = documents;
    this.dossiers = dossiers;
    this.messages = messages;
    this.clock = clock;
  }

  /** What became of the files, and why some were not taken. */
  record Filed(Dossier dossier, List<Fault> faults) {}

  /** Looks at what was sent; that takes its time, and no transaction waits for it. */
  Map<String, Examination> examine(
      FormPage page, MultiValueMap<String, MultipartFile> files, CurrentUser user) {
    var examined = new LinkedHashMap<String, Examination>();
    for (var question : page.questions()) {
      var file = files.getFirst(question.id());
      if (isFile(question) && file != null && !file.isEmpty()) {
        examined.put(question.id(), documents.examine(Upload.of(file).by(user.actor())));
      }
    }
    return examined;
  }

  /** For who cannot use them after all. */
  void release(Map<String, Examination> files) {
    files.values().forEach(this::release);
  }

  private void release(Examination file) {
    if (file instanceof Examined good) documents.release(good);
  }

  /** Each new file takes the place of the one before. */
  Filed keep(
      Dossier before,
      FormPage page,
      Map<String, Examination> files,
      Changeable changeable,
      FillingContext context) {
    var dossier = before;
    var faults = new ArrayList<Fault>();
    for (var question : page.questions()) {
      switch (files.get(question.id())) {
        case null -> {}
        case Examination file when !changeable.question(question.id()) -> {
          release(file);
          var name = question.name().in(context.language());
          var text = messages.text(context.language(), "forms.fault.not_asked", name);
          faults.add(new Fault(page.id(), question.id(), question.id(), text));
        }
        case Examined file -> dossier = replace(dossier, question, file);
        case Refused why -> {
          var text = messages.text(context.language(), why.messageKey(), why.messageArguments());
          faults.add(new Fault(page.id(), question.id(), question.id(), text));
        }
      }
    }
    return new Filed(dossier, faults);
  }

  Dossier remove(Dossier dossier, Question question) {
    var rest = withoutFile(dossier, question);
    return rest.answer(rest.answers().without(question.id()), clock.instant());
  }

  private Dossier replace(Dossier dossier, Question question, Examined examined) {
    return put(dossier, question, documents.store(examined));
  }

  /** In the place of the one before. */
  Dossier put(Dossier dossier, Question question, StoredDocument document) {
    var now = clock.instant();
    var file = new Attachment(question.id(), document.id(), document.name(), document.size(), now);
    var changed = withoutFile(dossier, question).add(file, now);
    dossiers.attach(changed.id(), file);
    var answer = Map.of("document", document.id().toString(), "name", document.name());
    return changed.answer(changed.answers().with(question.id(), answer), now);
  }

  private Dossier withoutFile(Dossier dossier, Question question) {
    var document = documentOf(dossier.answers(), question).filter(dossier::has);
    if (document.isEmpty()) return dossier;
    dossiers.detach(dossier.id(), document.get());
    // What an agency has asked for and seen is part of its record.
    if (dossier.status().draft()) documents.remove(document.get());
    return dossier.remove(document.get(), clock.instant());
  }

  private static Optional<DocumentId> documentOf(Answers answers, Question question) {
    return answers.document(question.id()).map(UUID::fromString).map(DocumentId::new);
  }

  private static boolean isFile(Question question) {
    return question.type() instanceof QuestionType.File;
  }
}
