package org.motcua.catalogue.questioning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.FoundBeside;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.model.ProcedureStore;
import org.motcua.catalogue.questioning.model.PublishedQuestion;
import org.springframework.stereotype.Component;

/** Published questions are found by question, answer and the name of their procedure. */
@Component
class FoundQuestions implements FoundBeside {

  private final Questions questions;
  private final ProcedureStore procedures;

  FoundQuestions(Questions questions, ProcedureStore procedures) {
    this.questions = questions;
    this.procedures = procedures;
  }

  @Override
  public Kind kind() {
    return Kind.QUESTION;
  }

  @Override
  public List<Entry> list(@Nullable String after, int limit) {
    var key = after == null ? null : QuestionId.parse(after).orElse(null);
    return entries(questions.list(key, limit));
  }

  @Override
  public Optional<Entry> find(String key) {
    var found = QuestionId.parse(key).flatMap(questions::find).stream().toList();
    return entries(found).stream().findFirst();
  }

  private List<Entry> entries(List<PublishedQuestion> found) {
    var codes =
        found.stream()
            .flatMap(question -> Optional.ofNullable(question.procedure()).stream())
            .collect(Collectors.toSet());
    var names =
        procedures.findAll(codes).stream()
            .collect(Collectors.toMap(Procedure::code, Procedure::name));
    return found.stream().map(question -> entry(question, names)).toList();
  }

  private static Entry entry(PublishedQuestion question, Map<ProcedureCode, String> names) {
    var texts = question.texts();
    var procedure = question.procedure();
    return new Entry(
        question.id().toString(),
        texts.question(),
        texts.inEnglish() ? texts.questionEnglish() : null,
        texts.answer(),
        texts.inEnglish() ? texts.answerEnglish() : null,
        procedure == null ? null : names.get(procedure),
        "/questions/" + question.id());
  }
}
