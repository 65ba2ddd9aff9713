package org.motcua.forms;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;

/**
 * Says a condition as a sheet of paper does: <i>“Where was the child born?” is “at home”</i>. Only
 * what people would say so too; calculations and what is computed have no words.
 */
final class ConditionWords {

  private final FormDefinition form;
  private final CelAbstractSyntaxTree tree;
  private final Messages messages;
  private final Language language;

  private ConditionWords(
      FormDefinition form, CelAbstractSyntaxTree tree, Messages messages, Language language) {
    this.form = form;
    this.tree = tree;
    this.messages = messages;
    this.language = language;
  }

  static Optional<String> of(
      FormDefinition form, Expression condition, Messages messages, Language language) {
    var words = new ConditionWords(form, condition.tree(), messages, language);
    return words.say(condition.tree().getExpr(), true);
  }

  private Optional<String> say(CelExpr expr, boolean yes) {
    var name = name(expr);
    if (!name.isEmpty()) return truth(name, yes);
    if (expr.getKind() != CelExpr.ExprKind.Kind.CALL) return Optional.empty();
    var call = expr.call();
    return switch (call.function()) {
      case "_&&_" -> both(call.args(), yes ? "and" : "or", yes);
      case "_||_" -> both(call.args(), yes ? "or" : "and", yes);
      case "!_" -> say(call.args().getFirst(), !yes);
      case "_==_" -> is(call.args().get(0), call.args().get(1), yes);
      case "_!=_" -> is(call.args().get(0), call.args().get(1), !yes);
      case "@in" ->
          name(call.args().get(0)).isEmpty()
              ? is(call.args().get(1), call.args().get(0), yes)
              : is(call.args().get(0), call.args().get(1), yes);
      default -> Optional.empty();
    };
  }

  private Optional<String> both(List<CelExpr> parts, String link, boolean yes) {
    var first = say(parts.get(0), yes);
    var second = say(parts.get(1), yes);
    return first.flatMap(one -> second.map(other -> text("forms.blank." + link, one, other)));
  }

  /** A question whose answer is yes or no, or that has an answer at all. */
  private Optional<String> truth(String name, boolean yes) {
    if (name.startsWith(Situation.ANSWERED)) {
      return question(name.substring(Situation.ANSWERED.length()))
          .map(label -> text(yes ? "forms.blank.answered" : "forms.blank.unanswered", label));
    }
    return question(name)
        .map(label -> text("forms.blank.is", label, text(yes ? "forms.yes" : "forms.no")));
  }

  private Optional<String> is(CelExpr question, CelExpr literal, boolean yes) {
    var name = name(question);
    if (isTruth(literal)) return say(question, yes == literal.constant().booleanValue());
    var asked = form.findQuestion(name).map(Question::type);
    if (asked.isEmpty() || !(asked.get() instanceof QuestionType.Choosing choosing)) {
      return Optional.empty();
    }
    var values = Expressions.texts(literal);
    if (values.isEmpty()) return Optional.empty();
    var labels =
        values.stream()
            .flatMap(value -> choosing.find(value).stream())
            .map(choice -> choice.label().in(language))
            .collect(Collectors.joining(text("forms.blank.orAmong")));
    return question(name)
        .map(label -> text(yes ? "forms.blank.is" : "forms.blank.isNot", label, labels));
  }

  private static boolean isTruth(CelExpr literal) {
    return literal.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && literal.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE;
  }

  private Optional<String> question(String id) {
    return form.findQuestion(id).map(question -> question.label().in(language));
  }

  private String name(CelExpr expr) {
    return tree.getReference(expr.id()).map(reference -> reference.name()).orElse("");
  }

  private String text(String key, Object... arguments) {
    return messages.text(language, key, arguments);
  }
}
