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
    Mark mark) {

  /** How anyone asks whether the result is genuine: printed on it. */
  public record Mark(String code, String url, String qrDataUri) {}
}
