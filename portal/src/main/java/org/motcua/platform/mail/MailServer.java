package org.motcua.platform.mail;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server, by SMTP. */
@Component
class MailServer {

  private final JavaMailSender smtp;
  private final String sender;

  MailServer(JavaMailSender smtp, @Value("${motcua.mail-sender}") String sender) {
    this.smtp = smtp;
    this.sender = sender;
  }

  void take(Mail mail) {
    try {
      var message = smtp.createMimeMessage();
      var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
      helper.setFrom(sender);
      helper.setTo(mail.to());
      helper.setSubject(mail.subject());
      helper.setText(mail.text());
      message.setHeader("Message-ID", "<" + mail.id() + "@motcua>");
      message.setHeader("Auto-Submitted", "auto-generated");
      smtp.send(message);
    } catch (MessagingException e) {
      throw new IllegalStateException("The mail cannot be written", e);
    }
  }
}
