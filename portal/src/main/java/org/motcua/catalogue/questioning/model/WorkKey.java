package org.motcua.catalogue.questioning.model;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.motcua.catalogue.QuestionId;

/** Where a page of the work list ended, to the microsecond that the database keeps. */
public record WorkKey(Instant at, QuestionId id) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,17})_([0-9a-f-]{36})");
  private static final long MICROS = 1_000_000;

  public static Optional<WorkKey> parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) return Optional.empty();
    var micros = Long.parseLong(form.group(1));
    var at = Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000);
    return QuestionId.parse(form.group(2)).map(id -> new WorkKey(at, id));
  }

  @Override
  public String toString() {
    return (at.getEpochSecond() * MICROS + at.getNano() / 1000) + "_" + id;
  }
}
