package org.motcua.eservices;

import java.time.LocalDate;

/** Dates as Vietnamese papers write them out, so that no figure can be altered. */
final class DateInWords {

  private static final String[] DIGITS = {
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"
  };

  /** {@code Ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi mốt}. */
  static String of(LocalDate date) {
    return "Ngày "
        + belowHundred(date.getDayOfMonth())
        + " tháng "
        + (date.getMonthValue() == 4 ? "tư" : belowHundred(date.getMonthValue()))
        + " năm "
        + year(date.getYear());
  }

  private static String year(int year) {
    var words =
        new StringBuilder(DIGITS[year / 1000])
            .append(" nghìn ")
            .append(DIGITS[year / 100 % 10])
            .append(" trăm");
    var rest = year % 100;
    if (rest == 0) return words.toString();
    return words.append(rest < 10 ? " linh " : " ").append(afterHundreds(rest)).toString();
  }

  /** After "linh", four is "tư"; all else is as it stands alone. */
  private static String afterHundreds(int rest) {
    return rest == 4 ? "tư" : belowHundred(rest);
  }

  private static String belowHundred(int number) {
    if (number < 10) return DIGITS[number];
    var tens = number < 20 ? "mười" : DIGITS[number / 10] + " mươi";
    return switch (number % 10) {
      case 0 -> tens;
      case 1 -> tens + (number < 20 ? " một" : " mốt");
      case 4 -> tens + (number < 20 ? " bốn" : " tư");
      case 5 -> tens + " lăm";
      default -> tens + " " + DIGITS[number % 10];
    };
  }

  private DateInWords() {}
}
