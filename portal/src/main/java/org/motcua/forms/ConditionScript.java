package org.motcua.forms;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A condition for the browser, so that a question appears as soon as an answer on the same page
 * calls for it: {@code ["is", "child.place", "home"]}, {@code ["has", "goods.kinds", "rice"]},
 * {@code ["all", …]}, {@code ["any", …]}, {@code ["not", …]}, {@code ["answered", "child.place"]},
 * or true, false, null. Answers of other pages are put in as they are now. What it cannot say, the
 * server decides when the page is sent.
 */
final class ConditionScript {

  private static final JsonMapper json = JsonMapper.shared();

  private final CelAbstractSyntaxTree tree;
  private final Set<String> here;
  private final Situation situation;
  private boolean sayable = true;

  private ConditionScript(CelAbstractSyntaxTree tree, Set<String> here, Situation situation) {
    this.tree = tree;
    this.here = here;
    this.situation = situation;
  }

  /** The condition of a question, if it hangs on answers of its own page and can be said so. */
  static Optional<String> of(Question question, FormPage page, Situation situation) {
    if (question.when() == null) return Optional.empty();
    var here = page.questions().stream().map(Question::id).collect(Collectors.toSet());
    if (question.when().names().stream().noneMatch(here::contains)) return Optional.empty();
    var script = new ConditionScript(question.when().tree(), here, situation);
    var said = script.say(script.tree.getExpr());
    return script.sayable ? Optional.of(json.writeValueAsString(said)) : Optional.empty();
  }

  private Object say(CelExpr expr) {
    var name = name(expr);
    if (!name.isEmpty()) return truth(name);
    return switch (expr.getKind()) {
      case CONSTANT -> constant(expr.constant());
      case CALL -> call(expr.call());
      default -> unsayable();
    };
  }

  private Object constant(CelConstant constant) {
    return constant.getKind() == CelConstant.Kind.BOOLEAN_VALUE
        ? constant.booleanValue()
        : unsayable();
  }

  private Object call(CelExpr.CelCall call) {
    return switch (call.function()) {
      case "_&&_" -> List.of("all", say(call.args().get(0)), say(call.args().get(1)));
      case "_||_" -> List.of("any", say(call.args().get(0)), say(call.args().get(1)));
      case "!_" -> List.of("not", say(call.args().getFirst()));
      case "_==_" -> is(call.args().get(0), call.args().get(1));
      case "@in" -> in(call.args().get(0), call.args().get(1));
      case "_!=_" -> List.of("not", is(call.args().get(0), call.args().get(1)));
      default -> unsayable();
    };
  }

  private Object is(CelExpr question, CelExpr literal) {
    var name = name(question);
    var texts = Expressions.texts(literal);
    if (name.isEmpty() || texts.isEmpty()) return unsayable();
    if (here.contains(name)) {
      var any = new ArrayList<Object>(List.of("any"));
      texts.forEach(text -> any.add(List.of("is", name, text)));
      return any.size() == 2 ? any.get(1) : any;
    }
    return situation.find(name).<Object>map(value -> texts.contains(value)).orElse(MISSING);
  }

  /** A question among texts, or a text among what a question has. */
  private Object in(CelExpr item, CelExpr list) {
    return name(item).isEmpty() ? has(list, item) : is(item, list);
  }

  /** Whether it is among several choices. */
  private Object has(CelExpr question, CelExpr literal) {
    var name = name(question);
    var texts = Expressions.texts(literal);
    if (name.isEmpty() || texts.size() != 1) return unsayable();
    if (here.contains(name)) return List.of("has", name, texts.getFirst());
    return situation
        .find(name)
        .<Object>map(value -> value instanceof List<?> all && all.contains(texts.getFirst()))
        .orElse(MISSING);
  }

  private Object truth(String name) {
    if (here.contains(name)) return List.of("is", name, "true");
    if (name.startsWith(Situation.ANSWERED)
        && here.contains(name.substring(Situation.ANSWERED.length()))) {
      return List.of("answered", name.substring(Situation.ANSWERED.length()));
    }
    return situation.find(name).orElse(MISSING);
  }

  private String name(CelExpr expr) {
    return tree.getReference(expr.id()).map(reference -> reference.name()).orElse("");
  }

  private Object unsayable() {
    sayable = false;
    return MISSING;
  }

  /** Neither yes nor no, as in the expressions themselves. */
  private static final Map<String, String> MISSING = Map.of();
}
