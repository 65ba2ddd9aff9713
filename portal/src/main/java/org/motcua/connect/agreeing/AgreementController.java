package org.motcua.connect.agreeing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.PersonalData;
import org.motcua.connect.providing.AuthorizationAnswers;
import org.motcua.connect.signingon.AgreementAddress;
import org.motcua.connect.signingon.OnwardAddress;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows what goes to which agency, and asks. The client's request comes along, in the address and
 * then in the form, and is carried out afterwards like any other: what somebody has changed in it
 * gets him no further than a request of his own would.
 */
@Controller
class AgreementController {

  private static final String PAGE = "connect/agreeing/agreement";

  private final KnownClients clients;
  private final Deciders deciders;
  private final AgreementViews views;
  private final Agree agree;
  private final AuthorizationAnswers answers;

  AgreementController(
      KnownClients clients,
      Deciders deciders,
      AgreementViews views,
      Agree agree,
      AuthorizationAnswers answers) {
    this.clients = clients;
    this.deciders = deciders;
    this.views = views;
    this.agree = agree;
    this.answers = answers;
  }

  @GetMapping(AgreementAddress.PATH)
  String show(
      @AuthenticationPrincipal @Nullable CurrentUser signedIn,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var wanted = ClientRequest.of(request.getQueryString());
    var site = site(wanted).orElse(null);
    if (site == null) return refuse(response);
    var user = deciders.at(request, signedIn, site.client()).orElse(null);
    if (user == null) return onward(wanted);
    model.addAttribute("view", views.of(user, site, wanted, page));
    return PAGE;
  }

  @PostMapping(AgreementAddress.PATH)
  String submit(
      @AuthenticationPrincipal @Nullable CurrentUser signedIn,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "") Set<String> asked,
      @RequestParam(defaultValue = "") Set<String> given,
      HttpServletRequest request,
      HttpServletResponse response) {
    var wanted = ClientRequest.of(query);
    var site = site(wanted).orElse(null);
    if (site == null) return refuse(response);
    if (signedIn == null && !site.client().sandbox()) {
      throw new InsufficientAuthenticationException("Kept until its sender has signed in again");
    }
    var user = deciders.at(request, signedIn, site.client()).orElse(null);
    if (user == null) return onward(wanted);
    var shown = PersonalData.named(asked);
    if (!shown.containsAll(site.portal().required())) {
      return "redirect:" + AgreementAddress.PATH + "?" + wanted.query();
    }
    agree.agree(user, site.client(), site.portal(), shown, PersonalData.named(given));
    return onward(wanted);
  }

  /** Nothing is kept: he may think better of it. */
  @PostMapping(path = AgreementAddress.PATH, params = "refused")
  String refuse(
      @RequestParam(defaultValue = "") String query,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletResponse response,
      Model model) {
    var wanted = ClientRequest.of(query);
    var site = site(wanted).orElse(null);
    var address =
        site == null
            ? null
            : wanted
                .value("redirect_uri")
                .filter(site.portal().redirectAddresses()::contains)
                .orElse(null);
    if (site == null || address == null) return refuse(response);
    var denied = new OAuth2Error("access_denied");
    var back = answers.refusal(address, wanted.value("state").orElse(null), denied);
    // Not by a redirect: browsers hold our form-action against it.
    response.setHeader("Refresh", "0;url=" + back);
    model.addAttribute("client", site.client().name(page.language()));
    model.addAttribute("address", back);
    return "connect/signingon/onward";
  }

  private Optional<Site> site(ClientRequest wanted) {
    return wanted
        .value("client_id")
        .flatMap(id -> clients.find(new ClientId(id)))
        .filter(client -> !client.closed())
        .flatMap(AgreementController::site);
  }

  private static Optional<Site> site(Client client) {
    var portal = client.portal();
    return portal == null ? Optional.empty() : Optional.of(new Site(client, portal));
  }

  private static String onward(ClientRequest wanted) {
    return "redirect:" + OnwardAddress.PATH + "?" + wanted.query();
  }

  private static String refuse(HttpServletResponse response) {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    return "connect/signingon/refused";
  }
}
