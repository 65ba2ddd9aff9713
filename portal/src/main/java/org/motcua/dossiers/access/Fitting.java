package org.motcua.dossiers.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.motcua.forms.Answers;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.forms.TableRow;

/**
 * What of an answer given to one version of a form answers another.
 *
 * @param kept empty where nothing does
 * @param lost as an answer of the former version; of a table only where all of it is
 * @param lostCells of a table that is kept: places of rows, from 0, by the column's id
 */
record Fitting(Optional<Object> kept, Optional<Object> lost, Map<String, List<Integer>> lostCells) {

  static Fitting of(FormDefinition older, FormDefinition newer, String id, Answers answers) {
    var answer = answers.find(id).orElseThrow();
    var before = older.findQuestion(id).map(Question::type).orElse(null);
    var now = newer.findQuestion(id).map(Question::type).orElse(null);
    if (before instanceof QuestionType.Table columns && now instanceof QuestionType.Table table) {
      return of(columns, table, id, answers.rows(id));
    }
    return before == null || now == null ? nothingOf(answer) : of(before, now, answer);
  }

  private static Fitting of(QuestionType before, QuestionType now, Object answer) {
    if (!before.getClass().equals(now.getClass())) return nothingOf(answer);
    return switch (now) {
      case QuestionType.OneOf one when one.find(answer.toString()).isEmpty() -> nothingOf(answer);
      case QuestionType.SeveralOf several when answer instanceof List<?> chosen ->
          of(several, chosen);
      default -> new Fitting(Optional.of(answer), Optional.empty(), Map.of());
    };
  }

  private static Fitting of(QuestionType.SeveralOf several, List<?> chosen) {
    var kept = chosen.stream().filter(it -> several.find(it.toString()).isPresent()).toList();
    var lost = chosen.stream().filter(it -> several.find(it.toString()).isEmpty()).toList();
    return new Fitting(some(kept), some(lost), Map.of());
  }

  /** Cell by cell; a row of which nothing is left goes. */
  private static Fitting of(
      QuestionType.Table before, QuestionType.Table now, String id, List<TableRow> rows) {
    var kept = new ArrayList<TableRow>();
    var lost = new TreeMap<String, List<Integer>>();
    for (var place = 0; place < rows.size(); place++) {
      var row = Answers.none();
      for (var column : rows.get(place).answers().values().keySet()) {
        var cell = of(before.rows(), now.rows(), column, rows.get(place).answers());
        if (cell.kept().isPresent()) row = row.with(column, cell.kept().get());
        if (cell.lost().isPresent()) {
          lost.computeIfAbsent(column, none -> new ArrayList<>()).add(place);
        }
      }
      if (!row.isEmpty()) kept.add(new TableRow(rows.get(place).id(), row));
    }
    return new Fitting(Answers.none().withRows(id, kept).find(id), Optional.empty(), lost);
  }

  private static Fitting nothingOf(Object answer) {
    return new Fitting(Optional.empty(), Optional.of(answer), Map.of());
  }

  private static Optional<Object> some(List<?> items) {
    return items.isEmpty() ? Optional.empty() : Optional.of(items);
  }
}
