package org.motcua.catalogue.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The province that a reader has chosen, kept in a cookie for a year. */
@Component
class ReaderProvince {

  static final String COOKIE = "motcua_province";

  private final Organisation organisation;

  ReaderProvince(Organisation organisation) {
    this.organisation = organisation;
  }

  Optional<Unit> of(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
        .flatMap(cookie -> province(cookie.getValue()));
  }

  /** A reform may have ended it since it was chosen. */
  Optional<Unit> province(String code) {
    return organisation.provinces().stream()
        .filter(province -> province.code().value().equals(code))
        .findFirst();
  }

  void choose(Unit province, HttpServletResponse response) {
    remember(province.code().value(), Duration.ofDays(365), response);
  }

  void forget(HttpServletResponse response) {
    remember("", Duration.ZERO, response);
  }

  private static void remember(String value, Duration maxAge, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, value)
            .path("/")
            .maxAge(maxAge)
            .httpOnly(true)
            .sameSite("Lax")
            .build()
            .toString());
  }
}
