package org.motcua.eservices;

import org.motcua.forms.Expression;
import org.motcua.forms.Situation;
import org.motcua.forms.Words;

/** What something costs, in dong, by the answers. */
public record Fee(Words name, Expression amount) {

  long amountIn(Situation situation) {
    return amount.valueIn(situation).map(dong -> Math.max(0, (Long) dong)).orElse(0L);
  }
}
