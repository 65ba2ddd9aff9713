package org.motcua.simulators.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template needs: words in the reader's language, whose portal it is, where we are and
 * who reads.
 *
 * @param visitor the name of who is signed in, or none
 * @param formToken proves that a form sent to us is from a page of ours
 */
public record Page(
    MessageSource messages,
    Locale locale,
    String path,
    Province province,
    @Nullable String visitor,
    @Nullable CsrfToken formToken) {

  private static final ZoneId COUNTRY_TIME = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  public String t(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  public String name() {
    return province.name(locale);
  }

  public boolean isAt(String address) {
    return path.equals(address);
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

  /** {@code 10:32 ngày 09/12/2019}, or {@code 10:32 on 09/12/2019}. */
  public String dateTime(@Nullable Instant instant) {
    if (instant == null) return t("dossier.unknown");
    var at = instant.atZone(COUNTRY_TIME);
    return TIME.format(at) + (english() ? " on " : " ngày ") + DATE.format(at);
  }

  public String date(@Nullable Instant instant) {
    return instant == null ? "" : DATE.format(instant.atZone(COUNTRY_TIME));
  }

  public String date(@Nullable LocalDate date) {
    return date == null ? "" : DATE.format(date);
  }

  /** The national name of a status, in the reader's language. */
  public String status(int status) {
    return t(status >= 1 && status <= 10 ? "status." + status : "status.other");
  }

  private boolean english() {
    return locale.getLanguage().equals("en");
  }
}
