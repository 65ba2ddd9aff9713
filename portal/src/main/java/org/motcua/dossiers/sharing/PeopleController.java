package org.motcua.dossiers.sharing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.Participation;
import org.motcua.dossiers.model.ParticipationId;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Power;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
import org.motcua.platform.web.ui.TagColour;
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

/** Who else fills in a dossier: the owner invites and withdraws. */
@Controller
@RequestMapping("/my/dossiers/{id}/people")
class PeopleController {

  private final Sharing sharing;
  private final CheckInvitation check;
  private final SharedParts parts;
  private final OwnDossiers own;
  private final ParticipationStore participations;
  private final OnlineServices services;
  private final Clock clock;

  PeopleController(
      Sharing sharing,
      CheckInvitation check,
      SharedParts parts,
      OwnDossiers own,
      ParticipationStore participations,
      OnlineServices services,
      Clock clock) {
    this.sharing = sharing;
    this.check = check;
    this.parts = parts;
    this.own = own;
    this.participations = participations;
    this.services = services;
    this.clock = clock;
  }

  @GetMapping
  String people(
      @PathVariable UUID id,
      @RequestParam Optional<String> invited,
      @RequestParam Optional<String> withdrawn,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var dossier = dossierOf(id, user);
    if (!dossier.open()) return "redirect:/my/dossiers/" + id;
    model.addAttribute(
        "said", invited.isPresent() ? "invited" : withdrawn.isPresent() ? "withdrawn" : "");
    var today = LocalDate.now(clock.withZone(CountryTime.ZONE));
    return show(dossier, InvitationForm.empty(today), FieldErrors.NONE, page, model);
  }

  @PostMapping
  String invite(
      @PathVariable UUID id,
      @ModelAttribute InvitationForm form,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Locale locale,
      Model model) {
    var dossier = dossierOf(id, user);
    user.require(LevelOfAssurance.LOA2);
    var offered = parts.offered(dossier, Language.of(locale));
    return switch (check.check(form, dossier, offered, user, page)) {
      case CheckInvitation.Checked.Wrong(var errors) -> again(dossier, form, errors, page, model);
      case CheckInvitation.Checked.Right right ->
          switch (sharing.invite(dossier.id(), user, right)) {
            case InvitingOutcome.Invited invited ->
                "redirect:/my/dossiers/" + id + "/people?invited";
            case InvitingOutcome.InvitedBefore before ->
                again(dossier, form, wrong("invited_before", page), page, model);
            case InvitingOutcome.Full full ->
                again(dossier, form, wrong("full", page), page, model);
            case InvitingOutcome.TooOften often ->
                again(dossier, form, wrong("too_often", page), page, model);
            case InvitingOutcome.NotOpen closed -> "redirect:/my/dossiers/" + id;
          };
    };
  }

  @PostMapping("/{participation}/withdrawal")
  String withdraw(
      @PathVariable UUID id,
      @PathVariable UUID participation,
      @AuthenticationPrincipal CurrentUser user) {
    var dossier = dossierOf(id, user);
    sharing.withdraw(dossier.id(), new ParticipationId(participation), user);
    return "redirect:/my/dossiers/" + id + "/people?withdrawn";
  }

  private String again(
      Dossier dossier, InvitationForm form, FieldErrors errors, Page page, Model model) {
    model.addAttribute("said", "");
    return show(dossier, form, errors, page, model);
  }

  private String show(
      Dossier dossier, InvitationForm form, FieldErrors errors, Page page, Model model) {
    var language = page.language();
    model.addAttribute(
        "view",
        new PeopleView(
            "/my/dossiers/" + dossier.id(),
            services.get(dossier.service().slug(), dossier.service().version()).name().in(language),
            participations.listOf(dossier.id()).stream()
                .map(each -> row(dossier, each, page))
                .toList()));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("offered", parts.offered(dossier, language));
    return "dossiers/sharing/people";
  }

  private PeopleView.Row row(Dossier dossier, Participation each, Page page) {
    var now = clock.instant();
    var ending = each.ending();
    var state = ending == null ? each.state(now).name() : ending.name();
    return new PeopleView.Row(
        each.id().toString(),
        each.name(),
        each.numberEnd(),
        String.join(", ", parts.names(dossier, each.parts(), page.language())),
        page.date(each.until().minusSeconds(1).atZone(CountryTime.ZONE).toLocalDate()),
        each.seesAll(),
        page.t("dossiers.sharing.state." + state.toLowerCase(Locale.ROOT)),
        switch (each.state(now)) {
          case WAITING -> TagColour.GOLD;
          case JOINED -> TagColour.GREEN;
          case EXPIRED, ENDED -> TagColour.GREY;
        },
        each.open(now));
  }

  private static FieldErrors wrong(String what, Page page) {
    return FieldErrors.at("number", page.t("dossiers.sharing.wrong." + what));
  }

  private Dossier dossierOf(UUID id, CurrentUser user) {
    return own.find(new DossierId(id), user, Power.SIGN).orElseThrow(PeopleController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
