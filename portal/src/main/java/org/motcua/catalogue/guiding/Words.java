package org.motcua.catalogue.guiding;

import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.Language;

/** A text in Vietnamese, and in English where somebody has written it. */
public record Words(String vietnamese, @Nullable String english) {

  static @Nullable Words of(@Nullable String vietnamese, @Nullable String english) {
    return vietnamese == null ? null : new Words(vietnamese, english);
  }

  public String in(Language language) {
    return language == Language.ENGLISH && english != null ? english : vietnamese;
  }

  /** The {@code lang} attribute for a reader of this language; null where it is the page's own. */
  public @Nullable String marked(Language language) {
    return language == Language.ENGLISH && english == null ? "vi" : null;
  }
}
