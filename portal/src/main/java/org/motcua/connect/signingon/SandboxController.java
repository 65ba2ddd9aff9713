package org.motcua.connect.signingon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Client;
import org.motcua.connect.sandbox.SandboxPeople;
import org.motcua.connect.sandbox.SandboxSession;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Person;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where people sign in at a client that is still being built: not they themselves, but somebody
 * made up. Whoever is signed in at the portal stays so, and the client learns nothing of him.
 */
@Controller
class SandboxController {

  static final String PATH = "/sandbox";

  private final KnownClients clients;
  private final Clock clock;

  SandboxController(KnownClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String show(
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return ask(Asked.of(request), "", FieldErrors.NONE, request, response, model);
  }

  @PostMapping(PATH)
  String choose(
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String level,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var asked = Asked.ofQuery(query);
    if (client(asked).isEmpty()) return refuse(response);
    var chosen = person(person);
    if (chosen.isEmpty()) {
      var missing = FieldErrors.at("person", page.t("connect.sandbox.person.missing"));
      return ask(asked, level, missing, request, response, model);
    }
    var user = user(chosen.get(), LevelOfAssurance.ofAcr(level).orElseGet(asked::level));
    new SandboxSession(user, clock.instant()).keepIn(request.getSession());
    return "redirect:" + OnwardAddress.PATH + "?" + asked.query();
  }

  private String ask(
      Asked asked,
      String level,
      FieldErrors errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var client = client(asked).orElse(null);
    if (client == null) return refuse(response);
    var before = before(request);
    model.addAttribute("client", client);
    model.addAttribute("people", SandboxPeople.all());
    model.addAttribute("person", before == null ? "" : before.id().toString());
    model.addAttribute("level", LevelOfAssurance.ofAcr(level).orElseGet(asked::level).acr());
    model.addAttribute("asked", asked.level().acr());
    model.addAttribute(
        "tooLow", before != null && !before.level().atLeast(asked.level()) ? before : null);
    model.addAttribute("query", asked.query());
    model.addAttribute("errors", errors);
    return "connect/sandbox/choose";
  }

  private Optional<Client> client(Asked asked) {
    return asked
        .client()
        .flatMap(clients::find)
        .filter(client -> client.sandbox() && client.portal() != null);
  }

  private static @Nullable CurrentUser before(HttpServletRequest request) {
    var session = request.getSession(false);
    return session == null
        ? null
        : SandboxSession.of(session).map(SandboxSession::user).orElse(null);
  }

  private static Optional<Person> person(String id) {
    return SandboxPeople.all().stream()
        .filter(person -> person.id().toString().equals(id))
        .findFirst();
  }

  private static CurrentUser user(Person person, LevelOfAssurance level) {
    return new CurrentUser(person.id(), person.kind(), person.name(), level, null);
  }

  private static String refuse(HttpServletResponse response) {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    return "connect/signingon/refused";
  }
}
