package org.motcua.payments;

import org.motcua.documents.Bilingual;

/**
 * One part of what is paid, with the one whom it goes to.
 *
 * @param code by which the beneficiary knows it, such as the sub-item of the State's budget
 */
public record Item(String code, Bilingual name, long dong, Beneficiary to) {

  public Item {
    if (dong <= 0) throw new IllegalArgumentException("Nothing to pay: " + dong);
  }
}
