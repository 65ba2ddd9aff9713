package org.motcua.notifications;

import java.util.UUID;
import org.motcua.platform.web.Page;

/** A message in the words of the reader's language. */
public record ReadMessage(
    UUID id, String title, String body, String link, String sentAt, boolean unread) {

  static ReadMessage of(Message message, Page page) {
    var notice = message.notice();
    var arguments = notice.arguments().toArray();
    return new ReadMessage(
        message.id(),
        page.t(notice.key() + ".title", arguments),
        page.t(notice.key() + ".body", arguments),
        notice.link(),
        page.dateTime(message.sentAt()),
        !message.read());
  }
}
