package org.motcua.catalogue.searching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Words with how often each was seen and how it is mostly written, and those that look alike.
 *
 * <p>A letter put in, left out or exchanged changes the set of a word's letters by at most two, so
 * that comparing two sets, held as bits, rules out nearly all words before any is compared letter
 * by letter.
 */
final class KnownWords {

  private static final int LONGEST = 64;

  private final Map<String, Word> words = new ConcurrentHashMap<>();
  private final Shelf[] shelves = new Shelf[LONGEST + 1];

  KnownWords() {
    Arrays.setAll(shelves, length -> new Shelf());
  }

  void seen(String term, String surface) {
    words
        .computeIfAbsent(
            term,
            fresh -> {
              if (fresh.length() <= LONGEST) shelves[fresh.length()].add(fresh);
              return new Word();
            })
        .seen(surface.toLowerCase(Locale.ROOT));
  }

  boolean has(String term) {
    return words.containsKey(term);
  }

  int count(String term) {
    var word = words.get(term);
    return word == null ? 0 : word.count();
  }

  /** As most texts write it. */
  @Nullable String surface(String term) {
    var word = words.get(term);
    return word == null ? null : word.surface();
  }

  int size() {
    return words.size();
  }

  /**
   * Those that may lie within so many errors; the caller compares letter by letter.
   *
   * @param shift by how many letters the lengths may differ
   */
  void near(String term, int errors, int shift, Consumer<String> candidates) {
    var letters = letters(term);
    var longest = Math.min(LONGEST, term.length() + shift);
    for (var length = Math.max(1, term.length() - shift); length <= longest; length++) {
      shelves[length].near(letters, 2 * errors, candidates);
    }
  }

  private static int letters(String term) {
    var letters = 0;
    for (var i = 0; i < term.length(); i++) letters |= 1 << (term.charAt(i) & 31);
    return letters;
  }

  /** Words of one length. Read without a lock: it only grows, and its size is told last. */
  private static final class Shelf {
    private volatile Content content = new Content(new String[16], new int[16], 0);

    synchronized void add(String term) {
      var old = content;
      var terms = old.terms;
      var letters = old.letters;
      if (old.size == terms.length) {
        terms = Arrays.copyOf(terms, 2 * old.size);
        letters = Arrays.copyOf(letters, 2 * old.size);
      }
      terms[old.size] = term;
      letters[old.size] = letters(term);
      content = new Content(terms, letters, old.size + 1);
    }

    void near(int wanted, int most, Consumer<String> candidates) {
      var now = content;
      for (var i = 0; i < now.size; i++) {
        if (Integer.bitCount(now.letters[i] ^ wanted) <= most) candidates.accept(now.terms[i]);
      }
    }

    @SuppressWarnings("ArrayRecordComponent") // a snapshot of this class alone
    private record Content(String[] terms, int[] letters, int size) {}
  }

  /** Nearly every word has one spelling; only of the others all are counted. */
  private static final class Word {
    private String first = "";
    private int firstCount;
    private int count;
    private @Nullable Map<String, Integer> others;

    synchronized void seen(String surface) {
      count++;
      if (firstCount == 0) first = surface;
      if (first.equals(surface)) {
        firstCount++;
      } else {
        if (others == null) others = new HashMap<>(2);
        others.merge(surface, 1, Integer::sum);
      }
    }

    synchronized int count() {
      return count;
    }

    synchronized String surface() {
      if (others == null) return first;
      var best = first;
      var most = firstCount;
      for (var other : others.entrySet()) {
        var more = other.getValue() - most;
        if (more > 0 || (more == 0 && other.getKey().compareTo(best) > 0)) {
          best = other.getKey();
          most = other.getValue();
        }
      }
      return best;
    }
  }
}
