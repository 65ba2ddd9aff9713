package org.motcua.identity.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.codes.CodeWords;
import org.motcua.identity.codes.Codes;
import org.motcua.identity.codes.Codes.Checked;
import org.motcua.identity.codes.Codes.Sending;
import org.motcua.identity.codes.Recipient;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.stepup.FreshProof;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
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

/**
 * Another phone or another mailbox: typed, shown to be one's own by a code, told to the old one.
 */
@Controller
@RequestMapping({
  AccountHome.MINE + "/{contact:phone|email}",
  AccountHome.OFFICERS + "/{contact:phone|email}"
})
class ContactController {

  private final AccountStore accounts;
  private final ChangeAccount changeAccount;
  private final Codes codes;
  private final FreshProof freshProof;

  ContactController(
      AccountStore accounts, ChangeAccount changeAccount, Codes codes, FreshProof freshProof) {
    this.accounts = accounts;
    this.changeAccount = changeAccount;
    this.codes = codes;
    this.freshProof = freshProof;
  }

  @GetMapping
  String ask(@PathVariable String contact, @AuthenticationPrincipal CurrentUser user, Model model) {
    user.require(LevelOfAssurance.LOA2);
    return askPage(Contact.named(contact), user, "", null, model);
  }

  @PostMapping
  String sendCode(
      @PathVariable String contact,
      @RequestParam(defaultValue = "") String value,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    freshProof.require(user, request);
    var what = Contact.named(contact);
    var typed = what.read(value);
    if (typed.isEmpty()) return askPage(what, user, value, page.t(what.words() + ".wrong"), model);
    if (typed.get().equals(what.of(account(user)))) {
      return askPage(what, user, value, page.t(what.words() + ".same"), model);
    }
    return switch (send(what, user, typed.get(), page)) {
      case Sending.Sent(), Sending.StillServes _ -> "redirect:" + address(what, user) + "/code";
      case Sending.TooMany() -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield askPage(what, user, value, page.t("identity.change.tooMany"), model);
      }
    };
  }

  @GetMapping("/code")
  String askCode(
      @PathVariable String contact,
      @RequestParam(required = false) @Nullable String sent,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var said = sent == null ? null : page.t("identity.change.sentAgain");
    return codePage(Contact.named(contact), user, null, said, model);
  }

  @PostMapping("/code")
  String confirm(
      @PathVariable String contact,
      @RequestParam(defaultValue = "") String code,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var what = Contact.named(contact);
    return switch (changeAccount.confirmContact(user, what.kind(), code)) {
      case Checked.Right(), Checked.RightAgain() ->
          "redirect:" + AccountHome.of(user) + "?changed=" + what.word();
      case Checked.Nothing() -> "redirect:" + address(what, user);
      case Checked why -> codePage(what, user, CodeWords.of(why, page), null, model);
    };
  }

  @PostMapping("/code/new")
  String sendAgain(
      @PathVariable String contact,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletResponse response,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var what = Contact.named(contact);
    var recipient = pending(what, user);
    if (recipient.isEmpty()) return "redirect:" + address(what, user);
    return switch (send(what, user, recipient.get(), page)) {
      case Sending.Sent() -> "redirect:" + address(what, user) + "/code?sent";
      case Sending.StillServes(var left) -> {
        var soon = page.t("identity.code.tooSoon", Math.max(1, left.toSeconds()));
        yield codePage(what, user, null, soon, model);
      }
      case Sending.TooMany() -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield codePage(what, user, page.t("identity.change.tooMany"), null, model);
      }
    };
  }

  /** A mailbox may also just go; a phone may not, for it is where codes arrive. */
  @PostMapping("/removal")
  String remove(@PathVariable String contact, @AuthenticationPrincipal CurrentUser user) {
    user.require(LevelOfAssurance.LOA2);
    if (Contact.named(contact) == Contact.EMAIL) changeAccount.removeEmail(user);
    return "redirect:" + AccountHome.of(user) + "?changed=email";
  }

  private Sending send(Contact what, CurrentUser user, Recipient to, Page page) {
    return codes.send(ChangeAccount.purpose(what.kind()), user.id(), to, page.language());
  }

  private Optional<Recipient> pending(Contact what, CurrentUser user) {
    return codes.sentTo(ChangeAccount.purpose(what.kind()), user.id().toString());
  }

  private String askPage(
      Contact what, CurrentUser user, String value, @Nullable String error, Model model) {
    model.addAttribute("words", what.words());
    model.addAttribute("phone", what == Contact.PHONE);
    model.addAttribute("address", address(what, user));
    model.addAttribute("current", Contact.shown(what.of(account(user))));
    model.addAttribute("value", value);
    model.addAttribute("errors", FieldErrors.at("value", error));
    return "identity/profile/contact";
  }

  private String codePage(
      Contact what, CurrentUser user, @Nullable String error, @Nullable String said, Model model) {
    var recipient = pending(what, user);
    if (recipient.isEmpty()) return "redirect:" + address(what, user);
    model.addAttribute("words", what.words());
    model.addAttribute("address", address(what, user));
    model.addAttribute("recipient", Contact.shown(recipient.get()));
    model.addAttribute("errors", FieldErrors.at("code", error));
    model.addAttribute("said", said);
    return "identity/profile/contact-code";
  }

  private Account account(CurrentUser user) {
    return accounts.find(user.id()).orElseThrow();
  }

  private static String address(Contact what, CurrentUser user) {
    return AccountHome.of(user) + "/" + what.word();
  }
}
