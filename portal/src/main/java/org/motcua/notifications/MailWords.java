package org.motcua.notifications;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes a notice as a mail: the words of the inbox, and links into the portal. */
@Component
class MailWords {

  private final Messages messages;
  private final TemplateEngine templates;
  private final String portal;

  MailWords(
      Messages messages, TemplateEngine templates, @Value("${motcua.public-url}") String portal) {
    this.messages = messages;
    this.templates = templates;
    this.portal = portal;
  }

  record Written(String subject, String text, String html) {}

  Written of(Notice notice, Language language) {
    var arguments = notice.arguments().toArray();
    var letter =
        new NoticeLetter(
            language.code(),
            messages.text(language, notice.key() + ".title", arguments),
            messages.text(language, notice.key() + ".body", arguments),
            messages.text(language, "notifications.mail.open"),
            portal + notice.link(),
            messages.text(language, "notifications.mail.portal"),
            messages.text(language, "notifications.mail.why"),
            messages.text(language, "notifications.mail.change"),
            portal + PreferencesController.PATH,
            messages.text(language, "notifications.mail.neverAsked"));
    return new Written(letter.title(), letter.asText(), html(letter));
  }

  private String html(NoticeLetter letter) {
    var html = new StringOutput();
    templates.render("notifications/mail.jte", Map.of("letter", letter), html);
    return html.toString();
  }
}
