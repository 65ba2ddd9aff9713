package org.motcua.identity.accesses;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.Consents;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Who looked at my data, and what I have agreed to. */
@Controller
@RequestMapping("/my/account")
class AccessesController {

  private static final int PAGE = 25;
  private static final String ACCESSES = "/my/account/accesses";
  private static final String CONSENTS = "/my/account/consents";

  private final AccessRecords records;
  private final Consents consents;
  private final Recipients recipients;

  AccessesController(AccessRecords records, Consents consents, Recipients recipients) {
    this.records = records;
    this.consents = consents;
    this.recipients = recipients;
  }

  @GetMapping("/accesses")
  String accesses(
      @RequestParam(required = false) @Nullable UUID before,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var found = records.looks(user.id(), before, PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("looks", shown.stream().map(look -> row(look, page)).toList());
    model.addAttribute("newest", before == null ? null : ACCESSES);
    model.addAttribute(
        "older", found.size() > PAGE ? ACCESSES + "?before=" + shown.getLast().id() : null);
    return "identity/accesses/accesses";
  }

  @GetMapping("/consents")
  String consents(
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(required = false) @Nullable String withdrawn,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var found = records.consents(user.id(), before, PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var rows = shown.stream().map(consent -> row(consent, page)).toList();
    model.addAttribute("consents", rows);
    model.addAttribute("withdrawn", withdrawn != null);
    model.addAttribute("newest", before == null ? null : CONSENTS);
    model.addAttribute(
        "older", found.size() > PAGE ? CONSENTS + "?before=" + shown.getLast().id() : null);
    return "identity/accesses/consents";
  }

  /** Asks first: what comes after may have to be agreed to again. */
  @GetMapping("/consents/{id}/withdrawal")
  String askWithdrawal(
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var consent =
        records
            .findConsent(user.id(), id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!consent.canBeWithdrawn()) return "redirect:" + CONSENTS;
    model.addAttribute("consent", row(consent, page));
    return "identity/accesses/withdraw";
  }

  @PostMapping("/consents/{id}/withdrawal")
  String withdraw(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    consents.withdraw(user.id(), id);
    return "redirect:" + CONSENTS + "?withdrawn";
  }

  private LookRow row(Look look, Page page) {
    return new LookRow(
        page.dateTime(look.at()),
        recipients.agency(look.agency()),
        look.program(),
        page.t(look.whatKey(), look.name()),
        page.t(look.whyKey()));
  }

  private ConsentRow row(KeptConsent consent, Page page) {
    var withdrawnAt = consent.withdrawnAt();
    return new ConsentRow(
        page.dateTime(consent.givenAt()),
        recipients.recipient(consent.recipient()),
        page.t(consent.whatKey(), consent.name()),
        page.t(consent.whyKey(), consent.name()),
        withdrawnAt == null ? null : page.dateTime(withdrawnAt),
        consent.canBeWithdrawn() ? CONSENTS + "/" + consent.id() + "/withdrawal" : null);
  }
}
