package org.motcua.connect.agreeing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.PersonalData;
import org.motcua.connect.providing.AuthorizationAnswers;
import org.motcua.connect.sandbox.SandboxSession;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Shows what goes to which agency. Its address carries the client's request, which goes on then.
 */
@Controller
class AgreementController {

  static final String PATH = "/agreement";

  private final KnownClients clients;
  private final Organisation organisation;
  private final Agree agree;
  private final AuthorizationAnswers answers;

  AgreementController(
      KnownClients clients, Organisation organisation, Agree agree, AuthorizationAnswers answers) {
    this.clients = clients;
    this.organisation = organisation;
    this.agree = agree;
    this.answers = answers;
  }

  @GetMapping(PATH)
  String show(
      @AuthenticationPrincipal @Nullable CurrentUser signedIn,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var client = client(request.getParameter("client_id"));
    if (client == null || client.portal() == null) return refuse(response);
    var user = person(signedIn, client, request);
    var query = String.valueOf(request.getQueryString());
    if (user == null) return "redirect:/sign-on/onward?" + query;
    model.addAttribute("client", client);
    model.addAttribute(
        "agency",
        organisation.findAgency(client.agency()).map(it -> it.name()).orElse(client.name()));
    model.addAttribute("person", user.displayName());
    model.addAttribute("query", query);
    return "connect/agreeing/agreement";
  }

  @PostMapping(PATH)
  String submit(
      @AuthenticationPrincipal @Nullable CurrentUser signedIn,
      @RequestParam String query,
      @RequestParam(defaultValue = "") Set<PersonalData> given,
      @RequestParam(defaultValue = "false") boolean refused,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var parameters = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
    var client = client(decoded(parameters.getFirst("client_id")));
    var portal = client == null ? null : client.portal();
    if (client == null || portal == null) return refuse(response);
    if (refused) {
      var address = decoded(parameters.getFirst("redirect_uri"));
      if (address == null || !portal.redirectAddresses().contains(address)) return refuse(response);
      var denied = new OAuth2Error("access_denied");
      var back = answers.refusal(address, decoded(parameters.getFirst("state")), denied);
      response.setHeader("Refresh", "0;url=" + back);
      model.addAttribute("client", client.name(page.language()));
      model.addAttribute("address", back);
      return "connect/signingon/onward";
    }
    var user = person(signedIn, client, request);
    if (user != null) agree.agree(user, client, portal, given);
    return "redirect:/sign-on/onward?" + query;
  }

  private @Nullable Client client(@Nullable String id) {
    if (id == null) return null;
    return clients.find(new ClientId(id)).filter(it -> !it.closed()).orElse(null);
  }

  private static @Nullable CurrentUser person(
      @Nullable CurrentUser signedIn, Client client, HttpServletRequest request) {
    var session = request.getSession(false);
    if (!client.sandbox() || session == null) return signedIn;
    return SandboxSession.of(session).map(SandboxSession::user).orElse(null);
  }

  private static String refuse(HttpServletResponse response) {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    return "connect/signingon/refused";
  }

  private static @Nullable String decoded(@Nullable String value) {
    return value == null ? null : UriUtils.decode(value, StandardCharsets.UTF_8);
  }
}
