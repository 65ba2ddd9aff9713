package org.motcua.simulators.outside.phones;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A text whose pieces come one by one, in any order, perhaps twice. */
class JoinedText {

  private final int pieces;
  private final SortedMap<Integer, String> come = new TreeMap<>();

  JoinedText(int pieces) {
    this.pieces = pieces;
  }

  /** The whole, once the last piece has come. */
  synchronized Optional<String> with(TextPiece piece) {
    come.put(piece.number(), piece.text());
    return come.size() < pieces ? Optional.empty() : Optional.of(String.join("", come.values()));
  }
}
