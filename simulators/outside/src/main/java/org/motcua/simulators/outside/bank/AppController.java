package org.motcua.simulators.outside.bank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.motcua.simulators.outside.FormErrors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The application on people's phones: it reads a code, or what somebody types, and transfers. Codes
 * that were opened and not paid wait to be picked.
 */
@Controller("bankAppController")
class AppController {

  private static final int WAITING = 20;
  private static final int LONGEST_TEXT = 140;
  private static final Pattern DONG = Pattern.compile("[1-9]\\d{0,11}");

  private final Movements movements;
  private final Notices notices;
  private final String bank;
  private final String account;
  private final Map<String, QrText> waiting = new LinkedHashMap<>();

  AppController(
      Movements movements,
      Notices notices,
      @Value("${outside.bank.bank}") String bank,
      @Value("${outside.bank.account}") String account) {
    this.movements = movements;
    this.notices = notices;
    this.bank = bank;
    this.account = account;
  }

  @GetMapping("/bank")
  String home(Model model) {
    return home(new FormErrors(), "", model);
  }

  private String home(FormErrors errors, String qr, Model model) {
    model.addAttribute("errors", errors);
    model.addAttribute("qr", qr);
    model.addAttribute("waiting", waiting());
    model.addAttribute("movements", movements.latest());
    return "bank/home";
  }

  /** A code is scanned, or its text pasted; or nothing, and all is typed. */
  @GetMapping("/bank/pay")
  String open(@RequestParam(defaultValue = "") String qr, Model model) {
    if (qr.isBlank()) return form(new Transfer(account, "", "", "", false), model);
    var read = QrText.read(qr);
    if (read.isEmpty())
      return home(new FormErrors().check("qr", false, "bank.qr.wrong"), qr, model);
    var code = read.get();
    if (!code.bank().equals(bank)) {
      return home(new FormErrors().check("qr", false, "bank.qr.elsewhere"), qr, model);
    }
    wait(qr.strip(), code);
    var dong = code.dong() == 0 ? "" : String.valueOf(code.dong());
    return form(new Transfer(code.account(), dong, code.purpose(), "", false), model);
  }

  private String form(Transfer transfer, Model model) {
    return form(transfer, new FormErrors(), model);
  }

  private String form(Transfer transfer, FormErrors errors, Model model) {
    model.addAttribute("transfer", transfer);
    model.addAttribute("errors", errors);
    return "bank/pay";
  }

  @PostMapping("/bank/pay")
  String pay(
      @RequestParam String account,
      @RequestParam String dong,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "false") boolean twice,
      Model model) {
    var amount = dong.replaceAll("[\\s.,đ]", "");
    var transfer = new Transfer(account, dong, text.strip(), from, twice);
    var errors =
        new FormErrors()
            .check("account", account.equals(this.account), "bank.account.wrong")
            .matches("dong", amount, DONG, "bank.dong.wrong")
            .check("text", text.strip().length() <= LONGEST_TEXT, "bank.text.wrong");
    if (!errors.none()) return form(transfer, errors, model);
    var sum = Long.parseLong(amount);
    var sender = Customer.of(from).party();
    var done = send(sender, sum, transfer.text());
    if (twice) send(sender, sum, transfer.text());
    forget(transfer.text());
    return "redirect:/bank/transfers/" + done.id();
  }

  private Movement send(Party sender, long dong, String text) {
    var credit = movements.credit(account, sender, dong, text);
    notices.tell(credit);
    return credit;
  }

  @GetMapping("/bank/transfers/{id}")
  String done(@PathVariable String id, Model model) {
    model.addAttribute("movement", movement(id));
    return "bank/done";
  }

  /** The portal is told of it once more. */
  @PostMapping("/bank/transfers/{id}/notices")
  String repeat(@PathVariable String id) {
    var movement = movement(id);
    if (movement.isCredit()) notices.repeat(movement);
    return "redirect:/bank";
  }

  private Movement movement(String id) {
    return movements.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private void wait(String text, QrText code) {
    synchronized (waiting) {
      waiting.remove(text);
      waiting.put(text, code);
      if (waiting.size() > WAITING) {
        waiting.remove(waiting.keySet().iterator().next());
      }
    }
  }

  private void forget(String purpose) {
    synchronized (waiting) {
      waiting.values().removeIf(code -> code.purpose().equals(purpose));
    }
  }

  private List<Map.Entry<String, QrText>> waiting() {
    synchronized (waiting) {
      return List.copyOf(new LinkedHashMap<>(waiting).reversed().entrySet());
    }
  }
}
