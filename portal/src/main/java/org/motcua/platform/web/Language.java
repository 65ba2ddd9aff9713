package org.motcua.platform.web;

import java.util.Locale;

/** The languages in which the whole portal speaks, the country's own first. */
public enum Language {
  VIETNAMESE("vi", "vi-VN"),
  ENGLISH("en", "en-GB");

  private final String code;
  private final Locale locale;

  Language(String code, String tag) {
    this.code = code;
    this.locale = Locale.forLanguageTag(tag);
  }

  /** ISO 639-1, as in {@code ?lang=en}. */
  public String code() {
    return code;
  }

  public Locale locale() {
    return locale;
  }

  public Language other() {
    return this == VIETNAMESE ? ENGLISH : VIETNAMESE;
  }

  public static Language of(Locale locale) {
    return locale.getLanguage().equals("en") ? ENGLISH : VIETNAMESE;
  }
}
