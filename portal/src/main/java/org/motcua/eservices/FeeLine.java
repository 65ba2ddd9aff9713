package org.motcua.eservices;

import org.jspecify.annotations.Nullable;
import org.motcua.forms.Words;

/**
 * A fee that one applicant has to pay.
 *
 * @param full what it would be without the discount
 * @param discount why it is less, if it is
 * @param collecting when it is paid; null: in the end, as all were once
 */
public record FeeLine(
    Words name, long dong, long full, @Nullable Words discount, @Nullable Collecting collecting) {

  public FeeLine(Words name, long dong, long full, @Nullable Words discount) {
    this(name, dong, full, discount, null);
  }

  public Collecting collected() {
    return collecting == null ? Collecting.AT_THE_END : collecting;
  }

  public boolean dueBy(Collecting.When when) {
    return collected().when().compareTo(when) <= 0;
  }
}
