package org.motcua.connect.connections;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.agreeing.Agree;
import org.motcua.connect.agreeing.OwnFacts;
import org.motcua.connect.agreeing.TakeBack;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.PersonalData;
import org.motcua.connect.signons.EndSignOns;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Page;
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
 * At which agencies' sites I am signed in with this account, and what they may know. What has ended
 * meanwhile, in another window or twice pressed, is nothing to complain of.
 */
@Controller
@RequestMapping(ConnectionsController.PATH)
class ConnectionsController {

  static final String PATH = "/my/account/connections";

  private static final String BACK = "redirect:" + PATH;
  private static final Set<String> DONE = Set.of("signed-out", "changed", "withdrawn");

  private final Connections connections;
  private final ConnectionViews views;
  private final OwnFacts ownFacts;
  private final Accounts accounts;
  private final Agree agree;
  private final TakeBack takeBack;
  private final EndSignOns endSignOns;

  ConnectionsController(
      Connections connections,
      ConnectionViews views,
      OwnFacts ownFacts,
      Accounts accounts,
      Agree agree,
      TakeBack takeBack,
      EndSignOns endSignOns) {
    this.connections = connections;
    this.views = views;
    this.ownFacts = ownFacts;
    this.accounts = accounts;
    this.agree = agree;
    this.takeBack = takeBack;
    this.endSignOns = endSignOns;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) @Nullable String done,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    model.addAttribute("connections", views.all(user, page));
    model.addAttribute("done", done != null && DONE.contains(done) ? done : null);
    return "connect/connections/list";
  }

  @PostMapping("/{client}/sign-out")
  String signOut(@PathVariable String client, @AuthenticationPrincipal CurrentUser user) {
    endSignOns.endAt(user.id(), new ClientId(client));
    return BACK + "?done=signed-out";
  }

  @GetMapping("/{client}")
  String choose(
      @PathVariable String client,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var connection = find(user, client);
    var portal = connection == null ? null : openPortal(connection);
    if (connection == null || portal == null) return BACK;
    var person = accounts.getPerson(user.id());
    var agreement = connection.agreement();
    model.addAttribute("connection", views.one(connection, user, page));
    model.addAttribute("required", ownFacts.of(person, portal.required(), agreement, page));
    model.addAttribute("optional", ownFacts.of(person, portal.optional(), agreement, page));
    model.addAttribute("asked", PersonalData.names(portal.asked()));
    return "connect/connections/choose";
  }

  @PostMapping("/{client}")
  String change(
      @PathVariable String client,
      @RequestParam(defaultValue = "") Set<String> asked,
      @RequestParam(defaultValue = "") Set<String> given,
      @AuthenticationPrincipal CurrentUser user) {
    var connection = find(user, client);
    var portal = connection == null ? null : openPortal(connection);
    if (connection == null || portal == null) return BACK;
    var shown = PersonalData.named(asked);
    if (!shown.containsAll(portal.required())) return BACK + "/" + connection.client().id();
    agree.agree(user, connection.client(), portal, shown, PersonalData.named(given));
    return BACK + "?done=changed";
  }

  /** Asks first: he is signed out there. */
  @GetMapping("/{client}/withdrawal")
  String askWithdrawal(
      @PathVariable String client,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var connection = find(user, client);
    if (connection == null || connection.agreement() == null) return BACK;
    model.addAttribute("connection", views.one(connection, user, page));
    return "connect/connections/withdraw";
  }

  @PostMapping("/{client}/withdrawal")
  String withdraw(@PathVariable String client, @AuthenticationPrincipal CurrentUser user) {
    takeBack.all(user, new ClientId(client));
    return BACK + "?done=withdrawn";
  }

  private @Nullable Connection find(CurrentUser user, String client) {
    return connections.find(user.id(), new ClientId(client)).orElse(null);
  }

  /** Where there is still something to be decided. */
  private static Client.@Nullable Portal openPortal(Connection connection) {
    return connection.agreement() == null || connection.client().closed()
        ? null
        : connection.client().portal();
  }
}
