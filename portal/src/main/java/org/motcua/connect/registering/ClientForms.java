package org.motcua.connect.registering;

import java.util.List;
import org.motcua.connect.model.ClientStage;
import org.motcua.organisation.Agency;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page with the form, for a new system and for one that is there. */
@Component
class ClientForms {

  private final boolean demo;

  ClientForms(@Value("${motcua.demo}") boolean demo) {
    this.demo = demo;
  }

  ClientCheck check(ClientForm form, ClientStage stage, Page page) {
    return new ClientCheck(form, stage, demo, page);
  }

  /**
   * @param isNew whether id and agency are still to be chosen
   */
  String show(
      ClientForm form, boolean isNew, Reach reach, FieldErrors errors, Page page, Model model) {
    var keysWrong = errors.of("keySet") != null;
    model.addAttribute("form", keysWrong ? form.withoutKeys() : form);
    model.addAttribute("isNew", isNew);
    model.addAttribute("agencies", isNew ? agencies(reach) : List.of());
    model.addAttribute("scopes", scopes(reach, page));
    model.addAttribute("errors", errors);
    return "connect/registering/form";
  }

  private static List<Choice> agencies(Reach reach) {
    return reach.agencies().stream().map(ClientForms::choice).toList();
  }

  private static Choice choice(Agency agency) {
    return new Choice(agency.id().value(), agency.name());
  }

  private static List<Choice> scopes(Reach reach, Page page) {
    return ApiScope.of(reach).stream()
        .map(
            scope ->
                new Choice(scope.value(), page.t("connect.clients.scope." + scope), scope.value()))
        .toList();
  }
}
