package org.motcua.simulators.outside.phones;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The phones as their owners hold them. */
@Controller
class PhonesController {

  private static final int PHONES_SHOWN = 200;

  private final Phones phones;

  PhonesController(Phones phones) {
    this.phones = phones;
  }

  @GetMapping("/")
  String front() {
    return "redirect:/phones";
  }

  @GetMapping("/phones")
  String list(Model model) {
    model.addAttribute("latest", phones.latest(PHONES_SHOWN));
    model.addAttribute("count", phones.count());
    return "phones/phones";
  }

  @GetMapping(path = "/phones", params = "number")
  String open(@RequestParam String number) {
    return "redirect:/phones/" + parse(number).digits();
  }

  @GetMapping("/phones/{number}")
  String phone(@PathVariable String number, Model model) {
    var phone = parse(number);
    model.addAttribute("number", phone);
    model.addAttribute("messages", phones.messagesOf(phone));
    return "phones/phone";
  }

  private static PhoneNumber parse(String number) {
    try {
      return PhoneNumber.parse(number);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }
}
