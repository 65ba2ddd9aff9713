package org.motcua.payments.accounts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.payments.Beneficiaries;
import org.motcua.payments.Beneficiary;
import org.motcua.payments.accounts.AccountView.Typed;
import org.motcua.payments.model.AccountField;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.Crumb;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** An administrator's own agency, and step by step those below it. */
@Controller
@RequestMapping(AccountsController.PATH)
class AccountsController {

  static final String PATH = "/desk/payments/accounts";

  private final Beneficiaries beneficiaries;
  private final Posts posts;
  private final Organisation organisation;
  private final Messages messages;

  AccountsController(
      Beneficiaries beneficiaries, Posts posts, Organisation organisation, Messages messages) {
    this.beneficiaries = beneficiaries;
    this.posts = posts;
    this.organisation = organisation;
    this.messages = messages;
  }

  @GetMapping
  String show(
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(required = false) @Nullable String saved,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    var tops = tops(user);
    var here = agency(agency, tops);
    var typed = Typed.of(beneficiaries.own(here.id()).orElse(null));
    return show(here, tops, typed, saved != null, List.of(), model);
  }

  /** Twice the same is once. */
  @PostMapping
  String set(
      @RequestParam String agency,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String bank,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var tops = tops(user);
    var here = agency(agency, tops);
    var typed = new Typed(name.strip(), account.replace(" ", ""), bank.strip());
    var errors = errors(typed, Language.of(locale));
    if (!errors.isEmpty()) return show(here, tops, typed, false, errors, model);
    var to = new Beneficiary(here.id().value(), typed.name(), typed.account(), typed.bank());
    if (!beneficiaries.own(here.id()).filter(to::equals).isPresent()) {
      beneficiaries.set(here.id(), to, user.actor());
    }
    return "redirect:" + AccountView.address(here) + "&saved=";
  }

  private List<FieldError> errors(Typed typed, Language language) {
    return AccountField.faulty(typed.name(), typed.account(), typed.bank()).stream()
        .map(
            field ->
                new FieldError(
                    field.id(),
                    messages.text(
                        language,
                        "payments.accounts." + field.id() + ".faulty",
                        AccountField.LONGEST_NAME)))
        .toList();
  }

  private String show(
      Agency here,
      Set<AgencyId> tops,
      Typed typed,
      boolean saved,
      List<FieldError> errors,
      Model model) {
    var below =
        organisation.agenciesBelow(here.id()).stream()
            .map(each -> new AccountView.Below(each, beneficiaries.own(each.id()).isPresent()))
            .toList();
    model.addAttribute(
        "view",
        new AccountView(
            here,
            beneficiaries.of(here.id()).orElse(null),
            above(here, tops),
            below,
            typed,
            saved));
    model.addAttribute("errors", new FieldErrors(errors));
    return "payments/accounts/account";
  }

  private List<Crumb> above(Agency here, Set<AgencyId> tops) {
    var above = new ArrayList<Crumb>();
    var at = here;
    while (!tops.contains(at.id()) && at.parent() != null) {
      at = organisation.getAgency(at.parent());
      above.addFirst(new Crumb(at.name(), AccountView.address(at)));
    }
    return above;
  }

  private Agency agency(String asked, Set<AgencyId> tops) {
    if (asked.isBlank()) return organisation.getAgency(tops.iterator().next());
    return AgencyId.parse(asked)
        .flatMap(organisation::findAgency)
        .filter(found -> tops.stream().anyMatch(top -> organisation.isWithin(found.id(), top)))
        .orElseThrow(AccountsController::forbidden);
  }

  private Set<AgencyId> tops(CurrentUser user) {
    var tops =
        posts.postsOf(new OfficerId(user.id().value())).stream()
            .filter(post -> post.role() == Role.ADMINISTRATOR)
            .map(Post::agency)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (tops.isEmpty()) throw forbidden();
    return tops;
  }

  private static ResponseStatusException forbidden() {
    return new ResponseStatusException(HttpStatus.FORBIDDEN, "Administers no such agency");
  }
}
