package org.motcua.identity.officers;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * By what officers are listed and searched: the given name first, as lists in Vietnam are ordered,
 * without diacritics; then the name one signs in with.
 */
final class NameKey {

  static String of(String name, String signInName) {
    var words = words(name);
    if (words.isEmpty()) return fold(signInName);
    var rest = words.subList(0, words.size() - 1);
    return String.join(
        " ",
        Stream.of(Stream.of(words.getLast()), rest.stream(), Stream.of(fold(signInName)))
            .flatMap(part -> part)
            .toList());
  }

  /** Each word of a search; all must be found, each at the beginning of a word of the key. */
  static List<String> words(String typed) {
    return Stream.of(fold(typed).split("[\\s\\u00A0]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(java.util.Locale.ROOT)
        .replace('đ', 'd')
        .strip();
  }

  private NameKey() {}
}
