package org.motcua.bills;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.bills.model.ContributionRules;
import org.motcua.bills.model.Creditor;
import org.motcua.bills.model.Enquiry;
import org.motcua.bills.model.Found;
import org.motcua.bills.model.Payable.Contribution;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Contributions that people choose: voluntary pension insurance, health insurance of a household.
 */
@Controller
@RequestMapping("/bills/insurance")
class InsuranceController {

  private static final String VOLUNTARY = "voluntary";
  private static final String HOUSEHOLD = "household";
  private static final int LONGEST = 120;

  private final LookUp lookUp;
  private final AskToPay askToPay;
  private final ContributionRules rules;
  private final Messages messages;
  private final Clock clock;

  InsuranceController(
      LookUp lookUp, AskToPay askToPay, ContributionRules rules, Messages messages, Clock clock) {
    this.lookUp = lookUp;
    this.askToPay = askToPay;
    this.rules = rules;
    this.messages = messages;
    this.clock = clock;
  }

  /** As the pages' forms send it; what is not asked yet is empty. */
  record Typed(
      @Nullable String plan,
      @Nullable String number,
      @Nullable String name,
      @Nullable String income,
      @Nullable String months,
      @Nullable List<String> members,
      @Nullable String payer,
      @Nullable String email) {

    private static String of(@Nullable String value) {
      return value == null
          ? ""
          : value.strip().substring(0, Math.min(value.strip().length(), LONGEST));
    }

    String typedPlan() {
      return HOUSEHOLD.equals(plan) ? HOUSEHOLD : VOLUNTARY.equals(plan) ? VOLUNTARY : "";
    }

    String typedNumber() {
      return of(number);
    }

    String typedName() {
      return of(name);
    }
  }

  @GetMapping
  String form(@RequestParam(defaultValue = "") String plan, Model model) {
    return show(plan, LookUpForm.of(Creditor.INSURANCE, "", ""), model);
  }

  @PostMapping
  String lookUp(
      Typed typed,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    return found(
        typed,
        request,
        locale,
        model,
        form ->
            show(
                form.with(null, PayerForm.empty(user, form.name()), FieldErrors.NONE, null),
                model));
  }

  /** What the choice costs, line by line. */
  @PostMapping("/quote")
  String quote(
      Typed typed,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    return found(
        typed,
        request,
        locale,
        model,
        form ->
            show(computed(form, PayerForm.empty(user, form.name()), Language.of(locale)), model));
  }

  @PostMapping("/payment")
  String pay(
      Typed typed,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    var who = PayerForm.of(Typed.of(typed.payer()), Typed.of(typed.email()), locale, messages);
    return found(
        typed,
        request,
        locale,
        model,
        form -> {
          var computed = computed(form, who, Language.of(locale));
          var chosen = computed.chosen();
          if (chosen == null || !who.errors().isEmpty()) return show(computed, model);
          var enquiry = new Enquiry(Creditor.INSURANCE, form.number(), form.name());
          return switch (askToPay.ask(enquiry, chosen, who.payer(user), PayerForm.actorOf(user))) {
            case AskOutcome.GoAndPay(String page) -> "redirect:" + page;
            case AskOutcome.BeingPaid() -> again(computed, who, "months_being_paid", model);
            case AskOutcome.PaidAlready paid -> again(computed, who, "months_paid", model);
          };
        });
  }

  private static String again(ContributionForm form, PayerForm who, String notice, Model model) {
    return show(form.with(null, who, FieldErrors.NONE, notice), model);
  }

  private interface Then {
    String with(ContributionForm form);
  }

