package org.motcua.identity.profile;

import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping(AccountHome.MINE + "/citizen-id")
class CitizenIdController {

  private final ChangeCitizenId changeCitizenId;

  CitizenIdController(ChangeCitizenId changeCitizenId) {
    this.changeCitizenId = changeCitizenId;
  }

  @GetMapping
  String ask(@AuthenticationPrincipal CurrentUser user, Model model) {
    user.require(LevelOfAssurance.LOA2);
    return page(user, "", null, model);
  }

  @PostMapping
  String change(
      @RequestParam(defaultValue = "") String number,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return switch (changeCitizenId.change(user, number)) {
      case CitizenIdOutcome.Changed(), CitizenIdOutcome.NothingToChange() ->
          "redirect:" + AccountHome.MINE + "?changed=citizen-id";
      case CitizenIdOutcome.NotSuchANumber() -> again(user, number, page, "wrong", model);
      case CitizenIdOutcome.NotThisPersons() -> again(user, number, page, "notYours", model);
      case CitizenIdOutcome.OfAnotherAccount() -> again(user, number, page, "taken", model);
      case CitizenIdOutcome.RegisterAway() -> again(user, number, page, "away", model);
      case CitizenIdOutcome.TooManyTries() -> again(user, number, page, "tooManyTries", model);
    };
  }

  private String again(CurrentUser user, String number, Page page, String why, Model model) {
    return page(user, number, page.t("identity.change.citizen-id." + why), model);
  }

  private String page(CurrentUser user, String number, @Nullable String error, Model model) {
    var former = changeCitizenId.former(user);
    if (former.isEmpty()) return "redirect:" + AccountHome.MINE;
    model.addAttribute("former", former.get().digits());
    model.addAttribute("number", number);
    model.addAttribute("errors", FieldErrors.at("number", error));
    return "identity/profile/citizen-id";
  }
}
