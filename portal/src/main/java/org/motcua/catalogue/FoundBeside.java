package org.motcua.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.Language;

/**
 * Things besides procedures that people look for, told by whoever keeps them: every bean of this
 * type stands in the search index of every node. Some know the catalogue and it must not know them.
 */
public interface FoundBeside {

  Kind kind();

  /** All that may be found today, by key, those after the given one. */
  List<Entry> list(@Nullable String after, int limit);

  /** Empty for what may not be found (any more). */
  Optional<Entry> find(String key);

  /** In the order in which a page shows them. */
  enum Kind {
    QUESTION,
    AGENCY,
    SERVICE
  }

  /**
   * @param key names it among its kind
   * @param title what it is found by and shown as
   * @param text what it is also found by; its beginning is shown
   * @param words found by, never shown
   * @param address a path within the portal
   */
  record Entry(
      String key,
      String title,
      @Nullable String titleEnglish,
      @Nullable String text,
      @Nullable String textEnglish,
      @Nullable String words,
      String address) {

    public String title(Language language) {
      return language == Language.ENGLISH && titleEnglish != null ? titleEnglish : title;
    }
  }
}