  private String found(
      Typed typed, HttpServletRequest request, Locale locale, Model model, Then then) {
    var plan = typed.typedPlan();
    var form = LookUpForm.of(Creditor.INSURANCE, typed.typedNumber(), typed.typedName());
    var errors = errors(plan, form, Language.of(locale));
    if (!errors.isEmpty()) return show(plan, form.with(errors), model);
    var number = Creditor.INSURANCE.number(form.number()).orElseThrow();
    var enquiry = new Enquiry(Creditor.INSURANCE, number, form.name());
    return switch (lookUp.byStranger(enquiry, request.getRemoteAddr())) {
      case Found.Silent() -> show(plan, form.unanswered(), model);
      case Found.Debtor debtor when debtor.insured() != null ->
          then.with(
              new ContributionForm(
                  plan,
                  number,
                  debtor.name(),
                  debtor.insured(),
                  YearMonth.now(clock.withZone(CountryTime.ZONE)),
                  Typed.of(typed.income()),
                  Typed.of(typed.months()),
                  typed.members() == null ? List.of() : typed.members(),
                  rules,
                  null,
                  PayerForm.empty(null, ""),
                  FieldErrors.NONE,
                  null));
      default -> {
        var text = messages.text(Language.of(locale), "bills.insurance.not_found");
        yield show(plan, form.with(FieldErrors.at("number", text)), model);
      }
    };
  }

  private FieldErrors errors(String plan, LookUpForm form, Language language) {
    var errors = new ArrayList<FieldError>();
    if (plan.isEmpty()) errors.add(error("plan", "bills.insurance.plan.wrong", language));
    if (Creditor.INSURANCE.number(form.number()).isEmpty()) {
      errors.add(error("number", "bills.insurance.number.wrong", language));
    }
    if (form.name().length() < 2) errors.add(error("name", "bills.insurance.name.wrong", language));
    return new FieldErrors(errors);
  }

  private ContributionForm computed(ContributionForm form, PayerForm who, Language language) {
    var errors = new ArrayList<FieldError>();
    var months =
        form.choicesOfMonths().stream()
            .filter(it -> String.valueOf(it).equals(form.months()))
            .findFirst();
    var computed =
        form.voluntary()
            ? voluntary(form, months, errors, language)
            : household(form, months, errors, language);
    if (months.isEmpty()) errors.add(error("months", "bills.insurance.months.wrong", language));
    return form.with(
        errors.isEmpty() ? computed.orElse(null) : null, who, new FieldErrors(errors), null);
  }

  private Optional<Contribution> voluntary(
      ContributionForm form, Optional<Integer> months, List<FieldError> errors, Language language) {
    var digits = form.income().replaceAll("[\\s.,\\u00a0]|đ|₫|VND", "");
    var income = digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0;
    if (!rules.isIncome(income)) {
      var formats = new Formats(language);
      errors.add(
          new FieldError(
              "income",
              messages.text(
                  language,
                  "bills.insurance.income.wrong",
                  formats.money(rules.lowestIncome()),
                  formats.money(rules.highestIncome()),
                  formats.money(rules.voluntary().step()))));
      return Optional.empty();
    }
    return months.map(
        it ->
            rules.voluntary(form.number(), form.name(), form.insured(), income, it, form.month()));
  }

  private Optional<Contribution> household(
      ContributionForm form, Optional<Integer> months, List<FieldError> errors, Language language) {
    var chosen =
        form.insured().household().stream()
            .filter(member -> form.members().contains(member.id()) && form.insurable(member))
            .toList();
    if (chosen.isEmpty()) {
      errors.add(error("members", "bills.insurance.members.wrong", language));
      return Optional.empty();
    }
    return months.map(
        it -> rules.household(form.number(), form.insured(), chosen, it, form.month()));
  }

  private FieldError error(String field, String key, Language language) {
    return new FieldError(field, messages.text(language, key));
  }

  private static String show(String plan, LookUpForm form, Model model) {
    model.addAttribute("plan", plan);
    model.addAttribute("form", form);
    return "bills/insurance";
  }

  private static String show(ContributionForm form, Model model) {
    model.addAttribute("form", form);
    return "bills/contribution";
  }
}
