package org.motcua.forms;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.motcua.forms.yaml.YamlMap;

/**
 * Compiles expressions over the names of one form. A name that is not there, a wrong type, a choice
 * that the question does not offer: all are found here, before anybody is asked anything.
 *
 * <p>Besides the standard functions of the language: {@code today}, {@code answered.<id>}, {@code
 * years(from, to)} and {@code days(from, to)} in whole ones, {@code date('2020-01-31')}, {@code
 * agreesWithBirth(idNumber, date)}, {@code sum(numbers)}, {@code products(numbers, numbers)} row by
 * row, {@code distinct(texts)}; of a table, how many rows it has ({@code members.count}) and all
 * values of a column ({@code members.income}).
 */
public final class Expressions {

  private static final CelOptions LIMITS =
      CelOptions.current()
          .comprehensionMaxIterations(10_000)
          .maxExpressionCodePointSize(2_000)
          .maxParseRecursionDepth(50)
          .maxParseErrorRecoveryLimit(5)
          .maxRegexProgramSize(1_000)
          .build();

  /**
   * Forms that ask the same (versions of a service, services made after one) share what is
   * compiled.
   */
  private static final Map<Asked, SoftReference<Expressions>> SHARED = new ConcurrentHashMap<>();

  private static final ListType NUMBERS = ListType.create(SimpleType.INT);

  private static final int MOST_SHARED = 5_000;
  private static final int MOST_STEPS = 10_000;

  /** Rows of a table, choices of a question. */
  private static final int LONGEST_LIST = QuestionType.Table.MOST_ROWS;

  private record Asked(Map<String, CelType> names, Map<String, QuestionType.Choosing> choices) {}

  private record Written(String source, ValueKind expected) {}

  private final Map<String, CelType> names;
  private final Map<String, QuestionType.Choosing> choices;
  private final Map<Written, Expression> right = new ConcurrentHashMap<>();
  private final Cel cel;

  private Expressions(Map<String, CelType> names, Map<String, QuestionType.Choosing> choices) {
    this.names = new TreeMap<>(names);
    this.choices = Map.copyOf(choices);
    this.cel = cel(names);
  }

  /** For conditions, fees and the like that look at the answers of a form from outside. */
  public static Expressions over(FormDefinition form) {
    var names = new Names();
    form.questions().forEach(question -> names.add(question.id(), question.type()));
    form.computed().forEach(value -> names.add(value.id(), value.kind()));
    return names.expressions();
  }

  /** The expression under this key; if there is none or it is wrong, that is a problem. */
  public Optional<Expression> compile(YamlMap where, String key, ValueKind expected) {
    var source = where.text(key);
    return source.isEmpty() ? Optional.empty() : compile(where, key, source, expected);
  }

  /** The expression under this key, if there is one and it is right. */
  public Optional<Expression> compileIfAny(YamlMap where, String key, ValueKind expected) {
    return where.has(key) ? compile(where, key, expected) : Optional.empty();
  }

  private Optional<Expression> compile(
      YamlMap where, String key, String source, ValueKind expected) {
    var known = right.get(new Written(source, expected));
    if (known != null) return Optional.of(known);
    var compiled = compileAnew(where, key, source, expected);
    compiled.ifPresent(expression -> right.put(new Written(source, expected), expression));
    return compiled;
  }

  private Optional<Expression> compileAnew(
      YamlMap where, String key, String source, ValueKind expected) {
    var result = cel.compile(source);
    if (result.hasError()) {
      result.getErrors().forEach(issue -> where.problem(key, told(key, source, issue)));
      return Optional.empty();
    }
    try {
      var ast = result.getAst();
      if (!ast.getResultType().equals(type(expected))) {
        where.problem(key, mismatch(key, ast, expected));
        return Optional.empty();
      }
      if (steps(ast.getExpr()) > MOST_STEPS) {
        where.problem(key, "'" + key + "' may take more than " + MOST_STEPS + " steps");
        return Optional.empty();
      }
      var wrongChoices = new TreeSet<String>();
      lookForWrongChoices(ast, ast.getExpr(), wrongChoices);
      wrongChoices.forEach(wrong -> where.problem(key, "'" + key + "': " + wrong));
      return wrongChoices.isEmpty()
          ? Optional.of(new Expression(ast, namesIn(ast), cel.createProgram(ast)))
          : Optional.empty();
    } catch (dev.cel.common.CelValidationException | CelEvaluationException e) {
      where.problem(key, "'" + key + "': " + e.getMessage());
      return Optional.empty();
    }
  }

  private String told(String key, String source, CelIssue issue) {
    var place = issue.getSourceLocation();
    var message = issue.getMessage();
    if (message.startsWith("undeclared reference")) {
      var name = nameAt(source, place.getLine(), place.getColumn());
      message = "there is no '" + name + "'" + suggestion(name);
    } else {
      message =
          message.replaceAll(" \\(candidates: .*", "").replace("google.protobuf.Timestamp", "date");
    }
    return "'%s': %s (column %d of the expression)".formatted(key, message, place.getColumn() + 1);
  }

