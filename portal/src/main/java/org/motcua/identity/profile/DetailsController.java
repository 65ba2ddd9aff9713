package org.motcua.identity.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.attempts.OpenSession;
import org.motcua.identity.model.CitizenId;
import org.motcua.identity.registering.FormCheck;
import org.motcua.identity.registering.FormCheck.CheckedPerson;
import org.motcua.identity.registering.HomePicker;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Name, date of birth, gender, number and home of a citizen. */
@Controller
@RequestMapping(AccountHome.MINE + "/details")
class DetailsController {

  private final ChangeDetails changeDetails;
  private final FormCheck formCheck;
  private final HomePicker homePicker;
  private final FreshProof freshProof;
  private final OpenSession sessions;

  DetailsController(
      ChangeDetails changeDetails,
      FormCheck formCheck,
      HomePicker homePicker,
      FreshProof freshProof,
      OpenSession sessions) {
    this.changeDetails = changeDetails;
    this.formCheck = formCheck;
    this.homePicker = homePicker;
    this.freshProof = freshProof;
    this.sessions = sessions;
  }

  @GetMapping
  String ask(@AuthenticationPrincipal CurrentUser user, Model model) {
    requireCitizen(user);
    user.require(LevelOfAssurance.LOA2);
    var now = changeDetails.now(user);
    var form = DetailsForm.of(now, homePicker.home(now.home()));
    return page(user, form, FieldErrors.NONE, model);
  }

  @PostMapping
  String change(
      @ModelAttribute DetailsForm form,
      @RequestParam(name = "_update", required = false) @Nullable String update,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    requireCitizen(user);
    if (update != null) return page(user, form, FieldErrors.NONE, model);
    freshProof.require(user, request);
    return switch (read(user, form, page)) {
      case Read.Wrong(var errors) -> page(user, form, errors, model);
      case Read.Right(var wanted) ->
          switch (changeDetails.change(user, wanted)) {
            case CHANGED -> {
              goOnAs(user, request, response);
              yield "redirect:" + AccountHome.MINE + "?changed=details";
            }
            case NUMBER_OF_ANOTHER -> page(user, form, number("taken", page), model);
            case TOO_MANY_TRIES -> {
              response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
              yield page(user, form, number("tooManyTries", page), model);
            }
          };
    };
  }

  private sealed interface Read {
    record Right(Details wanted) implements Read {}

    record Wrong(FieldErrors errors) implements Read {}
  }

  private Read read(CurrentUser user, DetailsForm form, Page page) {
    var now = changeDetails.now(user);
    if (changeDetails.isVerified(user)) {
      var home = formCheck.checkHome(form.home(), form.street(), page);
      return home.errors().isEmpty()
          ? new Read.Right(now.at(home.address()))
          : new Read.Wrong(home.errors());
    }
    var known = now.citizenId();
    var typed = known == null ? form.citizenId().strip() : known;
    var number = CitizenId.parse(typed);
    var wrong = known == null && !typed.isEmpty() && number.isEmpty();
    return switch (formCheck.check(form.person(), number, page)) {
      case CheckedPerson.Wrong(var errors) ->
          new Read.Wrong(wrong ? and(errors, number("citizenId", page)) : errors);
      case CheckedPerson.Right _ when wrong -> new Read.Wrong(number("citizenId", page));
      case CheckedPerson.Right(var name, var born, var gender, var home) ->
          new Read.Right(
              new Details(
                  name,
                  born,
                  gender,
                  known == null ? number.map(CitizenId::digits).orElse(null) : known,
                  home));
    };
  }

  /** In the order of the fields. */
  private static FieldErrors and(FieldErrors errors, FieldErrors ofNumber) {
    var all = new ArrayList<FieldError>(ofNumber.all());
    all.addAll(errors.all());
    return new FieldErrors(all);
  }

  private static FieldErrors number(String why, Page page) {
    var key = "identity." + (why.equals("citizenId") ? "register.wrong." : "change.citizen-id.");
    return FieldErrors.at("citizenId", page.t(key + why));
  }

  /** The name at the head of every page is this session's. */
  private void goOnAs(CurrentUser user, HttpServletRequest request, HttpServletResponse response) {
    var name = changeDetails.now(user).name();
    if (name.equals(user.name())) return;
    var renamed = new CurrentUser(user.id(), user.kind(), name, user.level(), user.acting());
    sessions.become(renamed, request, response);
  }

  private String page(CurrentUser user, DetailsForm form, FieldErrors errors, Model model) {
    var now = changeDetails.now(user);
    model.addAttribute("name", now.name());
    model.addAttribute("born", now.born());
    model.addAttribute("gender", now.gender());
    model.addAttribute("citizenId", now.citizenId());
    model.addAttribute(
        "former",
        Optional.ofNullable(now.citizenId())
            .flatMap(CitizenId::parse)
            .filter(number -> !number.personal())
            .isPresent());
    model.addAttribute("verified", changeDetails.isVerified(user));
    model.addAttribute("form", form);
    model.addAttribute("home", homePicker.pick(form.home()));
    model.addAttribute("errors", errors);
    return "identity/profile/details";
  }

  private static void requireCitizen(CurrentUser user) {
    if (user.kind() != AccountKind.CITIZEN) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
