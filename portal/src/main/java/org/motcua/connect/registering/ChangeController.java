package org.motcua.connect.registering;

import jakarta.servlet.http.HttpServletRequest;
import org.motcua.connect.model.Client;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.stepup.FreshProof;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Another address, another name, other data. */
@Controller
@RequestMapping(ClientsController.HERE + "/{id}/change")
class ChangeController {

  private final Reaches reaches;
  private final ClientForms forms;
  private final ChangeClient changeClient;
  private final FreshProof freshProof;

  ChangeController(
      Reaches reaches, ClientForms forms, ChangeClient changeClient, FreshProof freshProof) {
    this.reaches = reaches;
    this.forms = forms;
    this.changeClient = changeClient;
    this.freshProof = freshProof;
  }

  @GetMapping
  String form(
      @PathVariable String id,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      Model model) {
    var client = reaches.client(id, user);
    freshProof.require(user, request);
    if (client.closed()) return Told.CLOSED.redirect(client.id());
    return show(ClientForm.of(client), client, FieldErrors.NONE, user, page, model);
  }

  @PostMapping
  String change(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      Model model) {
    var client = reaches.client(id, user);
    freshProof.require(user, request);
    if (client.closed()) return Told.CLOSED.redirect(client.id());
    var form = ClientForm.read(sent);
    var mayGive = RegisterController.scopes(reaches.of(user));
    return switch (forms.check(form, client.stage(), page).check(mayGive, client.apiScopes())) {
      case ClientCheck.Checked.Wrong(var errors) -> show(form, client, errors, user, page, model);
      case ClientCheck.Checked.Right(var details) ->
          switch (changeClient.change(client.id(), details, client.stage(), user)) {
            case CHANGED -> Told.CHANGED.redirect(client.id());
            case AS_BEFORE -> Told.AS_BEFORE.redirect(client.id());
            case CLOSED -> Told.CLOSED.redirect(client.id());
            case STAGE_CHANGED -> "redirect:" + ClientsController.HERE + "/" + id + "/change";
          };
    };
  }

  private String show(
      ClientForm form,
      Client client,
      FieldErrors errors,
      CurrentUser user,
      Page page,
      Model model) {
    model.addAttribute("client", client);
    return forms.show(form, false, reaches.of(user), errors, page, model);
  }
}
