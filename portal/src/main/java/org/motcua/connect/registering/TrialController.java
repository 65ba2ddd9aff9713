package org.motcua.connect.registering;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.motcua.connect.model.Client;
import org.motcua.connect.providing.AuthorizeAddress;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.secrets.RandomToken;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

/**
 * A sign-in as the system itself would begin it, with what a developer needs to finish it by hand,
 * and a program's request: so a connection is tried before the system can do it.
 */
@Controller
class TrialController {

  private static final int VERIFIER_BYTES = 32;

  private final Reaches reaches;
  private final String issuer;

  TrialController(Reaches reaches, @Value("${motcua.public-url}") String issuer) {
    this.reaches = reaches;
    this.issuer = issuer;
  }

  @GetMapping(ClientsController.HERE + "/{id}/trial")
  String show(@PathVariable String id, @AuthenticationPrincipal CurrentUser user, Model model) {
    var client = reaches.client(id, user);
    var portal = client.portal();
    if (!client.sandbox()) return "redirect:" + ClientsController.HERE + "/" + client.id();
    model.addAttribute("client", client);
    model.addAttribute("program", token(client));
    if (portal != null) addSignIn(client, portal.redirectAddresses().getFirst(), model);
    return "connect/registering/trial";
  }

  private void addSignIn(Client client, String redirect, Model model) {
    var verifier = RandomToken.fresh(VERIFIER_BYTES);
    model.addAttribute("redirect", redirect);
    model.addAttribute("begin", begin(client, redirect, verifier));
    model.addAttribute("exchange", exchange(client, redirect, verifier));
    model.addAttribute(
        "userinfo", "curl -H 'Authorization: Bearer ACCESS_TOKEN' " + issuer + "/userinfo");
  }

  private static String begin(Client client, String redirect, String verifier) {
    return AuthorizeAddress.PATH
        + "?response_type=code&scope=openid&prompt=login&state=trial&client_id="
        + encoded(client.id().value())
        + "&redirect_uri="
        + encoded(redirect)
        + "&code_challenge_method=S256&code_challenge="
        + challenge(verifier);
  }

  private String token(Client client) {
    return asksForTokens(client) + " \\\n  -d grant_type=client_credentials";
  }

  private String asksForTokens(Client client) {
    var proof =
        client.keys() == null
            ? "-u '" + client.id() + ":SECRET'"
            : "-d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                + " -d client_assertion=ASSERTION";
    return "curl " + issuer + "/oauth2/token " + proof;
  }

  private String exchange(Client client, String redirect, String verifier) {
    return String.join(
        " \\\n  ",
        asksForTokens(client),
        "-d grant_type=authorization_code -d code=CODE",
        "--data-urlencode 'redirect_uri=" + redirect + "'",
        "-d code_verifier=" + verifier);
  }

  private static String challenge(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(RandomToken.hash(verifier));
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
