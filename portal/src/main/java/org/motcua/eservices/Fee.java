package org.motcua.eservices;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.Expression;
import org.motcua.forms.Situation;
import org.motcua.forms.Words;

/**
 * What something costs, in dong, by the answers.
 *
 * @param note how it is reckoned, for those who have answered nothing yet
 * @param discounts of those that apply, the greatest is given
 */
public record Fee(
    Words name,
    @Nullable Words note,
    Expression amount,
    List<Discount> discounts,
    Collecting collecting) {

  private static final long MOST_DONG = 1_000_000_000_000L;

  public Fee {
    discounts = List.copyOf(discounts);
  }

  /**
   * Less for some.
   *
   * @param when the case in which it is given; always, if there is none
   */
  public record Discount(Words name, @Nullable Expression when, int percent) {}

  FeeLine in(Situation situation) {
    var full = amountIn(situation);
    var discount =
        discounts.stream()
            .filter(each -> each.when() == null || each.when().holdsIn(situation))
            .max(Comparator.comparingInt(Discount::percent));
    return discount
        .map(
            each ->
                new FeeLine(
                    name, full * (100 - each.percent()) / 100, full, each.name(), collecting))
        .orElseGet(() -> new FeeLine(name, full, full, null, collecting));
  }

  private long amountIn(Situation situation) {
    return amount.valueIn(situation).map(dong -> Math.clamp((Long) dong, 0, MOST_DONG)).orElse(0L);
  }
}
