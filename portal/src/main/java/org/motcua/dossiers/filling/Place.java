package org.motcua.dossiers.filling;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motcua.dossiers.DossierId;
import org.motcua.eservices.FileKind;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.Paper;
import org.motcua.forms.FormPage;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.forms.Words;

/** Where a file goes in a dossier: one of its papers, or a question that is answered by a file. */
sealed interface Place {

  record OfPaper(Paper paper) implements Place {}

  record OfQuestion(FormPage page, Question question) implements Place {}

  static Optional<Place> of(OnlineService service, String id) {
    return service.papers().stream()
        .filter(paper -> paper.id().equals(id))
        .findFirst()
        .<Place>map(OfPaper::new)
        .or(() -> questions(service).filter(each -> each.id().equals(id)).findFirst());
  }

  private static Stream<OfQuestion> questions(OnlineService service) {
    return service.form().pages().stream()
        .flatMap(
            page ->
                page.questions().stream()
                    .filter(question -> question.type() instanceof QuestionType.File)
                    .map(question -> new OfQuestion(page, question)));
  }

  default String id() {
    return switch (this) {
      case OfPaper(var paper) -> paper.id();
      case OfQuestion(var page, var question) -> question.id();
    };
  }

  default Words name() {
    return switch (this) {
      case OfPaper(var paper) -> paper.name();
      case OfQuestion(var page, var question) -> question.name();
    };
  }

  default Set<FileKind> accepts() {
    return switch (this) {
      case OfPaper(var paper) -> paper.accepts();
      case OfQuestion question -> EnumSet.allOf(FileKind.class);
    };
  }

  default Set<String> mediaTypes() {
    return accepts().stream().map(FileKind::mediaType).collect(Collectors.toSet());
  }

  /** Where it is seen. */
  default String address(DossierId dossier) {
    var here = "/my/dossiers/" + dossier;
    return switch (this) {
      case OfPaper(var paper) -> here + "/papers#" + paper.id();
      case OfQuestion(var page, var question) -> here + "/pages/" + page.id() + "#" + question.id();
    };
  }
}
