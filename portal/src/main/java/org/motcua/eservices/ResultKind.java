package org.motcua.eservices;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.Words;

/**
 * What the applicant is given in the end.
 *
 * @param code its number in the national list of results
 * @param validFor how long it holds; {@code null} for ever
 * @param facts what anyone who verifies the certificate may read
 */
public record ResultKind(
    String code,
    Words name,
    ResultTemplate template,
    @Nullable Period validFor,
    List<FactRule> facts) {

  public ResultKind {
    facts = List.copyOf(facts);
  }

  /** The last day on which one issued on this day holds; {@code null} if it has no end. */
  public @Nullable LocalDate validUntil(LocalDate issued) {
    return validFor == null ? null : issued.plus(validFor).minusDays(1);
  }

  /** A fact of the certificate: the answer or computed value of this id. */
  public record FactRule(Words label, String valueOf) {}

  /** A fact as it stands on one certificate, in both languages. */
  public record ResultFact(Words label, Words value) {}
}
