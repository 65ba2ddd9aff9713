package org.motcua.catalogue.searching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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

  /** Two letters for one sound, {@code tr} and {@code ch}, count as two errors to the letter. */
  private static final int MOST_ERRORS = 2;

  private final KnownWords words = new KnownWords();
  private final KnownWords pairs = new KnownWords();
  private final Set<String> written = ConcurrentHashMap.newKeySet();

  void learn(String text) {
    written.addAll(VietnameseAnalysis.terms(VietnameseAnalysis.EXACT, text));
    var tokens = VietnameseAnalysis.tokens(VietnameseAnalysis.FOLDED, text);
    for (var i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      words.seen(token.term(), token.surface());
      if (i == 0) continue;
      var before = tokens.get(i - 1);
      pairs.seen(pair(before.term(), token.term()), before.surface() + " " + token.surface());
    }
  }

  /** Whether somebody writes a syllable so, with its accents. */
  boolean writes(String exact) {
    return written.contains(exact);
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
    var known = words.has(term);
    if (term.length() < SHORTEST_TO_CORRECT || term.length() > LONGEST_TO_CORRECT) {
      return List.of(term);
    }
    if (term.chars().anyMatch(Character::isDigit)) return List.of(term);
    if (known && (!doubting || fit(term, before, after) > 0)) return List.of(term);
    var apart = known ? List.<String>of() : apart(term);
    if (!apart.isEmpty()) return apart;
    var best = new Best(term, before, after, known);
    words.near(term, MOST_ERRORS, MOST_ERRORS, best);
    return List.of(best.candidate == null ? term : best.candidate);
  }

  /** How many neighbours it is known to stand beside. */
  private int fit(String term, @Nullable String before, @Nullable String after) {
    return (before != null && pairs.has(pair(before, term)) ? 1 : 0)
        + (after != null && pairs.has(pair(term, after)) ? 1 : 0);
  }

  /**
   * Of the words like the typed one: that which fits best, then the nearest, then the commonest.
   */
  private final class Best implements Consumer<String> {
    private final String typed;
    private final @Nullable String before;
    private final @Nullable String after;
    private final boolean mustFit;
    private @Nullable String candidate;
    private int fit;
    private int distance;
    private int count;

    Best(String typed, @Nullable String before, @Nullable String after, boolean mustFit) {
      this.typed = typed;
      this.before = before;
      this.after = after;
      this.mustFit = mustFit;
    }

    @Override
    public void accept(String other) {
      if (other.length() < 2 || other.equals(typed)) return;
      var otherDistance = distance(typed, other);
      if (otherDistance > (typed.length() >= TWO_ERRORS_FROM ? 2 : 1)) return;
      var otherFit = fit(other, before, after);
      if (mustFit && otherFit == 0) return;
      var otherCount = words.count(other);
      if (candidate != null && !better(other, otherFit, otherDistance, otherCount)) return;
      candidate = other;
      fit = otherFit;
      distance = otherDistance;
      count = otherCount;
    }

    private boolean better(String other, int otherFit, int otherDistance, int otherCount) {
      if (otherFit != fit) return otherFit > fit;
      if (otherDistance != distance) return otherDistance < distance;
      if (otherCount != count) return otherCount > count;
      return candidate == null || other.compareTo(candidate) < 0;
    }
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
        if ((start > 0 && front.isEmpty()) || part.length() < 2 || !words.has(part)) {
          continue;
        }
        if (start > 0 && !pairs.has(pair(front.getLast(), part))) continue;
        if (here.isEmpty() || front.size() + 1 < here.size()) {
          here = new ArrayList<>(front);
          here.add(part);
        }
      }
      best.add(here);
    }
    return best.getLast();
  }

  private static int distance(String typed, String candidate) {
    return sound(typed).equals(sound(candidate)) ? 1 : edits(typed, candidate);
  }

  /** What regions pronounce alike is often written alike. */
  private static String sound(String term) {
    return term.replace("tr", "ch").replace('x', 's').replace("gi", "d").replace('r', 'd');
  }

  /** Letters put in, left out, exchanged, or swapped with the next. */
  private static int edits(String a, String b) {
    var beforeLast = new int[b.length() + 1];
    var last = new int[b.length() + 1];
    var row = new int[b.length() + 1];
    for (var j = 0; j <= b.length(); j++) last[j] = j;
    for (var i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var exchange = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(exchange, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      var free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }

  /** With the accents that the catalogue writes most often. */
  private String written(List<String> terms) {
    var text = new ArrayList<String>();
    for (var i = 0; i < terms.size(); i++) {
      var together =
          i + 1 < terms.size() ? pairs.surface(pair(terms.get(i), terms.get(i + 1))) : null;
      if (together != null) {
        text.add(together);
        i++;
      } else {
        var alone = words.surface(terms.get(i));
        text.add(alone == null ? terms.get(i) : alone);
      }
    }
    return String.join(" ", text);
  }

  private static String pair(String first, String second) {
    return first + " " + second;
  }
}
