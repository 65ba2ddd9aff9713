package org.motcua.connect.leaving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.Client;
import org.motcua.connect.sandbox.SandboxSession;
import org.motcua.connect.signons.EndSignOns;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.signingin.SignOut;
import org.motcua.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriUtils;

/**
 * Somebody signs out at an agency's portal, and so here and at all the others. Where the agency
 * shows by an ID token that it means the person at this browser, that is done at once; else he is
 * asked, since anybody could have sent him here.
 */
@Controller
class LogoutController {

  private final LogoutRequests requests;
  private final SignOut signOut;
  private final EndSignOns endSignOns;

  LogoutController(LogoutRequests requests, SignOut signOut, EndSignOns endSignOns) {
    this.requests = requests;
    this.signOut = signOut;
    this.endSignOns = endSignOns;
  }

  @GetMapping(LogoutAddress.PATH)
  String show(
      @AuthenticationPrincipal @Nullable CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var read = requests.read(request).orElse(null);
    if (read == null) return refuse(response);
    if (user != null && !isTrial(read) && !means(user, read)) return ask(read, user, model, page);
    end(user, read, request);
    return read.address() == null
        ? signedOut(null, read.client(), model, page)
        : "redirect:" + withState(read.address(), read.state());
  }

  /** The person has been asked. */
  @PostMapping(LogoutAddress.PATH + "/confirmation")
  String confirm(
      @AuthenticationPrincipal @Nullable CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var read = requests.read(request).orElse(null);
    if (read == null) return refuse(response);
    end(user, read, request);
    var address = read.address() == null ? null : withState(read.address(), read.state());
    // Not by a redirect: browsers hold our form-action against it.
    if (address != null) response.setHeader("Refresh", "0;url=" + address);
    return signedOut(address, read.client(), model, page);
  }

  private static String refuse(HttpServletResponse response) {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    return "connect/leaving/refused";
  }

  private static boolean means(CurrentUser user, LogoutRequest request) {
    var signOn = request.signOn();
    return signOn != null
        && (signOn.account().equals(user.id())
            || user.signedIn().equals(signOn.actor())
            || user.signedIn().equals(signOn.account()));
  }

  /** Only a made-up person is signed out at a client that is still being built. */
  private static boolean isTrial(LogoutRequest request) {
    return request.client() != null && request.client().sandbox();
  }

  private void end(@Nullable CurrentUser user, LogoutRequest logout, HttpServletRequest request) {
    if (isTrial(logout)) endTrial(logout, request);
    else endStay(user, logout, request);
  }

  /** The session here may have run out before the agency's did; the others end all the same. */
  private void endStay(
      @Nullable CurrentUser user, LogoutRequest logout, HttpServletRequest request) {
    if (logout.signOn() != null) endSignOns.endSession(logout.signOn().session());
    if (user != null) signOut.end(user, request);
  }

  /** Whoever is really signed in at this browser stays so, and so do others who try it out. */
  private void endTrial(LogoutRequest logout, HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) SandboxSession.forget(session);
    var signOn = logout.signOn();
    if (signOn != null) endSignOns.endSessionAt(signOn.session(), signOn.client());
  }

  private static String ask(LogoutRequest logout, CurrentUser user, Model model, Page page) {
    var client = logout.client();
    model.addAttribute("person", user.displayName());
    model.addAttribute("client", client == null ? "" : client.name(page.language()));
    model.addAttribute("clientId", client == null ? "" : client.id().value());
    model.addAttribute("address", logout.address() == null ? "" : logout.address());
    model.addAttribute("state", logout.state() == null ? "" : logout.state());
    return "connect/leaving/ask";
  }

  private static String signedOut(
      @Nullable String address, @Nullable Client client, Model model, Page page) {
    model.addAttribute("address", address == null ? "" : address);
    model.addAttribute("client", client == null ? "" : client.name(page.language()));
    return "connect/leaving/signedOut";
  }

  private static String withState(String address, @Nullable String state) {
    if (state == null) return address;
    // As it was registered: what is encoded in it already stays as it is.
    var separator = address.indexOf('?') < 0 ? '?' : '&';
    return address + separator + "state=" + UriUtils.encode(state, StandardCharsets.UTF_8);
  }
}
