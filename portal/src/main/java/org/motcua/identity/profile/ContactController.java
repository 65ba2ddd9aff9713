package org.motcua.identity.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.codes.Codes;
import org.motcua.identity.codes.Codes.Checked;
import org.motcua.identity.codes.Codes.Sending;
import org.motcua.identity.codes.Recipient;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.EmailAddress;
import org.motcua.identity.model.Phone;
import org.motcua.identity.stepup.FreshProof;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
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
    return askPage(kind(contact), user, "", null, model);
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
    var kind = kind(contact);
    var recipient = read(kind, value);
    if (recipient.isEmpty()) {
      return askPage(kind, user, value, page.t(words(kind) + ".wrong"), model);
    }
    if (recipient.get().address().equals(current(kind, account(user)))) {
      return askPage(kind, user, value, page.t(words(kind) + ".same"), model);
    }
    return switch (send(kind, user, recipient.get(), page)) {
      case Sending.Sent(), Sending.StillServes _ -> "redirect:" + address(kind, user) + "/code";
      case Sending.TooMany() -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield askPage(kind, user, value, page.t("identity.change.tooMany"), model);
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
    return codePage(kind(contact), user, null, said, model);
  }

  @PostMapping("/code")
  String confirm(
      @PathVariable String contact,
      @RequestParam(defaultValue = "") String code,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var kind = kind(contact);
    return switch (changeAccount.confirmContact(user, kind, code)) {
      case Checked.Right(), Checked.RightAgain() ->
          "redirect:" + AccountHome.of(user) + "?changed=" + kind.word();
      case Checked.Nothing() -> "redirect:" + address(kind, user);
      case Checked.NotSixDigits() ->
          codePage(kind, user, page.t("identity.code.notSixDigits"), null, model);
      case Checked.Wrong(var left) ->
          codePage(kind, user, page.t("identity.code.wrong", left), null, model);
      case Checked.Expired() -> codePage(kind, user, page.t("identity.code.expired"), null, model);
      case Checked.TooManyTries() ->
          codePage(kind, user, page.t("identity.code.tooManyTries"), null, model);
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
    var kind = kind(contact);
    var recipient = pending(kind, user);
    if (recipient.isEmpty()) return "redirect:" + address(kind, user);
    return switch (send(kind, user, recipient.get(), page)) {
      case Sending.Sent() -> "redirect:" + address(kind, user) + "/code?sent";
      case Sending.StillServes(var left) ->
          codePage(
              kind,
              user,
              null,
              page.t("identity.code.tooSoon", Math.max(1, left.toSeconds())),
              model);
      case Sending.TooMany() -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield codePage(kind, user, page.t("identity.change.tooMany"), null, model);
      }
    };
  }

  /** A mailbox may also just go; a phone may not, for it is where codes arrive. */
  @PostMapping("/removal")
  String remove(@PathVariable String contact, @AuthenticationPrincipal CurrentUser user) {
    user.require(LevelOfAssurance.LOA2);
    if (kind(contact) == ChangeKind.EMAIL) changeAccount.removeEmail(user);
    return "redirect:" + AccountHome.of(user) + "?changed=email";
  }

  private Sending send(ChangeKind kind, CurrentUser user, Recipient to, Page page) {
    return codes.send(ChangeAccount.purpose(kind), user.id(), to, page.language());
  }

  private Optional<Recipient> pending(ChangeKind kind, CurrentUser user) {
    return codes.sentTo(ChangeAccount.purpose(kind), user.id().toString());
  }

  private String askPage(
      ChangeKind kind, CurrentUser user, String value, @Nullable String error, Model model) {
    var account = account(user);
    model.addAttribute("words", words(kind));
    model.addAttribute("phone", kind == ChangeKind.PHONE);
    model.addAttribute("address", address(kind, user));
    model.addAttribute("current", shown(kind, account));
    model.addAttribute("value", value);
    model.addAttribute("errors", errors("value", error));
    return "identity/profile/contact";
  }

  private String codePage(
      ChangeKind kind,
      CurrentUser user,
      @Nullable String error,
      @Nullable String said,
      Model model) {
    var recipient = pending(kind, user);
    if (recipient.isEmpty()) return "redirect:" + address(kind, user);
    model.addAttribute("words", words(kind));
    model.addAttribute("address", address(kind, user));
    model.addAttribute("recipient", readable(recipient.get()));
    model.addAttribute("errors", errors("code", error));
    model.addAttribute("said", said);
    return "identity/profile/contact-code";
  }

  private Account account(CurrentUser user) {
    return accounts.find(user.id()).orElseThrow();
  }

  private static ChangeKind kind(String contact) {
    return contact.equals("phone") ? ChangeKind.PHONE : ChangeKind.EMAIL;
  }

  private static String words(ChangeKind kind) {
    return "identity.change." + kind.word();
  }

  private static String address(ChangeKind kind, CurrentUser user) {
    return AccountHome.of(user) + "/" + kind.word();
  }

  private static Optional<Recipient> read(ChangeKind kind, String typed) {
    return kind == ChangeKind.PHONE
        ? Phone.parse(typed).map(Recipient::phone)
        : EmailAddress.parse(typed).map(Recipient::mail);
  }

  private static @Nullable String current(ChangeKind kind, Account account) {
    if (kind == ChangeKind.PHONE) return account.phone().international();
    var email = account.email();
    return email == null ? null : email.value();
  }

  private static @Nullable String shown(ChangeKind kind, Account account) {
    return kind == ChangeKind.PHONE ? account.phone().local() : current(kind, account);
  }

  /** One's own new phone is shown whole: it was typed a moment ago, perhaps wrongly. */
  private static String readable(Recipient recipient) {
    return switch (recipient) {
      case Recipient.ToPhone(var phone) -> phone.local();
      case Recipient.ToMailbox(var email) -> email.value();
    };
  }

  private static FieldErrors errors(String field, @Nullable String error) {
    return error == null
        ? FieldErrors.NONE
        : new FieldErrors(List.of(new FieldError(field, error)));
  }
}
