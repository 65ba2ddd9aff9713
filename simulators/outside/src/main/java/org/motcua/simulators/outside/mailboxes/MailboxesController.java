package org.motcua.simulators.outside.mailboxes;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The mailboxes as their owners open them. */
@Controller
class MailboxesController {

  private static final int SHOWN = 200;

  private final Mailboxes mailboxes;

  MailboxesController(Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
  }

  @GetMapping("/mailboxes")
  String list(Model model) {
    model.addAttribute("latest", mailboxes.latest(SHOWN));
    model.addAttribute("count", mailboxes.count());
    return "mailboxes/mailboxes";
  }

  @GetMapping(path = "/mailboxes", params = "address")
  String open(@RequestParam String address) {
    return "redirect:" + parse(address).page();
  }

  @GetMapping("/mailboxes/{address}")
  String mailbox(@PathVariable String address, Model model) {
    var mailbox = parse(address);
    model.addAttribute("address", mailbox);
    model.addAttribute("mails", mailboxes.mailsOf(mailbox));
    return "mailboxes/mailbox";
  }

  private static EmailAddress parse(String address) {
    try {
      return EmailAddress.parse(address);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }
}