  private String suggestion(String name) {
    return names.keySet().stream()
        .min(Comparator.comparingInt(known -> Typing.distance(known, name)))
        .filter(near -> Typing.distance(near, name) <= 1 + name.length() / 4)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse(" among the questions, computed values and functions");
  }

  private static String nameAt(String source, int line, int column) {
    var text = source.lines().skip(line - 1L).findFirst().orElse(source);
    var end = column;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || "._".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end > column ? text.substring(column, end) : source;
  }

  private static String mismatch(String key, CelAbstractSyntaxTree ast, ValueKind expected) {
    return "'%s' gives %s, expected %s"
        .formatted(key, told(ast.getResultType()), told(type(expected)));
  }

  private static String told(CelType type) {
    return switch (type.kind()) {
      case BOOL -> "yes or no";
      case INT -> "a whole number";
      case STRING -> "a text";
      case TIMESTAMP -> "a date";
      case LIST -> "several values";
      default -> type.name();
    };
  }

  /**
   * How often what stands inside of loops is looked at, if all lists are as long as they may be.
   */
  private static long steps(CelExpr expr) {
    return switch (expr.getKind()) {
      case COMPREHENSION -> {
        var loop = expr.comprehension();
        var range = loop.iterRange();
        var length =
            range.getKind() == CelExpr.ExprKind.Kind.LIST
                ? range.list().elements().size()
                : LONGEST_LIST;
        yield steps(range) + length * (1 + steps(loop.loopStep())) + steps(loop.result());
      }
      case CALL -> {
        var call = expr.call();
        yield call.args().stream().mapToLong(Expressions::steps).sum()
            + call.target().map(Expressions::steps).orElse(0L);
      }
      case LIST -> expr.list().elements().stream().mapToLong(Expressions::steps).sum();
      default -> 0;
    };
  }

  private void lookForWrongChoices(CelAbstractSyntaxTree ast, CelExpr expr, Set<String> wrong) {
    switch (expr.getKind()) {
      case CALL -> {
        var call = expr.call();
        if (Set.of("_==_", "_!=_", "@in").contains(call.function()) && call.args().size() == 2) {
          compare(ast, call.args().get(0), call.args().get(1), wrong);
          compare(ast, call.args().get(1), call.args().get(0), wrong);
        }
        call.args().forEach(argument -> lookForWrongChoices(ast, argument, wrong));
        call.target().ifPresent(target -> lookForWrongChoices(ast, target, wrong));
      }
      case COMPREHENSION -> {
        lookForWrongChoices(ast, expr.comprehension().iterRange(), wrong);
        lookForWrongChoices(ast, expr.comprehension().loopStep(), wrong);
      }
      default -> {}
    }
  }

  private void compare(
      CelAbstractSyntaxTree ast, CelExpr question, CelExpr literal, Set<String> wrong) {
    var asked = ast.getReference(question.id()).map(reference -> choices.get(reference.name()));
    if (asked.isEmpty()) return;
    for (var text : texts(literal)) {
      if (asked.get().find(text).isEmpty()) {
        wrong.add(
            "'%s' is no choice of '%s', which has %s"
                .formatted(
                    text,
                    ast.getReference(question.id()).orElseThrow().name(),
                    asked.get().choices().stream()
                        .map(QuestionType.Choice::value)
                        .collect(Collectors.joining(", "))));
      }
    }
  }

  static List<String> texts(CelExpr literal) {
    return switch (literal.getKind()) {
      case CONSTANT ->
          literal.constant().getKind() == dev.cel.common.ast.CelConstant.Kind.STRING_VALUE
              ? List.of(literal.constant().stringValue())
              : List.of();
      case LIST ->
          literal.list().elements().stream().flatMap(item -> texts(item).stream()).toList();
      default -> List.of();
    };
  }

  private static Set<String> namesIn(CelAbstractSyntaxTree ast) {
    return ast.getReferenceMap().values().stream()
        .map(reference -> reference.name())
        .filter(name -> !name.isEmpty() && !name.equals(Situation.TODAY))
        .map(
            name ->
                name.startsWith(Situation.ANSWERED)
                    ? name.substring(Situation.ANSWERED.length())
                    : name)
        .collect(Collectors.toSet());
  }

  private static CelType type(ValueKind kind) {
    return switch (kind) {
      case TEXT -> SimpleType.STRING;
      case NUMBER -> SimpleType.INT;
      case DATE -> SimpleType.TIMESTAMP;
      case YES_NO -> SimpleType.BOOL;
    };
  }

