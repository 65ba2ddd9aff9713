package org.motcua.connect.signingon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Client;
import org.motcua.connect.providing.AuthorizationAnswers;
import org.motcua.connect.providing.AuthorizeAddress;
import org.motcua.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The last page on the way to a client, and those where the way ends. A browser holds our {@code
 * form-action} against all redirects that answer a form, so between the form with which somebody
 * signs in and the client's address there is a page that leads on by itself.
 */
@Controller
class OnwardController {

  static final String OFFICERS_PAGE = "/sign-on/officers";

  private final KnownClients clients;

  OnwardController(KnownClients clients) {
    this.clients = clients;
  }

  @GetMapping(OnwardAddress.PATH)
  String show(
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var client = request.getParameter("client_id");
    var name =
        client == null
            ? ""
            : clients
                .find(new ClientId(client))
                .map((Client it) -> it.name(page.language()))
                .orElse("");
    var address = AuthorizeAddress.PATH + "?" + Asked.of(request).query();
    model.addAttribute("client", name);
    model.addAttribute("address", address);
    response.setHeader("Refresh", "0;url=" + address);
    return "connect/signingon/onward";
  }

  @RequestMapping(AuthorizationAnswers.REFUSED_PAGE)
  String refused() {
    return "connect/signingon/refused";
  }

  @GetMapping(OFFICERS_PAGE)
  String officers() {
    return "connect/signingon/officers";
  }
}
