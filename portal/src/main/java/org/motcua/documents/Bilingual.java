package org.motcua.documents;

import org.motcua.platform.web.Language;

/** Words that are kept with a certificate in both languages. */
public record Bilingual(String vietnamese, String english) {

  /** A name, number or the like that reads the same. */
  public static Bilingual same(String text) {
    return new Bilingual(text, text);
  }

  public String in(Language language) {
    return language == Language.VIETNAMESE ? vietnamese : english;
  }
}