  private static Cel cel(Map<String, CelType> names) {
    var builder =
        CelFactory.standardCelBuilder()
            .setOptions(LIMITS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar(Situation.TODAY, SimpleType.TIMESTAMP);
    names.forEach(builder::addVar);
    return functions(builder).build();
  }

  private static CelBuilder functions(CelBuilder builder) {
    var date = SimpleType.TIMESTAMP;
    return builder
        .addFunctionDeclarations(
            function("years", SimpleType.INT, date, date),
            function("days", SimpleType.INT, date, date),
            function("date", date, SimpleType.STRING),
            function("agreesWithBirth", SimpleType.BOOL, SimpleType.STRING, date),
            function("sum", SimpleType.INT, NUMBERS),
            function("products", NUMBERS, NUMBERS, NUMBERS),
            function("distinct", SimpleType.BOOL, ListType.create(SimpleType.STRING)))
        .addFunctionBindings(
            CelFunctionBinding.from(
                "years",
                Instant.class,
                Instant.class,
                (from, to) -> between(ChronoUnit.YEARS, from, to)),
            CelFunctionBinding.from(
                "days",
                Instant.class,
                Instant.class,
                (from, to) -> between(ChronoUnit.DAYS, from, to)),
            CelFunctionBinding.from(
                "date", String.class, text -> Instant.parse(text + "T00:00:00Z")),
            CelFunctionBinding.from(
                "agreesWithBirth",
                String.class,
                Instant.class,
                (number, born) -> IdNumbers.agreesWithBirth(number, day(born))),
            CelFunctionBinding.from("sum", Collection.class, Expressions::sum),
            CelFunctionBinding.from(
                "products", Collection.class, Collection.class, Expressions::products),
            CelFunctionBinding.from("distinct", Collection.class, Expressions::distinct));
  }

  private static CelFunctionDecl function(String name, CelType result, CelType... arguments) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(name, result, arguments));
  }

  private static long between(ChronoUnit unit, Instant from, Instant to) {
    return unit.between(day(from), day(to));
  }

  private static long sum(Collection<?> numbers) {
    return numbers.stream().mapToLong(Long.class::cast).reduce(0, Math::addExact);
  }

  /** Row by row; columns of which one has gaps have no products. */
  private static List<Long> products(Collection<?> ones, Collection<?> others) {
    if (ones.size() != others.size()) throw new IllegalArgumentException("a row is incomplete");
    var other = others.iterator();
    return ones.stream().map(one -> Math.multiplyExact((Long) one, (Long) other.next())).toList();
  }

  private static boolean distinct(Collection<?> texts) {
    return new HashSet<Object>(texts).size() == texts.size();
  }

  private static LocalDate day(Instant midnight) {
    return midnight.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** The names that expressions over one form may use. */
  static final class Names {

    private final Map<String, CelType> types = new HashMap<>();
    private final Map<String, QuestionType.Choosing> choices = new HashMap<>();

    void add(String id, QuestionType type) {
      types.put(Situation.ANSWERED + id, SimpleType.BOOL);
      if (type instanceof QuestionType.Choosing choosing) choices.put(id, choosing);
      if (type instanceof QuestionType.Table table) {
        types.put(id + "." + Situation.COUNT, SimpleType.INT);
        table.columns().forEach(column -> addColumn(id, column));
      } else {
        types.putAll(typesOf(id, type));
      }
    }

    void add(String computed, ValueKind kind) {
      types.put(computed, type(kind));
    }

    /** Those of a table's row, and all those around it. */
    Names inRow(List<Question> columns) {
      var inner = new Names();
      inner.types.putAll(types);
      inner.choices.putAll(choices);
      columns.forEach(column -> inner.add(column.id(), column.type()));
      return inner;
    }

    Expressions expressions() {
      var asked = new Asked(Map.copyOf(types), Map.copyOf(choices));
      var reference = SHARED.get(asked);
      var shared = reference == null ? null : reference.get();
      if (shared != null) return shared;
      if (SHARED.size() >= MOST_SHARED) SHARED.clear();
      var expressions = new Expressions(types, choices);
      SHARED.put(asked, new SoftReference<>(expressions));
      return expressions;
    }

    private void addColumn(String table, Question column) {
      var id = table + "." + QuestionType.Table.column(column);
      typesOf(id, column.type()).forEach((name, type) -> types.put(name, ListType.create(type)));
      if (column.type() instanceof QuestionType.Choosing choosing) choices.put(id, choosing);
    }

    /** Without those of rows: a table is no column of another. */
    private static Map<String, CelType> typesOf(String id, QuestionType type) {
      return switch (type) {
        case QuestionType.OneText t -> Map.of(id, SimpleType.STRING);
        case QuestionType.WholeNumber n -> Map.of(id, SimpleType.INT);
        case QuestionType.YesNo y -> Map.of(id, SimpleType.BOOL);
        case QuestionType.Date d -> Map.of(id, SimpleType.TIMESTAMP);
        case QuestionType.SeveralOf s -> Map.of(id, ListType.create(SimpleType.STRING));
        case QuestionType.Parts p ->
            p.parts().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        part -> id + "." + part.getKey(), part -> type(part.getValue())));
        case QuestionType.File f -> Map.of();
        case QuestionType.Table t -> Map.of();
      };
    }
  }
}
