package org.motcua.simulators.outside.debts;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The creditors' desk, at which a visitor sits: sees what they know and have heard, and changes it
 * while somebody at the portal is about to pay.
 */
@Controller
class DebtsController {

  private static final int SHOWN = 100;

  private final Debts debts;

  DebtsController(Debts debts) {
    this.debts = debts;
  }

  @GetMapping("/debts")
  String list(
      @RequestParam(defaultValue = "FINES") Creditor creditor,
      @RequestParam(defaultValue = "") String number,
      Model model) {
    var asked = number.strip();
    model.addAttribute("creditor", creditor);
    model.addAttribute("number", asked);
    model.addAttribute("holder", asked.isEmpty() ? null : debts.look(creditor, asked).orElse(null));
    model.addAttribute("happenings", debts.latest(SHOWN));
    return "debts/debts";
  }

  @PostMapping("/debts/changes")
  String change(
      @RequestParam Creditor creditor,
      @RequestParam String number,
      @RequestParam String debt,
      @RequestParam long dong) {
    if (dong > 0) debts.change(creditor, number, debt, dong);
    return back(creditor, number);
  }

  @PostMapping("/debts/settlements")
  String settle(
      @RequestParam Creditor creditor,
      @RequestParam String number,
      @RequestParam String debt,
      @RequestParam long dong) {
    debts.pay(creditor, number, debt, null, dong, Map.of());
    return back(creditor, number);
  }

  private static String back(Creditor creditor, String number) {
    return "redirect:"
        + UriComponentsBuilder.fromPath("/debts")
            .queryParam("creditor", creditor)
            .queryParam("number", "{number}")
            .encode()
            .buildAndExpand(number)
            .toUriString();
  }
}
