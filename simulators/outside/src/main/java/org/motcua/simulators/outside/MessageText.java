package org.motcua.simulators.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A message's text cut as phones do: links can be touched, one-time codes stand out. */
public final class MessageText {

  private static final Pattern LINK_OR_CODE =
      Pattern.compile(
          "(?<link>https?://[^\\s<>\"]*[^\\s<>\".,;:!?)])|(?<code>(?<![\\w-])\\d{6}(?![\\w-]))");

  private MessageText() {}

  /** A run of the text and what it is. */
  public sealed interface Piece {
    String text();

    record Plain(String text) implements Piece {}

    record Link(String text) implements Piece {}

    record Code(String text) implements Piece {}
  }

  public static List<Piece> pieces(String text) {
    var pieces = new ArrayList<Piece>();
    var found = LINK_OR_CODE.matcher(text);
    var end = 0;
    while (found.find()) {
      if (found.start() > end) pieces.add(new Piece.Plain(text.substring(end, found.start())));
      var isLink = found.group("link") != null;
      pieces.add(isLink ? new Piece.Link(found.group()) : new Piece.Code(found.group()));
      end = found.end();
    }
    if (end < text.length()) pieces.add(new Piece.Plain(text.substring(end)));
    return pieces;
  }
}
