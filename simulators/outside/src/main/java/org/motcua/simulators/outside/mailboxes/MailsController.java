package org.motcua.simulators.outside.mailboxes;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Mailboxes for programs: tests and load programs read what arrived. */
@RestController
class MailsController {

  private final Mailboxes mailboxes;

  MailsController(Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
  }

  @GetMapping("/api/mailboxes/{address}/messages")
  List<Received> messages(@PathVariable String address) {
    return mailboxes.mailsOf(EmailAddress.parse(address)).stream().map(Received::of).toList();
  }

  record Received(String id, String from, String subject, String text, Instant receivedAt) {
    static Received of(Mail mail) {
      return new Received(mail.id(), mail.from(), mail.subject(), mail.text(), mail.receivedAt());
    }
  }
}
