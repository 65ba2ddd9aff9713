package org.motcua.bills;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.bills.PayBills.Next;
import org.motcua.bills.model.AskedStore;
import org.motcua.bills.model.Creditor;
import org.motcua.bills.model.Enquiry;
import org.motcua.bills.model.Found;
import org.motcua.bills.model.SavedCodes;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.motcua.platform.web.ui.Tile;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Looking up what is owed, and going to pay it: without an account, for whomever. */
@Controller
class BillsController {

  private static final int RECENT = 5;
  private static final int LONGEST = 120;

  private final LookUp lookUp;
  private final PayBills payBills;
  private final SavedCodes codes;
  private final AskedStore asked;
  private final Messages messages;

  BillsController(
      LookUp lookUp, PayBills payBills, SavedCodes codes, AskedStore asked, Messages messages) {
    this.lookUp = lookUp;
    this.payBills = payBills;
    this.codes = codes;
    this.asked = asked;
    this.messages = messages;
  }

  @GetMapping("/bills")
  String choose(@AuthenticationPrincipal @Nullable CurrentUser user, Locale locale, Model model) {
    var language = Language.of(locale);
    var tiles = new ArrayList<Tile>();
    for (var creditor : Creditor.values()) {
      if (lookUp.offers(creditor)) tiles.add(tile(creditor, language));
    }
    var account = PayerForm.accountOf(user);
    model.addAttribute("tiles", tiles);
    model.addAttribute("codes", account == null ? List.of() : codes.listOf(account));
    model.addAttribute("recent", account == null ? List.of() : asked.listOf(account, null, RECENT));
    return "bills/choose";
  }

  private Tile tile(Creditor creditor, Language language) {
    return new Tile(
        "bills-" + creditor.path(),
        messages.text(language, creditor.key() + ".tile"),
        messages.text(language, creditor.key() + ".tile.about"),
        creditor.page());
  }

  @GetMapping("/bills/{kind:fines|electricity|water|judicial}")
  String form(
      @PathVariable String kind, @RequestParam(defaultValue = "") String number, Model model) {
    return show(LookUpForm.of(creditor(kind), shortened(number), ""), model);
  }

  @PostMapping("/bills/{kind:fines|electricity|water|judicial}")
  String lookUp(
      @PathVariable String kind,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String name,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    var form = LookUpForm.of(creditor(kind), shortened(number), shortened(name));
    var errors = errors(form, Language.of(locale));
    if (!errors.isEmpty()) return show(form.with(errors), model);
    var enquiry = enquiry(form);
    return switch (lookUp.byStranger(enquiry, request.getRemoteAddr())) {
      case Found.Debtor debtor ->
          show(payBills.view(enquiry, debtor, PayerForm.empty(user, form.name())), model);
      case Found other -> notFound(form, other, locale, model);
    };
  }

  /** What is owed is asked once more, so that nobody pays what has changed meanwhile. */
  @PostMapping("/bills/{kind:fines|electricity|water|judicial}/payment")
  String pay(
      @PathVariable String kind,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") List<String> chosen,
      @RequestParam(defaultValue = "") List<String> shown,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String email,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    var form = LookUpForm.of(creditor(kind), shortened(number), shortened(name));
    var errors = errors(form, Language.of(locale));
    if (!errors.isEmpty()) return show(form.with(errors), model);
    var enquiry = enquiry(form);
    var who = PayerForm.of(payer, email, locale, messages);
    return switch (lookUp.byStranger(enquiry, request.getRemoteAddr())) {
      case Found.Debtor debtor ->
          switch (payBills.pay(enquiry, debtor, chosen, shown, who, user)) {
            case Next.Go(String address) -> "redirect:" + address;
            case Next.Look(BillsView view) -> show(view, model);
          };
      case Found other -> notFound(form, other, locale, model);
    };
  }

  /** An unknown number and a wrong name are told alike, so that nobody learns what there is. */
  private String notFound(LookUpForm form, Found found, Locale locale, Model model) {
    if (found instanceof Found.Silent) return show(form.unanswered(), model);
    var key = form.creditor().key() + ".not_found";
    var text = messages.text(Language.of(locale), key);
    return show(form.with(FieldErrors.at("number", text)), model);
  }

  private FieldErrors errors(LookUpForm form, Language language) {
    var errors = new ArrayList<FieldError>();
    var creditor = form.creditor();
    if (creditor.number(form.number()).isEmpty()) {
      errors.add(
          new FieldError("number", messages.text(language, creditor.key() + ".number.wrong")));
    }
    if (creditor.asksForAName() && form.name().length() < 2) {
      errors.add(new FieldError("name", messages.text(language, creditor.key() + ".name.wrong")));
    }
    return new FieldErrors(errors);
  }

  private static Enquiry enquiry(LookUpForm form) {
    var creditor = form.creditor();
    return new Enquiry(
        creditor,
        creditor.number(form.number()).orElseThrow(),
        creditor.asksForAName() ? form.name() : null);
  }

  private static String show(LookUpForm form, Model model) {
    model.addAttribute("form", form);
    return "bills/lookUp";
  }

  private static String show(BillsView view, Model model) {
    model.addAttribute("view", view);
    return "bills/found";
  }

  private static Creditor creditor(String path) {
    return Optional.of(path)
        .flatMap(Creditor::at)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String shortened(String typed) {
    return typed.substring(0, Math.min(typed.length(), LONGEST));
  }
}
