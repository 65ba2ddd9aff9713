package org.motcua.bills;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.bills.model.AskedStore;
import org.motcua.bills.model.Creditor;
import org.motcua.bills.model.SavedCodes;
import org.motcua.identity.AccountPage;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Customer codes at hand, and what one has paid. */
@Controller
@RequestMapping("/my/bills")
class MyBillsController {

  private static final int PAGE = 20;
  private static final int LONGEST_LABEL = 60;

  private final SavedCodes codes;
  private final AskedStore asked;
  private final Messages messages;

  MyBillsController(SavedCodes codes, AskedStore asked, Messages messages) {
    this.codes = codes;
    this.asked = asked;
    this.messages = messages;
  }

  @Configuration(proxyBeanMethods = false)
  static class OfTheAccount {
    @Bean
    AccountPage myBillsPage() {
      return new AccountPage("bills.mine", "/my/bills");
    }
  }

  @GetMapping
  String list(
      @RequestParam Optional<UUID> after,
      @RequestParam Optional<String> saved,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    var found = asked.listOf(user.id(), after.orElse(null), PAGE + 1);
    var page = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("codes", codes.listOf(user.id()));
    model.addAttribute("paid", page);
    model.addAttribute(
        "next", found.size() > PAGE ? "/my/bills?after=" + page.getLast().id() : null);
    model.addAttribute("saved", saved.isPresent());
    return "bills/mine";
  }

  @PostMapping("/codes")
  String save(
      @RequestParam(defaultValue = "") String creditor,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String label,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var of = Creditor.at(creditor).filter(Creditor::letsSave).orElse(null);
    var code = of == null ? Optional.<String>empty() : of.number(number);
    if (of == null || code.isEmpty()) return wrong(of, number, label, locale, model);
    var words = label.strip();
    codes.save(
        user.id(), of, code.get(), words.substring(0, Math.min(words.length(), LONGEST_LABEL)));
    return "redirect:/my/bills?saved=1";
  }

  private String wrong(
      @Nullable Creditor of, String number, String label, Locale locale, Model model) {
    var creditor = of == null ? Creditor.ELECTRICITY : of;
    var text = messages.text(Language.of(locale), creditor.key() + ".number.wrong");
    model.addAttribute("creditor", creditor);
    model.addAttribute("number", number.strip());
    model.addAttribute("label", label.strip());
    model.addAttribute("errors", FieldErrors.at("number", text));
    return "bills/saveCode";
  }

  @GetMapping("/codes/new")
  String form(
      @RequestParam(defaultValue = "electricity") String creditor,
      @RequestParam(defaultValue = "") String number,
      Model model) {
    model.addAttribute(
        "creditor", Creditor.at(creditor).filter(Creditor::letsSave).orElse(Creditor.ELECTRICITY));
    model.addAttribute("number", number.strip());
    model.addAttribute("label", "");
    model.addAttribute("errors", FieldErrors.NONE);
    return "bills/saveCode";
  }

  /** Twice is once. */
  @PostMapping("/codes/{id}/removal")
  String remove(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    codes.remove(user.id(), id);
    return "redirect:/my/bills";
  }
}
