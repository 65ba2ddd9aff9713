package org.motcua.catalogue.questioning;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.PublishedQuestion;
import org.springframework.stereotype.Component;

/**
 * Finds what has been answered already, by the words that two questions share. Among the questions
 * on a procedure a few shared words tell enough; a general question is compared with those on the
 * procedures that a search for its words brings up.
 */
@Component
class SimilarQuestions {

  private static final int CANDIDATES = 200;
  private static final int PROCEDURES = 5;
  private static final double ALIKE = 0.5;

  /** Words that every question has. */
  private static final Set<String> COMMON =
      Set.of(
          """
          a ai anh ay ba bao bi cac cai can chi cho chua co con cua cung da dang day
          de den di do duoc em gi hay hoi khi khong la lam len minh mot nao nay neu
          nguoi nhu nhung o ong phai qua ra rang roi sao sau se ta tai the thi thu toi
          tren trong tu va vao vay ve vi voi xin
          """
              .split("\\s+"));

  private final Questions questions;
  private final Catalogue catalogue;

  SimilarQuestions(Questions questions, Catalogue catalogue) {
    this.questions = questions;
    this.catalogue = catalogue;
  }

  /** The most similar first. */
  List<PublishedQuestion> to(String text, @Nullable ProcedureCode procedure, int limit) {
    var words = words(text);
    return candidates(text, procedure)
        .map(question -> new Candidate(question, share(words, words(question.texts().question()))))
        .filter(candidate -> candidate.share >= ALIKE)
        .sorted(
            Comparator.comparingDouble(Candidate::share)
                .reversed()
                .thenComparing(candidate -> candidate.question.id()))
        .limit(limit)
        .map(Candidate::question)
        .toList();
  }

  private Stream<PublishedQuestion> candidates(String text, @Nullable ProcedureCode procedure) {
    var procedures =
        procedure != null
            ? List.of(procedure)
            : catalogue.search(text, PROCEDURES).stream().map(Procedure::code).toList();
    return procedures.stream()
        .flatMap(code -> questions.best(code, null, CANDIDATES).stream())
        .collect(
            Collectors.<PublishedQuestion, QuestionId, PublishedQuestion>toMap(
                PublishedQuestion::id, question -> question, (first, second) -> first))
        .values()
        .stream();
  }

  /** How much of the shorter question the other one says, too; a word or two tell nothing. */
  static double share(Set<String> one, Set<String> other) {
    var fewer = Math.min(one.size(), other.size());
    var shared = one.stream().filter(other::contains).count();
    return shared < Math.min(3, Math.max(2, fewer)) ? 0 : (double) shared / fewer;
  }

  /** The telling words of a text, without case and diacritics, as people often type. */
  static Set<String> words(String text) {
    var plain =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('đ', 'd');
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty() && !COMMON.contains(word))
        .collect(Collectors.toUnmodifiableSet());
  }

  private record Candidate(PublishedQuestion question, double share) {}
}
