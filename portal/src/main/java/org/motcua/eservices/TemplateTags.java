package org.motcua.eservices;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.forms.yaml.Problems;

/**
 * What stands between {@code {{} and {@code }}} in a result's template, from the first to the last.
 * Whether its sections close, the template's compiler tells.
 */
final class TemplateTags {

  private static final Pattern TAG =
      Pattern.compile("\\{\\{\\s*(?<sign>[{&>=#^/!]?)\\s*(?<name>.*?)\\s*}}", Pattern.DOTALL);

  private final String file;
  private final String source;
  private final Problems problems;

  TemplateTags(String file, String source, Problems problems) {
    this.file = file;
    this.source = source;
    this.problems = problems;
  }

  /** Tells every name that the form does not give, or not where it stands. */
  void check(FormDefinition form) {
    var known = ResultValues.names(form);
    var open = new ArrayDeque<Optional<Question>>();
    var tags = TAG.matcher(source);
    while (tags.find()) {
      var line = 1 + (int) source.substring(0, tags.start()).chars().filter(c -> c == '\n').count();
      var name = tags.group("name");
      switch (tags.group("sign")) {
        case "{", "&" -> tell(line, "values are always escaped, expected {{name}}");
        case ">" -> part(line, name);
        case "=" -> tell(line, "names stand between {{ and }}, no other signs");
        case "!" -> {}
        case "/" -> open.poll();
        case "#" -> {
          var table = form.findQuestion(name).filter(TemplateTags::isTable);
          if (table.isPresent() && tableAround(open).isPresent()) {
            tell(line, "the rows of '" + name + "' cannot stand within those of a table");
          }
          name(line, name, known, open);
          open.push(table);
        }
        case "^" -> {
          name(line, name, known, open);
          open.push(Optional.empty());
        }
        default -> name(line, name, known, open);
      }
    }
  }

  private void part(int line, String name) {
    if (PaperParts.NAMES.contains(name)) return;
    tell(
        line,
        "other templates cannot be included, only %s"
            .formatted(String.join(", ", PaperParts.NAMES)));
  }

  private void name(int line, String name, Set<String> known, Deque<Optional<Question>> open) {
    if (known.contains(name) || name.equals(".") && isWithinValue(open)) return;
    var table = tableAround(open);
    if (!name.startsWith(ResultValues.ROW)) {
      tell(
          line,
          "there is no '%s' among the form's questions and computed values, nor among %s"
              .formatted(name, String.join(", ", ResultValues.OF_THE_ISSUE)));
    } else if (table.isEmpty()) {
      tell(
          line,
          "'%s' stands only between {{#…}} and {{/…}} of a table's name, once for each row"
              .formatted(name));
    } else {
      var columns = ResultValues.rowNames((QuestionType.Table) table.get().type());
      if (!columns.contains(name)) {
        tell(
            line,
            "there is no '%s' in the rows of '%s', which have %s"
                .formatted(name, table.get().id(), String.join(", ", columns)));
      }
    }
  }

  /** A row is not a value that could be written out. */
  private static boolean isWithinValue(Deque<Optional<Question>> open) {
    return !open.isEmpty() && open.peek().isEmpty();
  }

  private static Optional<Question> tableAround(Deque<Optional<Question>> open) {
    return open.stream().flatMap(Optional::stream).findFirst();
  }

  private static boolean isTable(Question question) {
    return question.type() instanceof QuestionType.Table;
  }

  private void tell(int line, String message) {
    problems.add(file, line, message);
  }
}
