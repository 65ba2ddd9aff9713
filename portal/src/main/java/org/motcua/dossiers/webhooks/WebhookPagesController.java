package org.motcua.dossiers.webhooks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.webhooks.KeepWebhooks.Told;
import org.motcua.dossiers.webhooks.WebhookMessage.State;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.ProgramKeepers;
import org.motcua.identity.Programs;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.NavLink;
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

/** A program's webhooks, for the administrators who keep it. */
@Controller
@RequestMapping("/desk/clients/{client}/webhooks")
class WebhookPagesController {

  private static final String ONE = "/{id:[0-9a-fA-F-]{36}}";
  private static final int MESSAGES = 25;
  private static final Set<Told> DONE = EnumSet.of(Told.ACTIVE, Told.SENT_AGAIN, Told.SENT_TEST);

  private final ProgramKeepers keepers;
  private final Programs programs;
  private final KeepWebhooks keeping;
  private final WebhookStore webhooks;
  private final MessageStore messages;

  WebhookPagesController(
      ProgramKeepers keepers,
      Programs programs,
      KeepWebhooks keeping,
      WebhookStore webhooks,
      MessageStore messages) {
    this.keepers = keepers;
    this.programs = programs;
    this.keeping = keeping;
    this.webhooks = webhooks;
    this.messages = messages;
  }

  @GetMapping
  String list(@PathVariable String client, @AuthenticationPrincipal CurrentUser user, Model model) {
    requireKeeper(user, client);
    model.addAttribute(
        "view",
        new WebhooksView(
            home(client),
            nameOf(client),
            webhooks.list(client).stream().map(WebhookRow::of).toList()));
    return "dossiers/webhooks/list";
  }

  @GetMapping(ONE)
  String show(
      @PathVariable String client,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable State state,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(required = false) @Nullable Told told,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    requireKeeper(user, client);
    var webhook = webhooks.find(id, client).orElseThrow(WebhookPagesController::notFound);
    var found = messages.list(id, state, before, MESSAGES + 1);
    var shown = found.subList(0, Math.min(MESSAGES, found.size()));
    var here = home(client) + "/webhooks/" + id;
    var more = found.size() > MESSAGES ? "before=" + shown.getLast().id() + "#messages" : null;
    var next =
        more == null ? null : here + "?" + (state == null ? "" : "state=" + state + "&") + more;
    model.addAttribute(
        "view",
        new WebhookView(
            home(client),
            nameOf(client),
            WebhookRow.of(webhook),
            told == null ? null : page.t("dossiers.webhooks.told." + word(told)),
            told != null && DONE.contains(told),
            states(here, state, page),
            shown.stream().map(WebhookView.Message::of).toList(),
            next));
    return "dossiers/webhooks/webhook";
  }

  private static List<NavLink> states(String here, @Nullable State chosen, Page page) {
    var links = new ArrayList<NavLink>();
    links.add(
        new NavLink(page.t("dossiers.webhooks.state.all"), here + "#messages", chosen == null));
    for (var state : State.values()) {
      links.add(
          new NavLink(
              page.t("dossiers.webhooks.state." + state),
              here + "?state=" + state + "#messages",
              state == chosen));
    }
    return links;
  }

  @PostMapping(ONE + "/activation")
  String activate(
      @PathVariable String client,
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user) {
    requireKeeper(user, client);
    return back(client, id, keeping.activate(id, client, user));
  }

  @PostMapping(ONE + "/test")
  String test(
      @PathVariable String client,
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user) {
    requireKeeper(user, client);
    return back(client, id, keeping.test(id, client, user));
  }

  @PostMapping(ONE + "/replay")
  String replayMissed(
      @PathVariable String client,
      @PathVariable UUID id,
      @AuthenticationPrincipal CurrentUser user) {
    requireKeeper(user, client);
    return back(client, id, keeping.allMissed(id, client, user));
  }

  @PostMapping(ONE + "/deliveries/{message}/replay")
  String replay(
      @PathVariable String client,
      @PathVariable UUID id,
      @PathVariable UUID message,
      @AuthenticationPrincipal CurrentUser user) {
    requireKeeper(user, client);
    return back(client, id, keeping.again(id, client, message, user));
  }

  private static String back(String client, UUID id, Optional<Told> told) {
    var what = told.orElseThrow(WebhookPagesController::notFound);
    return "redirect:" + home(client) + "/webhooks/" + id + "?told=" + what;
  }

  private static String word(Told told) {
    return told.name().toLowerCase(Locale.ROOT);
  }

  private static String home(String client) {
    return "/desk/clients/" + client;
  }

  private String nameOf(String client) {
    return programs.nameOf(client).orElseThrow(WebhookPagesController::notFound);
  }

  /** Others learn not even that there is such a program. */
  private void requireKeeper(CurrentUser user, String client) {
    if (!keepers.keeps(user, client)) throw notFound();
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
