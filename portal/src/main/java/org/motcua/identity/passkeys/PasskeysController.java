package org.motcua.identity.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.stepup.FreshProof;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The passkeys of whoever is signed in: which there are, one more, one less. */
@Controller
@RequestMapping({"/my/account/passkeys", "/desk/account/passkeys"})
class PasskeysController {

  private final Passkeys passkeys;
  private final AddPasskey addPasskey;
  private final RemovePasskey removePasskey;
  private final FreshProof freshProof;

  PasskeysController(
      Passkeys passkeys,
      AddPasskey addPasskey,
      RemovePasskey removePasskey,
      FreshProof freshProof) {
    this.passkeys = passkeys;
    this.addPasskey = addPasskey;
    this.removePasskey = removePasskey;
    this.freshProof = freshProof;
  }

  @GetMapping
  String list(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable UUID added,
      @RequestParam(required = false) @Nullable String removed,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      Model model) {
    freshProof.require(user, request);
    var done =
        removed != null
            ? page.t("identity.passkeys.removed")
            : added == null
                ? null
                : passkeys
                    .find(user.id(), added)
                    .map(passkey -> page.t("identity.passkeys.added", passkey.name()))
                    .orElse(null);
    return page(model, user, done, null);
  }

  @PostMapping("/options")
  @ResponseBody
  Map<String, Object> options(
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response) {
    user.require(LevelOfAssurance.LOA2);
    return addPasskey.options(user, request, response);
  }

  @PostMapping
  String add(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String credential,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      Model model) {
    freshProof.require(user, request);
    var called = name.isBlank() ? page.t("identity.passkeys.unnamed") : name;
    return switch (addPasskey.add(user, called, credential, request)) {
      case AddOutcome.Added(var passkey) -> "redirect:" + home(user) + "?added=" + passkey.id();
      case AddOutcome.AlreadyThere() -> refused(model, user, page, "alreadyThere");
      case AddOutcome.TooMany() -> refused(model, user, page, "tooMany");
      case AddOutcome.TooLate() -> refused(model, user, page, "tooLate");
      case AddOutcome.Refused() -> refused(model, user, page, "refused");
    };
  }

  @GetMapping("/{id}/removal")
  String askBeforeRemoving(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    user.require(LevelOfAssurance.LOA2);
    var passkey =
        passkeys
            .find(user.id(), id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("passkey", passkey);
    model.addAttribute("home", home(user));
    return "identity/passkeys/removal";
  }

  @PostMapping("/{id}/removal")
  String remove(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      HttpServletRequest request) {
    freshProof.require(user, request);
    removePasskey.remove(user, id);
    return "redirect:" + home(user) + "?removed=1";
  }

  private String refused(Model model, CurrentUser user, Page page, String why) {
    return page(model, user, null, page.t("identity.passkeys.add." + why, AddPasskey.MOST));
  }

  private String page(
      Model model, CurrentUser user, @Nullable String done, @Nullable String error) {
    model.addAttribute("passkeys", passkeys.listOf(user.id()));
    model.addAttribute("home", home(user));
    model.addAttribute("done", done);
    model.addAttribute("error", error);
    return "identity/passkeys/list";
  }

  private static String home(CurrentUser user) {
    return (user.officer() ? "/desk" : "/my") + "/account/passkeys";
  }
}
