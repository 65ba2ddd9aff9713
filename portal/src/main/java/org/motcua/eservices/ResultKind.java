package org.motcua.eservices;

import java.util.List;
import org.motcua.forms.Words;

/**
 * What the applicant is given in the end.
 *
 * @param code its number in the national list of results
 * @param facts what anyone who verifies the certificate may read
 */
public record ResultKind(String code, Words name, ResultTemplate template, List<FactRule> facts) {

  public ResultKind {
    facts = List.copyOf(facts);
  }

  /** A fact of the certificate: the answer or computed value of this id. */
  public record FactRule(Words label, String valueOf) {}

  /** A fact as it stands on one certificate, in both languages. */
  public record ResultFact(Words label, Words value) {}
}
