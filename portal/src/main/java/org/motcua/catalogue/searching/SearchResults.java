package org.motcua.catalogue.searching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.platform.web.Language;

/**
 * @param total exact up to a thousand; of more, at least so many
 * @param next null on the last page
 * @param corrected how the query was read where it seemed mistyped
 * @param guessed whether nothing was found by the words as typed, only as corrected
 */
public record SearchResults(
    List<Hit> hits,
    long total,
    @Nullable SearchCursor next,
    @Nullable String corrected,
    boolean guessed) {

  public record Hit(
      ProcedureCode code,
      String name,
      @Nullable String nameEnglish,
      @Nullable String summary,
      @Nullable String summaryEnglish,
      String fieldName,
      @Nullable String fieldNameEnglish,
      List<Level> levels,
      Highlights highlights) {

    public List<Highlights.Piece> name(Language language) {
      return highlights.in(nameIn(language));
    }

    String nameIn(Language language) {
      return language == Language.ENGLISH && nameEnglish != null ? nameEnglish : name;
    }

    public List<Highlights.Piece> summary(Language language) {
      var text = language == Language.ENGLISH && summaryEnglish != null ? summaryEnglish : summary;
      return text == null ? List.of() : highlights.in(text);
    }

    public String fieldName(Language language) {
      return language == Language.ENGLISH && fieldNameEnglish != null
          ? fieldNameEnglish
          : fieldName;
    }
  }
}
