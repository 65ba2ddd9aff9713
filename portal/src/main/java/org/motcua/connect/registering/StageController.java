package org.motcua.connect.registering;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.motcua.connect.model.Client;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.stepup.FreshProof;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** From the sandbox to real people, and out of use. */
@Controller
@RequestMapping(ClientsController.HERE + "/{id}")
class StageController {

  private final Reaches reaches;
  private final GoLive goLive;
  private final CloseClient closeClient;
  private final FreshProof freshProof;

  StageController(Reaches reaches, GoLive goLive, CloseClient closeClient, FreshProof freshProof) {
    this.reaches = reaches;
    this.goLive = goLive;
    this.closeClient = closeClient;
    this.freshProof = freshProof;
  }

  @GetMapping("/live")
  String checklist(
      @PathVariable String id, @AuthenticationPrincipal CurrentUser user, Model model) {
    var client = reaches.client(id, user);
    if (!client.sandbox()) return "redirect:" + ClientsController.HERE + "/" + client.id();
    return checklist(client, goLive.missing(client), model);
  }

  @PostMapping("/live")
  String goLive(
      @PathVariable String id,
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      Model model) {
    var client = reaches.client(id, user);
    freshProof.require(user, request);
    return switch (goLive.goLive(client.id(), user)) {
      case GoLive.Outcome.Live(), GoLive.Outcome.LiveBefore() -> Told.LIVE.redirect(client.id());
      case GoLive.Outcome.Closed() -> Told.CLOSED.redirect(client.id());
      case GoLive.Outcome.Missing(var steps) -> checklist(client, steps, model);
    };
  }

  private static String checklist(Client client, Set<GoLive.Step> missing, Model model) {
    model.addAttribute("client", client);
    model.addAttribute("missing", missing.stream().map(Enum::name).toList());
    return "connect/registering/live";
  }

  @GetMapping("/closing")
  String askAgain(@PathVariable String id, @AuthenticationPrincipal CurrentUser user, Model model) {
    var client = reaches.client(id, user);
    if (client.closed()) return Told.CLOSED.redirect(client.id());
    model.addAttribute("client", client);
    return "connect/registering/closing";
  }

  @PostMapping("/closing")
  String close(
      @PathVariable String id,
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request) {
    var client = reaches.client(id, user);
    freshProof.require(user, request);
    closeClient.close(client.id(), user);
    return Told.CLOSED.redirect(client.id());
  }
}
