package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.filling.TakingOutcome.Closed;
import org.motcua.dossiers.filling.TakingOutcome.Gone;
import org.motcua.dossiers.filling.TakingOutcome.NoSuchPlace;
import org.motcua.dossiers.filling.TakingOutcome.NotAgreed;
import org.motcua.dossiers.filling.TakingOutcome.NotAsked;
import org.motcua.dossiers.filling.TakingOutcome.Revoked;
import org.motcua.dossiers.filling.TakingOutcome.Taken;
import org.motcua.dossiers.filling.TakingOutcome.TooMany;
import org.motcua.dossiers.filling.TakingOutcome.WrongKind;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.KeptPaperId;
import org.motcua.dossiers.model.KeptPaperStore;
import org.motcua.dossiers.papers.OwnPapers;
import org.motcua.dossiers.papers.PaperViews;
import org.motcua.dossiers.papers.StoreConsents;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.FillingContext;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
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

/** Papers of one's store are chosen for a dossier, and it is agreed that they go along. */
@Controller
@RequestMapping("/my/dossiers/{id}")
class TakingController {

  private static final int PAGE = 20;

  private final TakePaper takePaper;
  private final OwnDossiers own;
  private final OwnPapers ownPapers;
  private final KeptPaperStore papers;
  private final PaperViews views;
  private final StoreConsents consents;
  private final OnlineServices services;
  private final Changeables changeables;
  private final Clock clock;

  TakingController(
      TakePaper takePaper,
      OwnDossiers own,
      OwnPapers ownPapers,
      KeptPaperStore papers,
      PaperViews views,
      StoreConsents consents,
      OnlineServices services,
      Changeables changeables,
      Clock clock) {
    this.takePaper = takePaper;
    this.own = own;
    this.ownPapers = ownPapers;
    this.papers = papers;
    this.views = views;
    this.consents = consents;
    this.services = services;
    this.changeables = changeables;
    this.clock = clock;
  }

  @GetMapping("/taking/{place}")
  String choose(
      @PathVariable UUID id,
      @PathVariable String place,
      @RequestParam Optional<UUID> before,
      @RequestParam(defaultValue = "false") boolean expired,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var dossier = dossierOf(id, user);
    if (!dossier.open() || !changeables.of(dossier).file(place)) {
      return "redirect:/my/dossiers/" + id;
    }
    return show(dossier, place, before.orElse(null), expired, user, null, page, model);
  }

  /**
   * @param agreed the agency to which the paper goes, as the page has told
   */
  @PostMapping("/taking/{place}")
  String take(
      @PathVariable UUID id,
      @PathVariable String place,
      @RequestParam UUID paper,
      @RequestParam(defaultValue = "") String agreed,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var dossier = new DossierId(id);
    return switch (takePaper.take(dossier, user, place, new KeptPaperId(paper), agreed)) {
      case Taken(Place to) -> "redirect:" + to.address(dossier);
      case NotAgreed none ->
          again(id, place, user, page.t("dossiers.store.take.not_agreed"), page, model);
      case WrongKind(Place at) ->
          again(id, place, user, page.t("dossiers.papers.wrong_kind", kinds(at)), page, model);
      case TooMany(Place at) ->
          again(id, place, user, page.t("dossiers.store.take.full"), page, model);
      case Revoked none -> again(id, place, user, page.t("dossiers.store.revoked"), page, model);
      case Gone none -> again(id, place, user, page.t("dossiers.store.take.gone"), page, model);
      case NotAsked(Place at) ->
          "redirect:" + at.address(dossier).replace("#", "?refused=" + at.id() + "#");
      case Closed(Dossier closed) -> "redirect:/my/dossiers/" + id;
      case NoSuchPlace none -> throw notFound();
    };
  }

  /** For papers that were taken before anybody knew to whom, or that go elsewhere now. */
  @PostMapping("/papers/consent")
  String agree(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String agreed,
      @RequestParam(defaultValue = "false") boolean review,
      @AuthenticationPrincipal CurrentUser user) {
    var dossier = dossierOf(id, user);
    ownPapers.require(user, Power.FILE);
    if (dossier.open()) consents.agree(dossier, user, agreed);
    return "redirect:/my/dossiers/" + id + (review ? "/review#papers" : "/papers");
  }

  private String again(
      UUID id, String place, CurrentUser user, String fault, Page page, Model model) {
    return show(dossierOf(id, user), place, null, false, user, fault, page, model);
  }

  private String show(
      Dossier dossier,
      String placeId,
      @Nullable UUID before,
      boolean expiredToo,
      CurrentUser user,
      @Nullable String fault,
      Page page,
      Model model) {
    ownPapers.require(user, Power.FILE);
    var service = serviceOf(dossier);
    var place = Place.of(service, placeId).orElseThrow(TakingController::notFound);
    var found =
        papers.listFitting(
            user.id(),
            place.mediaTypes(),
            FillingContext.now(clock, page.language()).today(),
            expiredToo,
            before == null ? null : new KeptPaperId(before),
            PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var here = "/my/dossiers/" + dossier.id() + "/taking/" + place.id();
    var next = here + "?expired=" + expiredToo + "&before=";
    model.addAttribute(
        "view",
        new TakingView(
            place.name().in(page.language()),
            service.name().in(page.language()),
            here,
            place.address(dossier.id()),
            kinds(place),
            shown.stream().map(paper -> views.of(paper, page.language())).toList(),
            found.size() > PAGE ? next + shown.getLast().id() : null,
            consents.goesTo(dossier).orElse(null),
            consents.asked(dossier, user).orElse(null),
            expiredToo,
            fault));
    return "dossiers/filling/taking";
  }

  private static String kinds(Place place) {
    return place.accepts().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
  }

  private OnlineService serviceOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version());
  }

  private Dossier dossierOf(UUID id, CurrentUser user) {
    return own.find(new DossierId(id), user, Power.FILE).orElseThrow(TakingController::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
