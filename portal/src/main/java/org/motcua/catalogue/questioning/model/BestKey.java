package org.motcua.catalogue.questioning.model;

import java.util.Optional;
import java.util.regex.Pattern;
import org.motcua.catalogue.QuestionId;

/** Where a page of questions, the best first, ended. */
public record BestKey(int score, QuestionId id) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,5})_([0-9a-f-]{36})");

  public static Optional<BestKey> parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) return Optional.empty();
    var score = Integer.parseInt(form.group(1));
    return QuestionId.parse(form.group(2)).map(id -> new BestKey(score, id));
  }

  @Override
  public String toString() {
    return score + "_" + id;
  }
}
