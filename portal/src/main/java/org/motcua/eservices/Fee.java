package org.motcua.eservices;

import org.jspecify.annotations.Nullable;
import org.motcua.forms.Expression;
import org.motcua.forms.Situation;
import org.motcua.forms.Words;

/**
 * What something costs, in dong, by the answers.
 *
 * @param note how it is reckoned, for those who have answered nothing yet
 */
public record Fee(Words name, @Nullable Words note, Expression amount) {

  long amountIn(Situation situation) {
    return amount.valueIn(situation).map(dong -> Math.max(0, (Long) dong)).orElse(0L);
  }
}
