package org.motcua.catalogue.searching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Shows which words of a text were looked for.
 *
 * @param folded looked for without accents, so any accents will do
 * @param exact looked for with their accents
 */
public record Highlights(Set<String> folded, Set<String> exact) {

  static final Highlights NONE = new Highlights(Set.of(), Set.of());

  public record Piece(String text, boolean marked) {}

  /** The whole text in pieces; marked words that stand together are one piece. */
  public List<Piece> in(String text) {
    var pieces = new ArrayList<Piece>();
    var done = 0;
    var start = -1;
    var end = -1;
    for (var token : VietnameseAnalysis.tokens(VietnameseAnalysis.FOLDED, text)) {
      if (!lookedFor(token)) {
        if (start >= 0) done = add(pieces, text, done, start, end);
        start = -1;
      } else {
        if (start < 0) start = token.start();
        end = token.end();
      }
    }
    if (start >= 0) done = add(pieces, text, done, start, end);
    if (done < text.length()) pieces.add(new Piece(text.substring(done), false));
    return pieces;
  }

  private boolean lookedFor(VietnameseAnalysis.Token token) {
    return folded.contains(token.term())
        || (!exact.isEmpty() && exact.contains(VietnameseAnalysis.exactly(token.surface())));
  }

  private static int add(List<Piece> pieces, String text, int done, int start, int end) {
    if (done < start) pieces.add(new Piece(text.substring(done, start), false));
    pieces.add(new Piece(text.substring(start, end), true));
    return end;
  }
}
