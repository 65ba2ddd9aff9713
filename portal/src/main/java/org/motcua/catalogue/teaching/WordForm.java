package org.motcua.catalogue.teaching;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.searching.model.EverydayWord;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;

/**
 * An everyday word as it is written, one expression a line.
 *
 * @param version the one that was shown, 0 of a new word
 * @param query what is tried with it
 */
public record WordForm(
    int version, @Nullable String say, @Nullable String mean, @Nullable String query) {

  private static final int MOST_SAY = 60;
  private static final int MOST_MEAN = 6;
  private static final int LONGEST = 100;

  static WordForm of(EverydayWord word) {
    return new WordForm(
        word.version(), String.join("\n", word.say()), String.join("\n", word.mean()), null);
  }

  static WordForm fresh(String say) {
    return new WordForm(0, say, "", say);
  }

  public String asked() {
    return Objects.requireNonNullElse(query, "").strip();
  }

  List<String> saying() {
    return lines(say);
  }

  List<String> meaning() {
    return lines(mean);
  }

  FieldErrors errors(Page page) {
    var errors = new ArrayList<FieldError>();
    if (saying().isEmpty()) errors.add(new FieldError("say", page.t("catalogue.words.say.none")));
    check("say", saying(), MOST_SAY, errors, page);
    check("mean", meaning(), MOST_MEAN, errors, page);
    return new FieldErrors(errors);
  }

  private static void check(
      String field, List<String> lines, int most, List<FieldError> errors, Page page) {
    if (lines.size() > most) {
      errors.add(new FieldError(field, page.t("catalogue.words.tooMany", most)));
    }
    lines.stream()
        .filter(line -> line.length() > LONGEST)
        .findFirst()
        .ifPresent(
            line -> errors.add(new FieldError(field, page.t("catalogue.words.tooLong", LONGEST))));
    lines.stream()
        .filter(line -> line.codePoints().noneMatch(Character::isLetterOrDigit))
        .findFirst()
        .ifPresent(
            line -> errors.add(new FieldError(field, page.t("catalogue.words.noWord", line))));
  }

  private static List<String> lines(@Nullable String text) {
    return Objects.requireNonNullElse(text, "")
        .lines()
        .map(line -> line.replaceAll("\\s+", " ").strip())
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }
}
