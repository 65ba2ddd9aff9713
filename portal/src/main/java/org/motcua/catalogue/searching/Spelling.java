package org.motcua.catalogue.searching;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.searching.VietnameseAnalysis.Token;

/**
 * Knows the words of the catalogue and puts typing errors right: letters swapped, missing or
 * doubled, spaces left out, sounds that regions write alike (s and x, tr and ch).
 *
 * <p>A syllable alone says little in Vietnamese, so its neighbours decide between candidates.
 * Procedures that change only add words; a rebuild of the index begins anew.
 */
final class Spelling {

  private static final int SHORTEST_TO_CORRECT = 3;
  private static final int LONGEST_TO_CORRECT = 40;
  private static final int TWO_ERRORS_FROM = 6;

  private final Map<String, Word> words = new ConcurrentHashMap<>();
  private final Map<String, Word> pairs = new ConcurrentHashMap<>();

  void learn(String text) {
    var tokens = VietnameseAnalysis.tokens(VietnameseAnalysis.FOLDED, text);
    for (var i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      words.computeIfAbsent(token.term(), term -> new Word()).seen(token.surface());
      if (i == 0) continue;
      var before = tokens.get(i - 1);
      pairs
          .computeIfAbsent(pair(before.term(), token.term()), pair -> new Word())
          .seen(before.surface() + " " + token.surface());
    }
  }

  /** The query with its unknown words put right, if there are any that can be. */
  Optional<String> corrected(String query) {
    return corrected(query, false);
  }

  /** As {@link #corrected}, and doubting known words that do not go with their neighbours. */
  Optional<String> guessed(String query) {
    return corrected(query, true);
  }

  private Optional<String> corrected(String query, boolean doubting) {
    var typed =
        VietnameseAnalysis.tokens(VietnameseAnalysis.FOLDED, query).stream()
            .map(Token::term)
            .toList();
    var right = new ArrayList<String>();
    for (var i = 0; i < typed.size(); i++) {
      var before = right.isEmpty() ? null : right.getLast();
      var after = i + 1 < typed.size() ? typed.get(i + 1) : null;
      right.addAll(right(typed.get(i), before, after, doubting));
    }
    return right.equals(typed) ? Optional.empty() : Optional.of(written(right));
  }

  private List<String> right(
      String term, @Nullable String before, @Nullable String after, boolean doubting) {
    var known = words.containsKey(term);
    if (term.length() < SHORTEST_TO_CORRECT || term.length() > LONGEST_TO_CORRECT) {
      return List.of(term);
    }
    if (term.chars().anyMatch(Character::isDigit)) return List.of(term);
    if (known && (!doubting || fit(term, before, after) > 0)) return List.of(term);
    var apart = known ? List.<String>of() : apart(term);
    if (!apart.isEmpty()) return apart;
    return words.keySet().stream()
        .filter(candidate -> near(term, candidate))
        .filter(candidate -> !known || fit(candidate, before, after) > 0)
        .min(
            comparingInt((String candidate) -> -fit(candidate, before, after))
                .thenComparingInt(candidate -> distance(term, candidate))
                .thenComparingInt(candidate -> -count(candidate))
                .thenComparing(candidate -> candidate))
        .map(List::of)
        .orElse(List.of(term));
  }

  /** How many neighbours it is known to stand beside. */
  private int fit(String term, @Nullable String before, @Nullable String after) {
    return (before != null && pairs.containsKey(pair(before, term)) ? 1 : 0)
        + (after != null && pairs.containsKey(pair(term, after)) ? 1 : 0);
  }

  private int count(String term) {
    var word = words.get(term);
    return word == null ? 0 : word.count();
  }

  /** {@code khaisinh} → {@code khai sinh}, where every pair is known; the fewest parts win. */
  private List<String> apart(String run) {
    var best = new ArrayList<List<String>>();
    best.add(List.of());
    for (var end = 1; end <= run.length(); end++) {
      List<String> here = List.of();
      for (var start = 0; start < end; start++) {
        var front = best.get(start);
        var part = FinalVowelFilter.finalVowel(run.substring(start, end));
        if ((start > 0 && front.isEmpty()) || part.length() < 2 || !words.containsKey(part)) {
          continue;
        }
        if (start > 0 && !pairs.containsKey(pair(front.getLast(), part))) continue;
        if (here.isEmpty() || front.size() + 1 < here.size()) {
          here = new ArrayList<>(front);
          here.add(part);
        }
      }
      best.add(here);
    }
    return best.getLast();
  }

  private static boolean near(String typed, String candidate) {
    var allowed = typed.length() >= TWO_ERRORS_FROM ? 2 : 1;
    return Math.abs(typed.length() - candidate.length()) <= 2
        && candidate.length() > 1
        && distance(typed, candidate) <= allowed;
  }

  private static int distance(String typed, String candidate) {
    var sound = sound(typed);
    return sound.equals(sound(candidate)) ? 1 : edits(typed, candidate);
  }

  /** What regions pronounce alike is often written alike. */
  private static String sound(String term) {
    return term.replace("tr", "ch").replace('x', 's').replace("gi", "d").replace('r', 'd');
  }

  /** Letters put in, left out, exchanged, or swapped with the next. */
  private static int edits(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) rows[i][0] = i;
    for (var j = 0; j <= b.length(); j++) rows[0][j] = j;
    for (var i = 1; i <= a.length(); i++) {
      for (var j = 1; j <= b.length(); j++) {
        var exchange = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        rows[i][j] = Math.min(exchange, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }

  /** With the accents that the catalogue writes most often. */
  private String written(List<String> terms) {
    var text = new ArrayList<String>();
    for (var i = 0; i < terms.size(); i++) {
      var word = words.get(terms.get(i));
      var together = i + 1 < terms.size() ? pairs.get(pair(terms.get(i), terms.get(i + 1))) : null;
      if (together != null) {
        text.add(together.surface());
        i++;
      } else {
        text.add(word == null ? terms.get(i) : word.surface());
      }
    }
    return String.join(" ", text);
  }

  private static String pair(String first, String second) {
    return first + " " + second;
  }

  /** How often a term was seen, and in which spellings. */
  private static final class Word {
    private final Map<String, Integer> surfaces = new ConcurrentHashMap<>();

    void seen(String surface) {
      surfaces.merge(surface.toLowerCase(Locale.ROOT), 1, Integer::sum);
    }

    int count() {
      return surfaces.values().stream().mapToInt(Integer::intValue).sum();
    }

    String surface() {
      return surfaces.entrySet().stream()
          .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
          .map(Map.Entry::getKey)
          .orElse("");
    }
  }
}
