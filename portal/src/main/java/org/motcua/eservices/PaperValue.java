package org.motcua.eservices;

import com.samskivert.mustache.Mustache;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;

/**
 * A value of a result's template: in the text as people read it, as a section shown as often as it
 * has something. It has no names of its own besides those of a table's rows, so that what stands in
 * a section is looked up among all values.
 */
final class PaperValue implements Mustache.CustomContext, Iterable<Mustache.CustomContext> {

  private final String text;
  private final List<Mustache.CustomContext> sections;

  private PaperValue(String text, @Nullable List<Mustache.CustomContext> sections) {
    this.text = text;
    this.sections = sections == null ? List.of(this) : sections;
  }

  static PaperValue of(@Nullable String text) {
    return text == null || text.isEmpty()
        ? new PaperValue("", List.of())
        : new PaperValue(text, null);
  }

  static PaperValue date(@Nullable LocalDate date) {
    return of(date == null ? "" : new Formats(Language.VIETNAMESE).date(date));
  }

  static PaperValue yesNo(String text, boolean yes) {
    return yes ? of(text) : new PaperValue(text, List.of());
  }

  static PaperValue count(int number) {
    return new PaperValue(Integer.toString(number), number == 0 ? List.of() : null);
  }

  static PaperValue rows(String text, List<Map<String, Object>> rows) {
    return new PaperValue(
        text, rows.stream().<Mustache.CustomContext>map(row -> row::get).toList());
  }

  @Override
  public @Nullable Object get(String name) {
    return null;
  }

  @Override
  public Iterator<Mustache.CustomContext> iterator() {
    return sections.iterator();
  }

  @Override
  public String toString() {
    return text;
  }
}
