package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.StoredDocument;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.TakenPaper;
import org.motcua.dossiers.model.TakenPaperStore;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Answers;
import org.motcua.forms.FillingContext;
import org.motcua.forms.QuestionType;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/**
 * Gives a draft the files of another dossier, as far as they are there and asked for. Each is a
 * document of its own with the same content.
 */
@Component
class CopyFiles {

  private final DossierStore dossiers;
  private final TakenPaperStore taken;
  private final AnswerFiles answerFiles;
  private final OnlineServices services;
  private final Documents documents;
  private final Clock clock;

  CopyFiles(
      DossierStore dossiers,
      TakenPaperStore taken,
      AnswerFiles answerFiles,
      OnlineServices services,
      Documents documents,
      Clock clock) {
    this.dossiers = dossiers;
    this.taken = taken;
    this.answerFiles = answerFiles;
    this.services = services;
    this.documents = documents;
    this.clock = clock;
  }

  /** The names of those that did not come along. */
  List<String> from(Dossier former, Dossier draft) {
    var service = services.get(draft.service().slug(), draft.service().version());
    var changed = draft.answer(withoutFiles(draft.answers(), service), clock.instant());
    var fromStores = taken.listOf(former.id());
    var leftOut = new ArrayList<String>();
    for (var file : former.attachments()) {
      var place = placeOf(file, former, changed, service);
      var copy = place.flatMap(there -> documents.copy(file.document()));
      if (copy.isEmpty()) {
        leftOut.add(file.name());
      } else {
        changed = put(changed, place.orElseThrow(), copy.get());
        tellWhereFrom(fromStores, file, changed, copy.get().id());
      }
    }
    dossiers.save(changed);
    return leftOut;
  }

  private Dossier put(Dossier draft, Place place, StoredDocument document) {
    return switch (place) {
      case Place.OfQuestion(var page, var question) -> answerFiles.put(draft, question, document);
      case Place.OfPaper(var paper) -> {
        var now = clock.instant();
        var file = new Attachment(paper.id(), document.id(), document.name(), document.size(), now);
        dossiers.attach(draft.id(), file);
        yield draft.add(file, now);
      }
    };
  }

  /** What came out of a store is known as that again, and agreed to anew. */
  private void tellWhereFrom(
      List<TakenPaper> fromStores, Attachment file, Dossier draft, DocumentId copy) {
    fromStores.stream()
        .filter(paper -> paper.document().equals(file.document()))
        .forEach(
            paper ->
                taken.insert(
                    new TakenPaper(
                        draft.id(),
                        copy,
                        paper.paper(),
                        paper.owner(),
                        paper.source(),
                        paper.validUntil(),
                        clock.instant())));
  }

  private Optional<Place> placeOf(
      Attachment file, Dossier former, Dossier draft, OnlineService service) {
    var today = FillingContext.now(clock, Language.VIETNAMESE).today();
    var situation = service.form().situation(draft.answers(), today);
    var mediaType = documents.get(file.document()).mediaType();
    return Place.of(service, file.paper())
        .filter(place -> place.mediaTypes().contains(mediaType))
        .filter(
            place ->
                switch (place) {
                  case Place.OfPaper(var paper) ->
                      service.papersIn(situation).contains(paper)
                          && draft.attachmentsOf(paper.id()).size() < paper.maxFiles();
                  case Place.OfQuestion(var page, var question) ->
                      former
                          .answers()
                          .document(question.id())
                          .filter(file.document().toString()::equals)
                          .isPresent();
                });
  }

  /** Each comes back with its own copy. */
  private static Answers withoutFiles(Answers answers, OnlineService service) {
    var rest = answers;
    for (var question : service.form().questions()) {
      if (question.type() instanceof QuestionType.File) rest = rest.without(question.id());
    }
    return rest;
  }
}
