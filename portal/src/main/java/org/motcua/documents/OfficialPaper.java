package org.motcua.documents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the head of an official document (Decree 30/2020, appendix I): at the left who
 * issues it, at the right the nation's name and motto, below number, place and date.
 *
 * @param title what the paper is, such as {@code GIẤY KHAI SINH}
 * @param superior the agency above the issuing one, printed over it
 * @param number such as {@code 15/2026}, without "Số:"
 * @param place of issue, such as {@code Hồng Hà}
 */
public record OfficialPaper(
    String title,
    @Nullable String superior,
    String agency,
    @Nullable String number,
    @Nullable String place,
    @Nullable LocalDate date) {

  /**
   * {@code Hồng Hà, ngày 09 tháng 12 năm 2026}: days below ten and the first two months are written
   * with a nought, so that no digit can be put before them.
   */
  public String placeAndDate() {
    if (date == null) return place == null ? "" : place;
    var day = (date.getDayOfMonth() < 10 ? "0" : "") + date.getDayOfMonth();
    var month = (date.getMonthValue() < 3 ? "0" : "") + date.getMonthValue();
    var on = "ngày %s tháng %s năm %d".formatted(day, month, date.getYear());
    return place == null ? on : place + ", " + on;
  }
}
