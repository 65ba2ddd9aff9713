package org.motcua.catalogue.searching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.FoundBeside.Entry;
import org.motcua.catalogue.FoundBeside.Kind;
import org.motcua.platform.web.Language;

/** What was found besides procedures; kinds of which nothing was found are left out. */
public record BesideResults(List<Group> groups) {

  public static final BesideResults NONE = new BesideResults(List.of());

  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /**
   * @param next null where these are the last
   */
  public record Group(Kind kind, long total, List<Hit> hits, @Nullable BesideCursor next) {

    public boolean hasMore() {
      return total > hits.size();
    }
  }

  public record Hit(Entry entry, Highlights highlights) {

    private static final int SHOWN = 160;

    public String address() {
      return entry.address();
    }

    public List<Highlights.Piece> title(Language language) {
      return highlights.in(entry.title(language));
    }

    /** The beginning of the text, ended between two words. */
    public List<Highlights.Piece> text(Language language) {
      var text =
          language == Language.ENGLISH && entry.textEnglish() != null
              ? entry.textEnglish()
              : entry.text();
      if (text == null) return List.of();
      if (text.length() <= SHOWN) return highlights.in(text);
      var end = text.lastIndexOf(' ', SHOWN);
      return highlights.in(text.substring(0, end < SHOWN / 2 ? SHOWN : end) + "…");
    }
  }
}
