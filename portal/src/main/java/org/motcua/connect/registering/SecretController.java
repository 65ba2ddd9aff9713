package org.motcua.connect.registering;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.motcua.connect.model.Client;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.stepup.FreshProof;
import org.motcua.platform.ids.NewId;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The next secret. It is on the page that answers, and on no other. */
@Controller
@RequestMapping(ClientsController.HERE + "/{id}/secret")
class SecretController {

  private final Reaches reaches;
  private final RotateSecret rotateSecret;
  private final FreshProof freshProof;

  SecretController(Reaches reaches, RotateSecret rotateSecret, FreshProof freshProof) {
    this.reaches = reaches;
    this.rotateSecret = rotateSecret;
    this.freshProof = freshProof;
  }

  @GetMapping
  String ask(
      @PathVariable String id,
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      Model model) {
    var client = reaches.client(id, user);
    freshProof.require(user, request);
    if (client.closed() || client.keys() != null) return "redirect:" + page(client);
    model.addAttribute("client", client);
    model.addAttribute("key", NewId.next().toString());
    model.addAttribute("days", RotateSecret.BOTH.toDays());
    return "connect/registering/renew";
  }

  @PostMapping
  String rotate(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "KEEP") String former,
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var client = reaches.client(id, user);
    freshProof.require(user, request);
    var uuid = UUID.fromString(ClientForm.key(key));
    return switch (rotateSecret.rotate(client.id(), uuid, !former.equals("END"), user)) {
      case RotateSecret.Outcome.Made(var secret) -> secretPage(client, secret, response, model);
      case RotateSecret.Outcome.MadeBefore() -> Told.SECRET_SHOWN.redirect(client.id());
      case RotateSecret.Outcome.NotForThis() -> "redirect:" + page(client);
    };
  }

  @PostMapping("/former/end")
  String endFormer(
      @PathVariable String id,
      @AuthenticationPrincipal CurrentUser user,
      HttpServletRequest request) {
    var client = reaches.client(id, user);
    freshProof.require(user, request);
    rotateSecret.endFormer(client.id(), user);
    return Told.FORMER_ENDED.redirect(client.id());
  }

  static String secretPage(
      Client client, RotateSecret.Fresh secret, HttpServletResponse response, Model model) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    model.addAttribute("client", client);
    model.addAttribute("secret", secret.value());
    return "connect/registering/secret";
  }

  private static String page(Client client) {
    return ClientsController.HERE + "/" + client.id();
  }
}
