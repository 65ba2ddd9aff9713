package org.motcua.catalogue.reading;

import static java.util.stream.Collectors.joining;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.motcua.catalogue.Procedure;
import org.motcua.platform.web.Page;

/** What one text of a procedure says otherwise than another, part by part, in plain words. */
public final class Differences {

  /** A part in which nothing differs is left out. */
  public static List<Part> between(Procedure before, Procedure after, Page page) {
    var then = Outline.of(before, page);
    var now = Outline.of(after, page);
    return Stream.concat(then.keySet().stream(), now.keySet().stream())
        .distinct()
        .map(
            title ->
                new Part(
                    title,
                    changes(
                        then.getOrDefault(title, List.of()), now.getOrDefault(title, List.of()))))
        .filter(part -> !part.changes().isEmpty())
        .toList();
  }

  /** One part of the text: papers, fees, … */
  public record Part(String title, List<Change> changes) {

    /** {@code thêm 1 · sửa 2}. */
    public String count(Page page) {
      return Stream.of(Kind.values())
          .filter(kind -> count(kind) > 0)
          .map(kind -> page.t("catalogue.changes.count." + kind, count(kind)))
          .collect(joining(" · "));
    }

    private long count(Kind kind) {
      return changes.stream().filter(change -> change.kind() == kind).count();
    }
  }

  /**
   * One line.
   *
   * @param before its pieces as they were, those that are gone marked; empty for an added line
   * @param after its pieces as they are, new ones marked; empty for a removed line
   */
  public record Change(Kind kind, List<Piece> before, List<Piece> after) {}

  public enum Kind {
    ADDED,
    REMOVED,
    REWORDED
  }

  public record Piece(String text, boolean marked) {}

  private static List<Change> changes(List<String> before, List<String> after) {
    return DiffUtils.diff(before, after).getDeltas().stream()
        .flatMap(delta -> changes(delta).stream())
        .toList();
  }

  /** Lines that took each other's place are compared word by word, as far as there are pairs. */
  private static List<Change> changes(AbstractDelta<String> delta) {
    var before = delta.getSource().getLines();
    var after = delta.getTarget().getLines();
    var pairs = Math.min(before.size(), after.size());
    var changes = new ArrayList<Change>();
    for (var i = 0; i < pairs; i++) changes.add(reworded(before.get(i), after.get(i)));
    before.stream().skip(pairs).map(Differences::removed).forEach(changes::add);
    after.stream().skip(pairs).map(Differences::added).forEach(changes::add);
    return changes;
  }

  private static Change removed(String line) {
    return new Change(Kind.REMOVED, List.of(new Piece(line, false)), List.of());
  }

  private static Change added(String line) {
    return new Change(Kind.ADDED, List.of(), List.of(new Piece(line, false)));
  }

  private static Change reworded(String before, String after) {
    var words = words(before);
    var newWords = words(after);
    var deltas = DiffUtils.diff(words, newWords).getDeltas();
    return new Change(
        Kind.REWORDED,
        pieces(words, deltas.stream().map(AbstractDelta::getSource).toList()),
        pieces(newWords, deltas.stream().map(AbstractDelta::getTarget).toList()));
  }

  /** Words and what stands between them, so that a last word is the same word as one inside. */
  private static List<String> words(String line) {
    return Arrays.asList(line.split("(?<=\\s)|(?=\\s)"));
  }

  /** What only the other side has is an empty chunk on this one. */
  private static List<Piece> pieces(List<String> words, List<Chunk<String>> differing) {
    var pieces = new ArrayList<Piece>();
    var next = 0;
    for (var chunk : differing) {
      var from = chunk.getPosition();
      if (from > next) pieces.add(piece(words.subList(next, from), false));
      if (chunk.size() > 0) pieces.add(piece(chunk.getLines(), true));
      next = from + chunk.size();
    }
    if (next < words.size()) pieces.add(piece(words.subList(next, words.size()), false));
    return pieces;
  }

  private static Piece piece(List<String> words, boolean marked) {
    return new Piece(String.join("", words), marked);
  }

  private Differences() {}
}
