package org.motcua.forms;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A compiled expression over the answers of a form (Common Expression Language): typed, without
 * side effects, with a bounded number of steps.
 *
 * <p>An expression that needs an answer which is not there has no value: as a condition it does not
 * hold.
 */
public final class Expression {

  private static final Logger log = LoggerFactory.getLogger(Expression.class);

  private final CelAbstractSyntaxTree tree;
  private final Set<String> names;
  private final CelRuntime.Program program;

  Expression(CelAbstractSyntaxTree tree, Set<String> names, CelRuntime.Program program) {
    this.tree = tree;
    this.names = Set.copyOf(names);
    this.program = program;
  }

  public boolean holdsIn(Situation situation) {
    return valueIn(situation).filter(Boolean.TRUE::equals).isPresent();
  }

  /** Whether it has a value and that is no. */
  public boolean failsIn(Situation situation) {
    return valueIn(situation).filter(Boolean.FALSE::equals).isPresent();
  }

  /** A String, Long, Boolean or LocalDate, unless an answer that it needs is missing. */
  public Optional<Object> valueIn(Situation situation) {
    try {
      var result = program.eval((CelVariableResolver) name -> situation.find(name));
      return switch (result) {
        case CelUnknownSet missing -> Optional.empty();
        case Instant date -> Optional.of(date.atOffset(ZoneOffset.UTC).toLocalDate());
        default -> Optional.of(result);
      };
    } catch (CelEvaluationException e) {
      log.warn("No value of '{}': {}", this, e.getMessage());
      return Optional.empty();
    }
  }

  /** The questions and computed values that it looks at. */
  public Set<String> names() {
    return names;
  }

  CelAbstractSyntaxTree tree() {
    return tree;
  }

  @Override
  public String toString() {
    return tree.getSource().getContent().toString();
  }
}
