package org.motcua.notifications;

import java.util.List;

/**
 * What to tell somebody: the words are the messages {@code <key>.title}, {@code <key>.body} and
 * {@code <key>.sms}, each given the arguments.
 *
 * @param link where it leads within the portal, such as {@code /my/dossiers/H26.19-…}
 */
public record Notice(String key, List<String> arguments, String link, NoticeKind kind) {

  public Notice {
    if (!link.startsWith("/") || link.startsWith("//")) {
      throw new IllegalArgumentException("A notice leads to a page of the portal, not to " + link);
    }
    arguments = List.copyOf(arguments);
  }

  /** About a dossier, as most are. */
  public Notice(String key, List<String> arguments, String link) {
    this(key, arguments, link, NoticeKind.DOSSIERS);
  }
}
