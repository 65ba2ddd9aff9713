package org.motcua.payments.receipts;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.notifications.Notice;
import org.motcua.notifications.NoticeKind;
import org.motcua.notifications.Notifications;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.Receipt;
import org.motcua.platform.mail.Enclosure;
import org.motcua.platform.mail.MailGateway;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells the payer that it is paid and where the receipt is: in the account, and by e-mail, with the
 * receipt itself, to the address that was given when it was asked for.
 */
@Component
class ReceiptNotices {

  private final Notifications notifications;
  private final MailGateway mail;
  private final Documents documents;
  private final Messages messages;
  private final String publicUrl;

  ReceiptNotices(
      Notifications notifications,
      MailGateway mail,
      Documents documents,
      Messages messages,
      @Value("${motcua.public-url}") String publicUrl) {
    this.notifications = notifications;
    this.mail = mail;
    this.documents = documents;
    this.messages = messages;
    this.publicUrl = publicUrl;
  }

  void issued(Payment payment, Receipt receipt, DocumentId file, boolean replacing) {
    var key = replacing ? "payments.receipt.replacing" : "payments.receipt.issued";
    var account = payment.payer().account();
    if (account != null) {
      notifications.sendOnce(
          "receipt:" + receipt.id(),
          account,
          language ->
              new Notice(key, words(payment, receipt, language), payment.page(), NoticeKind.OTHER));
    }
    var address = payment.payer().email();
    if (address != null) {
      mail.send(
          address, subject(key, payment, receipt), text(key, payment, receipt), enclosed(file));
    }
  }

  private Enclosure enclosed(DocumentId file) {
    var receipt = documents.get(file);
    try {
      var content = documents.open(file).getContentAsByteArray();
      return new Enclosure(receipt.name(), receipt.mediaType(), content);
    } catch (IOException e) {
      throw new UncheckedIOException("Receipt " + file + " cannot be read", e);
    }
  }

  private static List<String> words(Payment payment, Receipt receipt, Language language) {
    return List.of(
        new Formats(language).money(receipt.dong()),
        payment.title().in(language),
        requireNonNull(receipt.numbered()).text());
  }

  private String subject(String key, Payment payment, Receipt receipt) {
    return say(Language.VIETNAMESE, key + ".title", payment, receipt);
  }

  /** Nobody knows which language somebody without an account reads. */
  private String text(String key, Payment payment, Receipt receipt) {
    var address = publicUrl + ReceiptController.address(payment);
    var text = new StringBuilder();
    for (var language : Language.values()) {
      text.append(say(language, key + ".body", payment, receipt))
          .append('\n')
          .append(messages.text(language, "payments.receipt.mail.file"))
          .append('\n')
          .append(address)
          .append('\n')
          .append(messages.text(language, "payments.receipt.mail.page"))
          .append('\n')
          .append(publicUrl + payment.page())
          .append("\n\n");
    }
    return text.toString();
  }

  private String say(Language language, String key, Payment payment, Receipt receipt) {
    return messages.text(language, key, words(payment, receipt, language).toArray());
  }
}
