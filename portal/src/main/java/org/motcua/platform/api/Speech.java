package org.motcua.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpHeaders;

/** In which language a program wants to be answered: its {@code Accept-Language}, no cookie. */
public final class Speech {

  public static Language of(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) return Language.VIETNAMESE;
    return Collections.list(request.getLocales()).stream()
        .map(locale -> locale.getLanguage())
        .filter(code -> code.equals("en") || code.equals("vi"))
        .findFirst()
        .filter("en"::equals)
        .map(english -> Language.ENGLISH)
        .orElse(Language.VIETNAMESE);
  }

  private Speech() {}
}
