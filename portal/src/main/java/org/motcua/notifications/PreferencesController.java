package org.motcua.notifications;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
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

/** How I want to be told. */
@Controller
@RequestMapping(PreferencesController.PATH)
class PreferencesController {

  static final String PATH = "/my/account/notices";

  private final PreferenceStore preferences;
  private final Accounts accounts;

  PreferencesController(PreferenceStore preferences, Accounts accounts) {
    this.preferences = preferences;
    this.accounts = accounts;
  }

  @GetMapping
  String show(
      @RequestParam(required = false) @Nullable String saved,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    model.addAttribute("saved", saved != null);
    return page(user, PreferencesForm.of(preferences.of(user.id())), FieldErrors.NONE, model);
  }

  @PostMapping
  String save(
      @ModelAttribute PreferencesForm form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var errors = check(form, page);
    if (!errors.isEmpty()) {
      model.addAttribute("saved", false);
      return page(user, form, errors, model);
    }
    preferences.put(
        user.id(),
        new Preferences(form.by(PreferencesForm.SMS), form.by(PreferencesForm.MAIL), quiet(form)));
    return "redirect:" + PATH + "?saved=yes";
  }

  private static FieldErrors check(PreferencesForm form, Page page) {
    if (form.quiet().equals(PreferencesForm.NO)) return FieldErrors.NONE;
    if (!form.quiet().equals(PreferencesForm.YES)) return wrong("quiet", "quiet", page);
    var from = PreferencesForm.time(form.from());
    var until = PreferencesForm.time(form.until());
    if (from.isPresent() && from.equals(until)) return wrong("until", "same", page);
    var errors = new ArrayList<FieldError>();
    if (from.isEmpty()) errors.addAll(wrong("from", "from", page).all());
    if (until.isEmpty()) errors.addAll(wrong("until", "until", page).all());
    return new FieldErrors(errors);
  }

  private static FieldErrors wrong(String field, String what, Page page) {
    return FieldErrors.at(field, page.t("notifications.preferences.wrong." + what));
  }

  private static @Nullable QuietHours quiet(PreferencesForm form) {
    if (!form.quiet().equals(PreferencesForm.YES)) return null;
    return new QuietHours(time(form.from()), time(form.until()));
  }

  private static LocalTime time(String checked) {
    return PreferencesForm.time(checked).orElseThrow();
  }

  private String page(CurrentUser user, PreferencesForm form, FieldErrors errors, Model model) {
    var reached =
        accounts
            .findContactPoints(user.id())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("phone", local(reached.phone()));
    model.addAttribute("email", reached.email());
    model.addAttribute("fromHours", PreferencesForm.hours(form.from()));
    model.addAttribute("untilHours", PreferencesForm.hours(form.until()));
    return "notifications/preferences";
  }

  /** As people dial it at home. */
  private static String local(String phone) {
    return Optional.of(phone)
        .filter(number -> number.startsWith("+84"))
        .map(number -> "0" + number.substring("+84".length()))
        .orElse(phone);
  }
}
