package org.motcua.bills;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Page;

/** Times, months, sums and codes as creditors write them, in the reader's words. */
public final class Moments {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

  /** A date, or a date and a time without a zone; what is neither stays as it is. */
  public static String of(Page page, String said) {
    try {
      return said.contains("T")
          ? page.dateTime(LocalDateTime.parse(said).atZone(CountryTime.ZONE).toInstant())
          : page.date(LocalDate.parse(said));
    } catch (DateTimeException e) {
      return said;
    }
  }

  public static String month(Page page, YearMonth month) {
    return page.language() == Language.VIETNAMESE
        ? "tháng " + MONTH.format(month)
        : DateTimeFormatter.ofPattern("MMMM yyyy", page.language().locale()).format(month);
  }

  /** A sum as it was typed. */
  public static long dong(String typed) {
    var digits = typed.replaceAll("\\D", "");
    return digits.isEmpty() || digits.length() > 15 ? 0 : Long.parseLong(digits);
  }

  /** Of the State's budget: what stands before the slash. */
  public static String chapter(String code) {
    return code.contains("/") ? code.substring(0, code.indexOf('/')) : "–";
  }

  public static String subItem(String code) {
    return code.substring(code.indexOf('/') + 1);
  }

  private Moments() {}
}
