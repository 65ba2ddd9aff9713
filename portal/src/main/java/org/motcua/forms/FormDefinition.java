package org.motcua.forms;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All that a form asks. Made by {@link FormReader}, so its names and expressions are right. */
public record FormDefinition(List<FormPage> pages, List<ComputedValue> computed) {

  public FormDefinition {
    pages = List.copyOf(pages);
    computed = List.copyOf(computed);
  }

  public FormPage firstPage() {
    return pages.getFirst();
  }

  public Optional<FormPage> findPage(String id) {
    return pages.stream().filter(page -> page.id().equals(id)).findFirst();
  }

  public Optional<Question> findQuestion(String id) {
    return questions().stream().filter(question -> question.id().equals(id)).findFirst();
  }

  /**
   * The questions on whose answers these values rest: questions, parts of their answers, computed
   * values.
   */
  public Set<String> questionsBehind(Set<String> values) {
    var found = new TreeSet<String>();
    var looked = new HashSet<String>();
    var open = new ArrayDeque<>(values);
    while (!open.isEmpty()) {
      var name = open.pop();
      if (!looked.add(name)) continue;
      var computed = findComputed(name);
      if (computed != null) open.addAll(computed.value().names());
      else if (findQuestion(name).isPresent()) found.add(name);
      else if (name.contains(".")) open.push(name.substring(0, name.lastIndexOf('.')));
    }
    return found;
  }

  public FormPage pageOf(Question question) {
    return pages.stream()
        .filter(page -> page.questions().contains(question))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Not of this form: " + question.id()));
  }

  public List<Question> questions() {
    var all = new ArrayList<Question>();
    pages.forEach(page -> all.addAll(page.questions()));
    return all;
  }

  /** The pages that these answers lead to, in order. */
  public List<FormPage> reachablePages(Answers answers, LocalDate today) {
    var situation = situation(answers, today);
    return pages.stream().filter(situation::asks).toList();
  }

  public Optional<FormPage> nextPage(FormPage page, Answers answers, LocalDate today) {
    var position = pages.indexOf(page);
    return reachablePages(answers, today).stream()
        .filter(other -> pages.indexOf(other) > position)
        .findFirst();
  }

  public Optional<FormPage> previousPage(FormPage page, Answers answers, LocalDate today) {
    var position = pages.indexOf(page);
    return reachablePages(answers, today).reversed().stream()
        .filter(other -> pages.indexOf(other) < position)
        .findFirst();
  }

  /** What expressions see when these are the answers and this is the day. */
  public Situation situation(Answers answers, LocalDate today) {
    return new Situation(this, answers, today);
  }

  /** The answers without those to questions that, everything considered, are not asked. */
  public Answers withoutUnasked(Answers answers, LocalDate today) {
    var situation = situation(answers, today);
    var kept = answers;
    for (var id : answers.values().keySet()) {
      var asked = findQuestion(id).filter(situation::asks);
      if (asked.isEmpty()) kept = kept.without(id);
      else if (asked.get().type() instanceof QuestionType.Table table) {
        kept = kept.withRows(id, withoutUnasked(table, answers.rows(id), situation));
      }
    }
    return kept;
  }

  private static List<TableRow> withoutUnasked(
      QuestionType.Table table, List<TableRow> rows, Situation around) {
    return rows.stream()
        .map(
            row -> {
              var situation = around.row(table, row.answers());
              var kept = row.answers();
              for (var column : table.columns()) {
                if (!situation.asks(column)) kept = kept.without(column.id());
              }
              return new TableRow(row.id(), kept);
            })
        .toList();
  }

  public @Nullable ComputedValue findComputed(String id) {
    return computed.stream().filter(value -> value.id().equals(id)).findFirst().orElse(null);
  }
}
