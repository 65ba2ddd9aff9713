package org.motcua.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.yaml.Problem;
import org.motcua.forms.yaml.Problems;
import org.motcua.forms.yaml.YamlFile;
import org.motcua.forms.yaml.YamlMap;

/**
 * Reads a {@code form.yaml}: either all of it is right, or every mistake is told with its line.
 *
 * <p>Names are gathered first, so that any expression may look at any question; then it is made
 * sure that conditions look backwards only, which is also the order in which people answer.
 */
public final class FormReader {

  private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9]*(\\.[a-z][a-zA-Z0-9]*)*");
  private static final Pattern PAGE_ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Set<String> RESERVED =
      Set.of(
          "today",
          "answered",
          "row",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while",
          "true",
          "false",
          "null");
  private static final int LONG_TEXT = 2_000;
  private static final int TEXT = 200;
  private static final String TABLE = "table";
  private static final String FILE = "file";
  private static final List<String> OF_WHOLE_QUESTIONS =
      List.of("prefill", "prefillWhen", "prefillLocked", "fact");
  private static final Pattern COLUMN = Pattern.compile("[a-z][a-zA-Z0-9]*");
  private static final Set<String> RESERVED_COLUMNS = Set.of(TableRow.ID, Situation.COUNT);
  private static final int ROWS = 100;

  /** A thousand billion dong, more than any fee or value that a form asks for. */
  private static final long MOST_DONG = 999_999_999_999_999L;

  private final Problems problems;
  private final Expressions.Names names = new Expressions.Names();
  private final Map<String, List<QuestionType.Choice>> lists = new HashMap<>();
  private final Map<YamlMap, QuestionType> types = new HashMap<>();
  private final Map<YamlMap, List<YamlMap>> columnMaps = new HashMap<>();
  private final Map<String, YamlMap> places = new LinkedHashMap<>();

  private FormReader(Problems problems) {
    this.problems = problems;
  }

  /** What comes of a file. */
  public sealed interface FormReading {
    record Whole(FormDefinition form) implements FormReading {}

    record Broken(List<Problem> problems) implements FormReading {}
  }

  public static FormReading read(String file, String text) {
    var problems = new Problems();
    var form = read(file, text, problems);
    return form.isPresent()
        ? new FormReading.Whole(form.get())
        : new FormReading.Broken(problems.list());
  }

  /** The form, if the file has no mistake; else the mistakes are among the problems. */
  public static Optional<FormDefinition> read(String file, String text, Problems problems) {
    var own = new Problems();
    var form = YamlFile.read(file, text, own).map(root -> new FormReader(own).form(root));
    own.list().forEach(each -> problems.add(each.file(), each.line(), each.message()));
    return own.isEmpty() ? form : Optional.empty();
  }

  private FormDefinition form(YamlMap root) {
    readLists(root);
    var pageMaps = root.maps("pages");
    var questionMaps = new LinkedHashMap<YamlMap, List<YamlMap>>();
    for (var page : pageMaps) {
      var maps = page.maps("questions");
      questionMaps.put(page, maps);
      maps.forEach(this::gather);
    }
    var computedMaps = root.findMaps("computed");
    computedMaps.forEach(this::gatherComputed);
    noNameIsPartOfAnother();
    if (!problems.isEmpty() && places.isEmpty()) return new FormDefinition(List.of(), List.of());

    var expressions = names.expressions();
    var computed = new ArrayList<ComputedValue>();
    computedMaps.forEach(map -> computed(map, expressions).ifPresent(computed::add));
    var pages = new ArrayList<FormPage>();
    pageMaps.forEach(
        map -> pages.add(page(map, questionMaps.getOrDefault(map, List.of()), expressions)));
    if (pages.isEmpty()) root.problem("pages", "a form needs at least one page");
    root.done();

    var form = new FormDefinition(pages, computed);
    samePageTwice(pages, pageMaps);
    new Order(form).check();
    return form;
  }

  private void readLists(YamlMap root) {
    root.findMap("lists")
        .ifPresent(all -> all.keys().forEach(name -> lists.put(name, choices(all, name))));
  }

  // Names

  private void gather(YamlMap map) {
    var type = map.text("type").equals(TABLE) ? table(map) : type(map);
    types.put(map, type);
    var id = id(map);
    if (!id.isEmpty()) names.add(id, type);
  }

  /** With its columns as they are known before any expression is read, which may look at them. */
  private QuestionType table(YamlMap map) {
    var columns = map.maps("columns");
    columnMaps.put(map, columns);
    var ids = new HashSet<String>();
    var questions = new ArrayList<Question>();
    for (var column : columns) {
      var id = column.text("id");
      if (!COLUMN.matcher(id).matches() || RESERVED_COLUMNS.contains(id)) {
        if (!id.isEmpty()) {
          column.problem("id", "'" + id + "' is no column's id, expected such as income");
        }
        continue;
      }
      if (!ids.add(id)) column.problem("id", "there is another column '" + id + "'");
      var type = columnType(column);
      types.put(column, type);
      questions.add(unread(QuestionType.Table.ROW + id, type));
    }
    if (questions.isEmpty()) map.problem("columns", "a table needs at least one column");
    var min = map.number("min", 1);
    var max = map.number("max", ROWS);
    if (min < 0 || max > QuestionType.Table.MOST_ROWS || min > max) {
      map.problem("max", "expected 0 ≤ 'min' ≤ 'max' ≤ " + QuestionType.Table.MOST_ROWS);
    }
    return new QuestionType.Table(
        rowForm(questions), Words.read(map, "each"), (int) min, (int) max);
  }

  private QuestionType columnType(YamlMap column) {
    var type = column.text("type");
    if (!type.equals(TABLE) && !type.equals(FILE)) return type(column);
    column.problem("type", "a " + type + " cannot be a column of a table");
    return new QuestionType.Text(TEXT);
  }

  /** Only its name and type count until its expressions can be read. */
  private static Question unread(String id, QuestionType type) {
    var none = new Words("", "");
    return new Question(id, type, none, none, null, false, null, List.of(), null, null);
  }

  private static FormDefinition rowForm(List<Question> columns) {
    var none = new Words("", "");
    return new FormDefinition(List.of(new FormPage("row", none, null, null, columns)), List.of());
  }

  /** Again, with what its columns ask and check. */
  private QuestionType.Table whole(
      QuestionType.Table table, YamlMap map, Expressions.Names outside) {
    var inRow = outside.inRow(table.columns()).expressions();
    var columns = new ArrayList<Question>();
    for (var column : columnMaps.getOrDefault(map, List.of())) {
      var type = types.get(column);
      if (type == null) continue;
      nothingIsKnownFor(column);
      columns.add(question(column, QuestionType.Table.ROW + column.text("id"), type, inRow));
    }
    return new QuestionType.Table(rowForm(columns), table.each(), table.min(), table.max());
  }

  /** Rows are known as wholes; what is written at a column would have no effect. */
  private static void nothingIsKnownFor(YamlMap column) {
    for (var key : OF_WHOLE_QUESTIONS) {
      if (!column.has(key)) continue;
      column.problem(
          key,
          "'%s' has no effect at a column, expected at the table itself, such as prefill: %s"
              .formatted(key, Facts.MEMBERS));
    }
  }

  private void gatherComputed(YamlMap map) {
    var kind = map.oneOf("type", ValueKind.class, ValueKind.TEXT);
    var id = id(map);
    if (!id.isEmpty()) names.add(id, kind);
  }

  private String id(YamlMap map) {
    var id = map.text("id");
    if (id.isEmpty()) return "";
    if (!ID.matcher(id).matches()) {
      map.problem("id", "'" + id + "' is no id, expected such as child.name");
      return "";
    }
    for (var part : id.split("\\.")) {
      if (RESERVED.contains(part)) {
        map.problem("id", "'" + part + "' has a meaning in expressions and cannot be in an id");
        return "";
      }
    }
    var other = places.putIfAbsent(id, map);
    if (other != null) {
      map.problem("id", "'" + id + "' is already the id of line " + other.line("id"));
      return "";
    }
    return id;
  }

  private void noNameIsPartOfAnother() {
    places.forEach(
        (id, map) -> {
          for (var dot = id.indexOf('.'); dot >= 0; dot = id.indexOf('.', dot + 1)) {
            var outer = id.substring(0, dot);
            if (places.containsKey(outer)) {
              map.problem("id", "'" + id + "' cannot stand beside the id '" + outer + "'");
            }
          }
        });
  }

  // Pages and questions

  private FormPage page(YamlMap map, List<YamlMap> questionMaps, Expressions expressions) {
    var id = map.text("id");
    if (!id.isEmpty() && !PAGE_ID.matcher(id).matches()) {
      map.problem("id", "'" + id + "' is no page's id, expected such as place-of-birth");
    }
    var title = Words.read(map, "title");
    var intro = Words.find(map, "intro").orElse(null);
    var when = expressions.compileIfAny(map, "when", ValueKind.YES_NO).orElse(null);
    var questions = questionMaps.stream().map(each -> question(each, expressions)).toList();
    if (questions.isEmpty()) map.problem("questions", "a page needs at least one question");
    map.done();
    return new FormPage(id, title, intro, when, questions);
  }

  private Question question(YamlMap map, Expressions expressions) {
    var type = types.getOrDefault(map, new QuestionType.Text(TEXT));
    return type instanceof QuestionType.Table table
        ? question(map, map.text("id"), whole(table, map, names), expressions)
        : question(map, map.text("id"), type, expressions);
  }

  private Question question(YamlMap map, String id, QuestionType type, Expressions expressions) {
    var label = Words.read(map, "label");
    var question =
        new Question(
            id,
            type,
            label,
            Words.find(map, "name").orElse(label),
            Words.find(map, "hint").orElse(null),
            !map.flag("optional", false),
            expressions.compileIfAny(map, "when", ValueKind.YES_NO).orElse(null),
            map.findMaps("checks").stream()
                .flatMap(each -> check(each, expressions).stream())
                .toList(),
            offer(map, type, expressions),
            map.findText("fact").orElse(null));
    if (question.fact() != null && !ID.matcher(question.fact()).matches()) {
      map.problem("fact", "'" + question.fact() + "' is no name, expected such as home.phone");
    }
    map.done();
    return question;
  }

  private Question.@Nullable Offer offer(YamlMap map, QuestionType type, Expressions expressions) {
    var when = expressions.compileIfAny(map, "prefillWhen", ValueKind.YES_NO).orElse(null);
    var locked = map.flag("prefillLocked", false);
    var fact = map.findText("prefill");
    if (fact.isEmpty()) {
      if (locked) map.problem("prefillLocked", "there is no 'prefill' that could be locked");
      return null;
    }
    var earlier = new HashSet<>(places.keySet());
    map.findText("fact").ifPresent(earlier::add);
    Facts.problem(fact.get(), type, earlier).ifPresent(told -> map.problem("prefill", told));
    if (locked && !Facts.LOCKABLE.contains(fact.get())) {
      map.problem(
          "prefillLocked",
          "nobody vouches for '%s', expected one of %s"
              .formatted(fact.get(), String.join(", ", new TreeSet<>(Facts.LOCKABLE))));
    }
    return new Question.Offer(fact.get(), when, locked);
  }

  private static Optional<Question.Check> check(YamlMap map, Expressions expressions) {
    var that = expressions.compile(map, "that", ValueKind.YES_NO);
    var otherwise = Words.read(map, "otherwise");
    map.done();
    return that.map(each -> new Question.Check(each, otherwise));
  }

  private static Optional<ComputedValue> computed(YamlMap map, Expressions expressions) {
    var kind = map.oneOf("type", ValueKind.class, ValueKind.TEXT);
    var value = expressions.compile(map, "value", kind);
    map.done();
    return value.map(each -> new ComputedValue(map.text("id"), kind, each));
  }

  private QuestionType type(YamlMap map) {
    var type = map.text("type");
    return switch (type) {
      case "text" -> new QuestionType.Text(length(map, TEXT));
      case "long-text" -> new QuestionType.LongText(length(map, LONG_TEXT));
      case "person-name" -> new QuestionType.PersonName();
      case "number" -> number(map);
      case "money" -> money(map);
      case "year" -> year(map);
      case "date" -> new QuestionType.Date();
      case "yes-no" -> new QuestionType.YesNo();
      case "one-of" -> new QuestionType.OneOf(choices(map));
      case "several-of" -> new QuestionType.SeveralOf(choices(map));
      case "id-number" -> new QuestionType.IdNumber(lengths(map));
      case "phone" -> new QuestionType.Phone();
      case "email" -> new QuestionType.Email();
      case "tax-code" -> new QuestionType.TaxCode();
      case "vehicle-plate" -> new QuestionType.VehiclePlate();
      case "person" -> new QuestionType.Person();
      case "bank-account" -> new QuestionType.BankAccount();
      case FILE -> new QuestionType.File();
      case "address" -> new QuestionType.UnitAddress(map.flag("street", true));
      default -> {
        if (!type.isEmpty()) {
          map.problem(
              "type",
              "there is no question type '"
                  + type
                  + "', expected text, long-text, person-name, number, money, year, date, yes-no,"
                  + " one-of, several-of, id-number, tax-code, vehicle-plate, phone, email,"
                  + " address, person, bank-account, file, table");
        }
        yield new QuestionType.Text(TEXT);
      }
    };
  }

  private static QuestionType number(YamlMap map) {
    return new QuestionType.Number(least(map, 0), most(map, 999_999_999));
  }

  private static QuestionType money(YamlMap map) {
    return new QuestionType.Money(least(map, 0), most(map, MOST_DONG));
  }

  private static QuestionType year(YamlMap map) {
    return new QuestionType.Year(least(map, 1900), most(map, 2100));
  }

  private static long least(YamlMap map, long otherwise) {
    var min = map.number("min", otherwise);
    if (min < 0) map.problem("min", "'min' is negative, expected 0 or more");
    return min;
  }

  private static long most(YamlMap map, long otherwise) {
    var max = map.number("max", otherwise);
    if (map.number("min", 0) > max) map.problem("max", "'max' is less than 'min'");
    return max;
  }

  private static int length(YamlMap map, int otherwise) {
    var length = map.number("max", otherwise);
    if (length >= 1 && length <= 10_000) return (int) length;
    map.problem("max", "'max' is " + length + ", expected 1 to 10000 letters");
    return otherwise;
  }

  /** The choices themselves, or those of the named list that several questions share. */
  private List<QuestionType.Choice> choices(YamlMap map) {
    if (!map.isText("choices")) return choices(map, "choices");
    var name = map.text("choices");
    var shared = lists.get(name);
    if (shared == null) {
      map.problem("choices", "there is no list '" + name + "' under 'lists'");
    }
    return shared == null ? List.of() : shared;
  }

  private static List<QuestionType.Choice> choices(YamlMap map, String key) {
    var choices = new ArrayList<QuestionType.Choice>();
    var values = new HashSet<String>();
    for (var each : map.maps(key)) {
      var value = each.text("value");
      if (!values.add(value)) each.problem("value", "'" + value + "' is given twice");
      choices.add(
          new QuestionType.Choice(
              value, Words.read(each, "label"), Words.find(each, "hint").orElse(null)));
      each.done();
    }
    if (choices.size() < 2) map.problem(key, "a choice needs at least two");
    return choices;
  }

  private static Set<Integer> lengths(YamlMap map) {
    if (!map.has("digits")) return Set.of(IdNumbers.OLD, IdNumbers.CITIZEN);
    var lengths = new HashSet<Integer>();
    for (var text : map.texts("digits")) {
      switch (text) {
        case "9" -> lengths.add(IdNumbers.OLD);
        case "12" -> lengths.add(IdNumbers.CITIZEN);
        default ->
            map.problem("digits", "'" + text + "' is no length of an ID number, expected 9, 12");
      }
    }
    return lengths;
  }

  private static void samePageTwice(List<FormPage> pages, List<YamlMap> maps) {
    var ids = new HashSet<String>();
    for (int i = 0; i < pages.size(); i++) {
      var id = pages.get(i).id();
      if (!id.isEmpty() && !ids.add(id))
        maps.get(i).problem("id", "there is another page '" + id + "'");
    }
  }

  /** Conditions look backwards only, and no value is computed from itself. */
  private final class Order {

    private final FormDefinition form;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Set<String>> needs = new HashMap<>();

    Order(FormDefinition form) {
      this.form = form;
    }

    void check() {
      var position = 0;
      for (var page : form.pages()) {
        for (var question : page.questions()) {
          positions.put(question.id(), position++);
          needs.put(question.id(), needs(page, question));
        }
      }
      form.computed().forEach(value -> needs.put(value.id(), questions(value.value())));
      var inCycles = new HashSet<String>();
      needs.keySet().stream().sorted().forEach(id -> lookForCycle(id, new ArrayList<>(), inCycles));
      form.questions().forEach(question -> looksBackwards(question, inCycles));
    }

    private Set<String> needs(FormPage page, Question question) {
      var needed = new HashSet<String>();
      if (page.when() != null) needed.addAll(questions(page.when()));
      if (question.when() != null) needed.addAll(questions(question.when()));
      if (question.type() instanceof QuestionType.Table table) {
        table.columns().stream()
            .map(Question::when)
            .filter(Objects::nonNull)
            .forEach(when -> needed.addAll(questions(when)));
      }
      return needed;
    }

    /** The questions of an expression's names, an address's parts being the address. */
    private Set<String> questions(Expression expression) {
      var found = new HashSet<String>();
      for (var name : expression.names()) {
        found.add(question(name));
      }
      return found;
    }

    private String question(String name) {
      for (var end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
        if (places.containsKey(name.substring(0, end))) return name.substring(0, end);
      }
      return name;
    }

    private void lookForCycle(String id, List<String> way, Set<String> known) {
      var start = way.indexOf(id);
      if (start >= 0) {
        var cycle = new ArrayList<>(way.subList(start, way.size()));
        if (known.containsAll(cycle)) return;
        known.addAll(cycle);
        cycle.add(id);
        problem(id, "depends on itself: " + String.join(" → ", cycle));
        return;
      }
      way.add(id);
      needs.getOrDefault(id, Set.of()).stream()
          .sorted()
          .forEach(next -> lookForCycle(next, way, known));
      way.removeLast();
    }

    private void looksBackwards(Question question, Set<String> inCycles) {
      var own = positions.getOrDefault(question.id(), 0);
      for (var needed : reached(question.id(), new HashSet<>())) {
        var position = positions.get(needed);
        if (position != null && position >= own && !inCycles.contains(question.id())) {
          problem(
              question.id(), "its condition looks at '" + needed + "', which is asked only later");
        }
      }
    }

    private Set<String> reached(String id, Set<String> reached) {
      for (var next : needs.getOrDefault(id, Set.of())) {
        if (reached.add(next) && !positions.containsKey(next)) reached(next, reached);
      }
      return reached;
    }

    private void problem(String id, String message) {
      var map = places.get(id);
      if (map == null) return;
      var key =
          map.keys().contains("when") ? "when" : map.keys().contains("value") ? "value" : "id";
      map.problem(key, "'" + id + "': " + message);
    }
  }
}
