package org.motcua.simulators.outside;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What every template needs: words in the reader's language, and where we are. */
public record Page(MessageSource messages, Locale locale, String path) {

  public static final ZoneId COUNTRY_TIME = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  public String t(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  public String language() {
    return english() ? "en" : "vi";
  }

  public String otherLanguage() {
    return english() ? "vi" : "en";
  }

  public String inOtherLanguage() {
    return path + "?lang=" + otherLanguage();
  }

  public String time(Instant instant) {
    return TIME.format(instant.atZone(COUNTRY_TIME));
  }

  public String date(Instant instant) {
    return DATE.format(instant.atZone(COUNTRY_TIME));
  }

  /**
   * @param dong a sum of money
   */
  public String money(long dong) {
    return english()
        ? String.format(Locale.ROOT, "VND %,d", dong)
        : String.format(Locale.ROOT, "%,d đ", dong).replace(',', '.');
  }

  public String date(LocalDate date) {
    return DATE.format(date);
  }

  /** For {@code aria-current}: whether we are on this page or one below it. */
  public @Nullable String current(String address) {
    return path.equals(address) || path.startsWith(address + "/") ? "page" : null;
  }

  private boolean english() {
    return locale.getLanguage().equals("en");
  }
}
