package org.motcua.eservices;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the agency puts on a result besides the answers.
 *
 * @param number of the register, such as {@code 15/2026}
 * @param placeAndDate {@code Hồng Hà, ngày 09 tháng 12 năm 2026}
 * @param superior the agency above the issuing one
 * @param replaced whose place it takes; null: none
 */
public record Issue(
    String number,
    LocalDate date,
    String placeAndDate,
    @Nullable String superior,
    String agency,
    String signerName,
    String signerTitle,
    Instant signedAt,
    Mark mark,
    @Nullable Replaced replaced) {

  /** One that takes the place of none. */
  public Issue(
      String number,
      LocalDate date,
      String placeAndDate,
      @Nullable String superior,
      String agency,
      String signerName,
      String signerTitle,
      Instant signedAt,
      Mark mark) {
    this(
        number,
        date,
        placeAndDate,
        superior,
        agency,
        signerName,
        signerTitle,
        signedAt,
        mark,
        null);
  }

  public Issue inPlaceOf(Replaced faulty) {
    return new Issue(
        number,
        date,
        placeAndDate,
        superior,
        agency,
        signerName,
        signerTitle,
        signedAt,
        mark,
        faulty);
  }

  /**
   * The faulty one whose place it takes. A correction is no new decision: it holds as long as the
   * faulty one would have.
   *
   * @param decidedOn the day by which conditions of the form are judged
   */
  public record Replaced(
      String number,
      LocalDate date,
      String code,
      LocalDate decidedOn,
      @Nullable LocalDate validUntil) {}

  /** How anyone asks whether the result is genuine: printed on it. */
  public record Mark(String code, String url, String qrDataUri) {}
}
