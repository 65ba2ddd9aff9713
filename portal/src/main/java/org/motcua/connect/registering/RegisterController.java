package org.motcua.connect.registering;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.ClientStage;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.stepup.FreshProof;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new system. */
@Controller
class RegisterController {

  private final Reaches reaches;
  private final ClientForms forms;
  private final RegisterClient registerClient;
  private final FreshProof freshProof;

  RegisterController(
      Reaches reaches, ClientForms forms, RegisterClient registerClient, FreshProof freshProof) {
    this.reaches = reaches;
    this.forms = forms;
    this.registerClient = registerClient;
    this.freshProof = freshProof;
  }

  @GetMapping(ClientsController.HERE + "/new")
  String form(
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      Model model) {
    var reach = reaches.of(user);
    freshProof.require(user, request);
    var form = ClientForm.blank(reach.own().id().value());
    return forms.show(form, true, reach, FieldErrors.NONE, page, model);
  }

  @PostMapping(ClientsController.HERE)
  String register(
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var reach = reaches.of(user);
    freshProof.require(user, request);
    var form = ClientForm.read(sent);
    var agency = AgencyId.parse(form.agency()).filter(reach::covers).orElse(null);
    var checked = forms.check(form, ClientStage.SANDBOX, page).check(scopes(reach), Set.of());
    var wrong = new ArrayList<FieldError>();
    if (agency == null) {
      wrong.add(new FieldError("agency", page.t("connect.clients.wrong.agency")));
    }
    addIfWrong(ClientCheck.idFault(form.id(), page), wrong);
    if (checked instanceof ClientCheck.Checked.Wrong(var errors)) wrong.addAll(errors.all());
    if (agency == null
        || !wrong.isEmpty()
        || !(checked instanceof ClientCheck.Checked.Right(var details))) {
      return forms.show(form, true, reach, new FieldErrors(wrong), page, model);
    }
    var id = new ClientId(form.id());
    return switch (registerClient.register(form.uuid(), id, agency, details, user)) {
      case RegisterClient.Outcome.Registered(var client, var secret) ->
          secret == null
              ? Told.REGISTERED.redirect(id)
              : SecretController.secretPage(client, secret, response, model);
      case RegisterClient.Outcome.RegisteredBefore(var there) ->
          Told.REGISTERED_BEFORE.redirect(there);
      case RegisterClient.Outcome.IdTaken() -> {
        var taken = FieldErrors.at("id", page.t("connect.clients.wrong.id.taken", form.id()));
        yield forms.show(form, true, reach, taken, page, model);
      }
    };
  }

  static Set<String> scopes(Reach reach) {
    return ApiScope.of(reach).stream().map(ApiScope::value).collect(Collectors.toSet());
  }

  private static void addIfWrong(@Nullable FieldError fault, ArrayList<FieldError> wrong) {
    if (fault != null) wrong.add(fault);
  }
}
