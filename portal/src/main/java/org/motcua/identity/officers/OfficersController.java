package org.motcua.identity.officers;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Officers of the administrator's agencies. Others learn not even that an officer exists. */
@Controller
@RequestMapping(OfficersController.HERE)
class OfficersController {

  static final String HERE = "/desk/officers";

  private static final int PAGE_SIZE = 25;

  private final Officers officers;
  private final AddOfficer addOfficer;
  private final KeepOfficer keep;
  private final Remits remits;
  private final Posts posts;
  private final Organisation organisation;

  OfficersController(
      Officers officers,
      AddOfficer addOfficer,
      KeepOfficer keep,
      Remits remits,
      Posts posts,
      Organisation organisation) {
    this.officers = officers;
    this.addOfficer = addOfficer;
    this.keep = keep;
    this.remits = remits;
    this.posts = posts;
    this.organisation = organisation;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) @Nullable String agency,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String after,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var remit = remits.demand(user);
    var here = agency(agency, remit);
    var from = after == null ? OfficerKey.FIRST : OfficerKey.parse(after).orElse(OfficerKey.FIRST);
    var words = q.strip();
    var found =
        words.isEmpty()
            ? officers.listAt(here.id(), from, PAGE_SIZE)
            : officers.search(remit.under(here.id()), words, from, PAGE_SIZE);
    var above = here.parent();
    model.addAttribute(
        "view",
        new ListView(
            here,
            above == null || !remit.covers(above) ? null : organisation.getAgency(above),
            remit.below(here.id()),
            words,
            found.officers().stream().map(one -> row(one, here, user, page)).toList(),
            next(here, words, found.next())));
    return "identity/officers/list";
  }

  private ListView.Row row(Officer officer, Agency here, CurrentUser user, Page page) {
    var elsewhere = !officer.agency().equals(here.id());
    var roles =
        posts.postsOf(officer.officerId()).stream()
            .map(Post::role)
            .distinct()
            .map(role -> roleName(role, page))
            .toList();
    return new ListView.Row(
        officer,
        elsewhere ? organisation.getAgency(officer.agency()).name() : null,
        roles,
        officer.id().equals(user.id()));
  }

  private static @Nullable String next(Agency here, String words, @Nullable OfficerKey key) {
    if (key == null) return null;
    var address = UriComponentsBuilder.fromPath(HERE).queryParam("agency", here.id().value());
    if (!words.isEmpty()) address.queryParam("q", "{words}");
    return address
        .queryParam("after", key.inAddress())
        .encode()
        .buildAndExpand(words)
        .toUriString();
  }

  @GetMapping("/new")
  String form(
      @RequestParam(required = false) @Nullable String agency,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var here = agency(agency, remits.demand(user));
    return formPage(model, OfficerForm.at(here.id().value()), here, page, FieldErrors.NONE);
  }

  @PostMapping
  String add(
      @ModelAttribute("form") OfficerForm form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    var here = agency(form.agency(), remits.demand(user));
    return switch (OfficerCheck.check(form, here, page)) {
      case OfficerCheck.Checked.Wrong(var errors) -> formPage(model, form, here, page, errors);
      case OfficerCheck.Checked.Right(var officer) ->
          switch (addOfficer.add(officer, user.actor())) {
            case ADDED, ADDED_ALREADY -> done(officer.id(), Done.ADDED);
            case NAME_TAKEN -> formPage(model, form, here, page, nameTaken(page));
          };
    };
  }

  private static FieldErrors nameTaken(Page page) {
    return new FieldErrors(
        List.of(new FieldError("signInName", page.t("identity.officers.wrong.nameTaken"))));
  }

  private static String formPage(
      Model model, OfficerForm form, Agency agency, Page page, FieldErrors errors) {
    model.addAttribute("form", form);
    model.addAttribute("agency", agency);
    model.addAttribute("roles", roleChoices(RolesAt.agencyOf(agency.kind()), page));
    model.addAttribute("errors", errors);
    return "identity/officers/new";
  }

  @GetMapping("/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String done,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var told = Done.parse(done);
    return officerPage(
        id, told == null ? null : page.t(told.message()), null, user, page, model, null);
  }

  @PostMapping("/{id}/posts")
  String appoint(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") String role,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return answer(
        id,
        keep.appoint(accountId(id), postAgency(agency), role(role), user),
        Done.APPOINTED,
        user,
        page,
        model);
  }

  @PostMapping("/{id}/posts/removal")
  String dismiss(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") String role,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return answer(
        id,
        keep.dismiss(accountId(id), postAgency(agency), role(role), user),
        Done.DISMISSED,
        user,
        page,
        model);
  }

  @GetMapping("/{id}/suspension")
  String askSuspension(
      @PathVariable String id, @AuthenticationPrincipal CurrentUser user, Model model) {
    return suspensionPage(id, FieldErrors.NONE, user, model);
  }

  @PostMapping("/{id}/suspension")
  String suspend(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    for (var known : SuspensionReason.values()) {
      if (!known.name().equals(reason)) continue;
      var outcome = keep.suspend(accountId(id), known, user);
      return answer(id, outcome, Done.SUSPENDED, user, page, model);
    }
    var missing = new FieldError("reason", page.t("identity.officers.wrong.reason"));
    return suspensionPage(id, new FieldErrors(List.of(missing)), user, model);
  }

  private String suspensionPage(String id, FieldErrors errors, CurrentUser user, Model model) {
    var remit = remits.demand(user);
    var officer = visible(id, remit);
    if (!keep.mayBeKept(officer, remit)) throw notYours();
    model.addAttribute("officer", officer);
    model.addAttribute("errors", errors);
    return "identity/officers/suspension";
  }

  @PostMapping("/{id}/suspension/end")
  String takeBack(
      @PathVariable String id,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return answer(id, keep.takeBack(accountId(id), user), Done.TAKEN_BACK, user, page, model);
  }

  @GetMapping("/{id}/first-sign-in")
  String askFirstSignIn(
      @PathVariable String id, @AuthenticationPrincipal CurrentUser user, Model model) {
    var remit = remits.demand(user);
    var officer = visible(id, remit);
    if (!keep.mayBeKept(officer, remit)) throw notYours();
    model.addAttribute("officer", officer);
    return "identity/officers/firstSignIn";
  }

  @PostMapping("/{id}/first-sign-in")
  String handOver(
      @PathVariable String id,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return answer(
        id, keep.handOverFirstSignIn(accountId(id), user), Done.HANDED_OVER, user, page, model);
  }

  @PostMapping("/{id}/contact")
  String mend(
      @PathVariable String id,
      @ModelAttribute("contact") ContactForm form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    user.require(LevelOfAssurance.LOA2);
    return switch (OfficerCheck.check(form, page)) {
      case OfficerCheck.CheckedContact.Wrong(var errors) ->
          officerPage(id, null, null, user, page, model, errors);
      case OfficerCheck.CheckedContact.Right(var phone, var email) ->
          answer(
              id,
              keep.mendContact(accountId(id), phone, email, user),
              Done.MENDED,
              user,
              page,
              model);
    };
  }

  /** What a redirect tells on the page it leads to. */
  private enum Done {
    ADDED,
    APPOINTED,
    DISMISSED,
    SUSPENDED,
    TAKEN_BACK,
    HANDED_OVER,
    MENDED;

    String inAddress() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String message() {
      return "identity.officers.done." + inAddress();
    }

    static @Nullable Done parse(@Nullable String text) {
      for (var done : values()) if (done.inAddress().equals(text)) return done;
      return null;
    }
  }

  private static String done(AccountId id, Done done) {
    return "redirect:" + HERE + "/" + id + "?done=" + done.inAddress();
  }

  private String answer(
      String id, KeepOfficer.Outcome outcome, Done done, CurrentUser user, Page page, Model model) {
    return switch (outcome) {
      case DONE -> done(accountId(id), done);
      case NO_SUCH_OFFICER -> throw noSuchOfficer();
      case NOT_YOURS -> throw notYours();
      case NO_SUCH_POST ->
          refused(id, page.t("identity.officers.wrong.noSuchPost"), user, page, model);
      case PHONE_IS_HIS_OWN ->
          refused(id, page.t("identity.officers.wrong.phoneIsHisOwn"), user, page, model);
      case SUSPENDED -> refused(id, page.t("identity.officers.wrong.suspended"), user, page, model);
    };
  }

  private String refused(String id, String refusal, CurrentUser user, Page page, Model model) {
    return officerPage(id, null, refusal, user, page, model, null);
  }

  private String officerPage(
      String id,
      @Nullable String told,
      @Nullable String refusal,
      CurrentUser user,
      Page page,
      Model model,
      @Nullable FieldErrors errors) {
    var remit = remits.demand(user);
    var officer = visible(id, remit);
    var held = posts.postsOf(officer.officerId());
    var oneself = remit.isAdministrator(officer.id());
    var rows =
        held.stream()
            .map(
                post ->
                    new OfficerView.PostRow(
                        organisation.getAgency(post.agency()),
                        post.role(),
                        !oneself && remit.covers(post.agency())))
            .toList();
    model.addAttribute(
        "view",
        new OfficerView(
            officer,
            organisation.getAgency(officer.agency()),
            rows,
            oneself,
            remit.answersFor(officer, held),
            remit.agencies().stream()
                .map(agency -> new Choice(agency.id().value(), agency.name()))
                .toList(),
            rolesAt(remit.agencies()),
            told,
            refusal));
    if (errors == null || !model.containsAttribute("contact")) {
      model.addAttribute("contact", ContactForm.of(officer));
    }
    model.addAttribute("errors", errors == null ? FieldErrors.NONE : errors);
    return "identity/officers/officer";
  }

  private static List<Role> rolesAt(List<Agency> agencies) {
    return agencies.stream()
        .map(Agency::kind)
        .distinct()
        .flatMap(kind -> RolesAt.agencyOf(kind).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<Choice> roleChoices(List<Role> roles, Page page) {
    return roles.stream().map(role -> roleChoice(role, page)).toList();
  }

  private static Choice roleChoice(Role role, Page page) {
    return new Choice(
        role.name(),
        roleName(role, page),
        page.t("identity.officers.role." + role.name() + ".hint"));
  }

  private static String roleName(Role role, Page page) {
    return page.t("identity.officers.role." + role.name());
  }

  /** The administrator's own where none, or one that is nothing to him, is asked for. */
  private Agency agency(@Nullable String asked, Remit remit) {
    if (asked != null && !asked.isBlank()) {
      return keep.findAgency(asked)
          .filter(agency -> remit.covers(agency.id()))
          .orElseThrow(OfficersController::notYours);
    }
    return organisation.getAgency(remit.tops().iterator().next());
  }

  private Agency postAgency(String asked) {
    return keep.findAgency(asked)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "No such agency"));
  }

  private static Role role(String asked) {
    for (var role : Role.values()) if (role.name().equals(asked)) return role;
    throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No such post");
  }

  private Officer visible(String id, Remit remit) {
    return officers
        .find(accountId(id))
        .filter(officer -> keep.mayBeSeen(officer, remit))
        .orElseThrow(OfficersController::noSuchOfficer);
  }

  private static AccountId accountId(String id) {
    try {
      return AccountId.of(id);
    } catch (IllegalArgumentException notAnId) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such officer", notAnId);
    }
  }

  private static ResponseStatusException noSuchOfficer() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "No such officer");
  }

  private static ResponseStatusException notYours() {
    return new ResponseStatusException(HttpStatus.FORBIDDEN, "Not within this administrator's say");
  }
}
