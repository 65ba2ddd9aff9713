package org.motcua.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.Language;
import org.springframework.core.io.Resource;

/**
 * Implemented by every module that keeps something about people: it puts all of it into the parcel
 * which the person has asked for.
 *
 * <p>It is called by a durable job, so perhaps twice, and outside a transaction.
 */
public interface DataHolder {

  void handOut(AccountId person, Parcel parcel);

  /** Facts by turns with their names; those that are null are left out. */
  static Map<String, ?> facts(@Nullable Object... namesAndValues) {
    var facts = new LinkedHashMap<String, Object>();
    for (var at = 0; at < namesAndValues.length; at += 2) {
      var value = namesAndValues[at + 1];
      if (value != null) facts.put((String) namesAndValues[at], value);
    }
    return facts;
  }

  /** All that is kept, page after page as it is read: each is asked for by the last before it. */
  static <T> Stream<T> all(int pageSize, Function<@Nullable T, List<T>> pageAfter) {
    return Stream.iterate(
            pageAfter.apply(null),
            page -> !page.isEmpty(),
            page -> page.size() < pageSize ? List.of() : pageAfter.apply(page.getLast()))
        .flatMap(List::stream);
  }

  /** What programs read as a code, and people in words. */
  record Coded(String code, String words) {}

  /** What one person is handed: read by people as pages, by programs as JSON. */
  interface Parcel {

    /** In which it is read. */
    Language language();

    /**
     * One kind of things that are kept, such as {@code dossiers.dossier}. Its title is the message
     * {@code <kind>.held}; what each fact is called, the message {@code <kind>.held.<fact>}.
     *
     * @param entries each with the same facts in the order in which they are shown; a value is a
     *     text, number, boolean, {@code Instant}, {@code LocalDate}, {@link Coded}, a list or a map
     *     of such
     */
    void put(String kind, Stream<Map<String, ?>> entries);

    /**
     * @param path within the parcel, such as {@code dossiers/H49.61.12-201122-0001/don.pdf}
     */
    void put(String path, Resource file);
  }
}
