package org.motcua.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.outgoing.Carrier.Handed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * The mail server, by SMTP. It does not look whether it has a message already: one whose answer got
 * lost on the way back goes again, under the same {@code Message-ID}.
 */
@Component
class MailServer {

  private final JavaMailSender smtp;
  private final String sender;

  MailServer(JavaMailSender smtp, @Value("${motcua.mail-sender}") String sender) {
    this.smtp = smtp;
    this.sender = sender;
  }

  Handed take(Mail mail) {
    try {
      var message = smtp.createMimeMessage();
      var html = mail.html();
      var enclosed = mail.enclosed();
      var parts = html != null || enclosed != null;
      var helper = new MimeMessageHelper(message, parts, StandardCharsets.UTF_8.name());
      helper.setFrom(sender);
      helper.setTo(mail.to());
      helper.setSubject(mail.subject());
      if (html == null) helper.setText(mail.text());
      else helper.setText(mail.text(), html);
      if (enclosed != null) {
        var file = new ByteArrayResource(enclosed.content());
        helper.addAttachment(enclosed.name(), file, enclosed.mediaType());
      }
      message.setHeader("Message-ID", "<" + mail.id() + "@motcua>");
      message.setHeader("Auto-Submitted", "auto-generated");
      smtp.send(message);
      return new Handed.Taken();
    } catch (AddressException e) {
      return new Handed.Refused("no address: " + e.getMessage());
    } catch (MessagingException e) {
      throw new IllegalStateException("The mail cannot be written", e);
    } catch (MailException e) {
      return refusal(e);
    }
  }

  /** 5xx is for ever, 4xx for now (RFC 5321, 4.2.1); without either nobody was there. */
  private static Handed refusal(MailException failure) {
    var causes = causes(failure);
    var why = causes.getFirst().toString();
    var code = causes.stream().map(MailServer::code).flatMapToInt(OptionalInt::stream).findFirst();
    if (code.isEmpty()) return new Handed.Unavailable(why);
    return code.getAsInt() / 100 == 5 ? new Handed.Refused(why) : new Handed.NotNow(why);
  }

  private static OptionalInt code(Throwable cause) {
    return switch (cause) {
      case SMTPAddressFailedException refused -> OptionalInt.of(refused.getReturnCode());
      case SMTPSendFailedException refused -> OptionalInt.of(refused.getReturnCode());
      default -> OptionalInt.empty();
    };
  }

  /** The innermost first: the address that failed stands inside what failed to be sent. */
  private static List<Throwable> causes(MailException failure) {
    var causes = new ArrayList<Throwable>();
    var cause = firstOf(failure);
    while (cause != null) {
      causes.addFirst(cause);
      cause =
          cause instanceof MessagingException mail && mail.getNextException() != null
              ? mail.getNextException()
              : cause.getCause();
    }
    return causes;
  }

  private static @Nullable Throwable firstOf(MailException failure) {
    var ofMessages =
        failure instanceof MailSendException sending
            ? sending.getMessageExceptions()
            : new Exception[0];
    return ofMessages.length == 0 ? failure : ofMessages[0];
  }
}
