package org.motcua.platform.web;

import java.text.NumberFormat;
import java.text.NumberFormat.Style;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.motcua.platform.clock.CountryTime;

/** Dates, money and numbers as people write them in each language. */
public record Formats(Language language) {

  private static final DateTimeFormatter NUMERIC = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final long SHORT_ANYWAY = 10_000;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** {@code 09/12/2019}, or {@code 9 December 2019}. */
  public String date(LocalDate date) {
    return switch (language) {
      case VIETNAMESE -> NUMERIC.format(date);
      case ENGLISH -> DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(date);
    };
  }

  public String date(Instant instant) {
    return date(instant.atZone(CountryTime.ZONE).toLocalDate());
  }

  /** {@code 10:32 ngày 09/12/2019}, or {@code 10:32 on 9 December 2019}. */
  public String dateTime(Instant instant) {
    var at = instant.atZone(CountryTime.ZONE);
    var link = language == Language.VIETNAMESE ? " ngày " : " on ";
    return TIME.format(at) + link + date(at.toLocalDate());
  }

  public String time(Instant instant) {
    return TIME.format(instant.atZone(CountryTime.ZONE));
  }

  /** Whole dong, the currency's only unit: {@code 135.000 đồng}, or {@code VND 135,000}. */
  public String money(long dong) {
    return language == Language.VIETNAMESE ? number(dong) + " đồng" : "VND " + number(dong);
  }

  /** A phone of this country as one dials it here: {@code 0912 000 001}. */
  public String phone(String international) {
    var local = international.replaceFirst("^\\+84", "0");
    return local.matches("0\\d{9}")
        ? local.substring(0, 4) + " " + local.substring(4, 7) + " " + local.substring(7)
        : international;
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  /** Where there is little room: {@code 1,5 Tr}, or {@code 1.5M}. */
  public String compact(long number) {
    if (Math.abs(number) < SHORT_ANYWAY) return number(number);
    var format = NumberFormat.getCompactNumberInstance(language.locale(), Style.SHORT);
    format.setMaximumFractionDigits(1);
    return format.format(number);
  }
}
