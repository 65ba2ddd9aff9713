package org.motcua.identity.enterprises;

import java.util.List;
import java.util.UUID;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandates;
import org.motcua.platform.web.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who works for one enterprise, and with which powers. */
@Controller
class MembersController {

  /** What an act just done is told by: {@code ?said=…}. */
  private static final List<String> SAID =
      List.of(
          "founded",
          "taken",
          "managed",
          "joined",
          "invited",
          "withdrawn",
          "changed",
          "removed",
          "gone",
          "lastManager");

  private final VisibleEnterprises enterprises;
  private final EnterpriseViews views;
  private final Mandates mandates;

  MembersController(VisibleEnterprises enterprises, EnterpriseViews views, Mandates mandates) {
    this.enterprises = enterprises;
    this.views = views;
    this.mandates = mandates;
  }

  @GetMapping(EnterprisesController.PAGE + "/{enterprise}")
  String show(
      @PathVariable UUID enterprise,
      @RequestParam(defaultValue = "") String said,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var person = enterprises.get(enterprise, user);
    var id = person.id();
    var manages = mandates.manages(user.id(), id);
    var members = views.members(id, user, page);
    model.addAttribute("enterprise", person);
    model.addAttribute("itself", id.equals(user.id()));
    model.addAttribute("manages", manages);
    model.addAttribute(
        "members", manages ? members : members.stream().filter(MemberRow::self).toList());
    model.addAttribute("invited", manages ? views.invited(id, page) : List.of());
    model.addAttribute("said", SAID.contains(said) ? said : "");
    return "identity/enterprises/members";
  }
}
