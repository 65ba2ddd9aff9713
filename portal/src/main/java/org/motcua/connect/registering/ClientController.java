package org.motcua.connect.registering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.clients.ClientCounts;
import org.motcua.connect.clients.ClientLog;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientEvent;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.ProgramPage;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One system: what it is, what its developers need, how it fares. */
@Controller
class ClientController {

  private static final int LOG_PAGE = 20;
  private static final int WEEK = 7;

  /** Words of OAuth and OpenID Connect for which ours say what to do. */
  private static final Set<String> KNOWN_ERRORS =
      Set.of(
          "invalid_request",
          "invalid_client",
          "invalid_grant",
          "invalid_scope",
          "invalid_token",
          "insufficient_scope",
          "unauthorized_client",
          "unsupported_grant_type",
          "unsupported_response_type",
          "request_not_supported",
          "request_uri_not_supported",
          "registration_not_supported",
          "server_error");

  private final Reaches reaches;
  private final Organisation organisation;
  private final ClientCounts counts;
  private final ClientLog log;
  private final ObjectProvider<ProgramPage> pages;
  private final Clock clock;
  private final String issuer;

  ClientController(
      Reaches reaches,
      Organisation organisation,
      ClientCounts counts,
      ClientLog log,
      ObjectProvider<ProgramPage> pages,
      Clock clock,
      @Value("${motcua.public-url}") String issuer) {
    this.reaches = reaches;
    this.organisation = organisation;
    this.counts = counts;
    this.log = log;
    this.pages = pages;
    this.clock = clock;
    this.issuer = issuer;
  }

  @GetMapping(ClientsController.HERE + "/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String told,
      @RequestParam(required = false) @Nullable UUID before,
      @AuthenticationPrincipal CurrentUser user,
      @ModelAttribute(name = "page", binding = false) Page page,
      Model model) {
    var client = reaches.client(id, user);
    var agency = organisation.findAgency(client.agency()).map(Agency::name);
    var events = log.list(client.id(), before, LOG_PAGE + 1);
    var shown = events.stream().limit(LOG_PAGE).toList();
    var note = Told.parse(told);
    model.addAttribute(
        "view",
        new ClientView(
            client,
            agency.orElse(client.agency().value()),
            note == null ? null : page.t(note.message()),
            issuer,
            client.secrets().stream()
                .map(Client.Secret::expiresAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null),
            counts(client),
            client.worksWithDossiers() ? pages.orderedStream().toList() : List.of(),
            shown.stream().map(event -> line(event, page)).toList(),
            events.size() > LOG_PAGE
                ? ClientsController.HERE + "/" + id + "?before=" + shown.getLast().id() + "#log"
                : null));
    return "connect/registering/client";
  }

  private List<ClientView.Count> counts(Client client) {
    var today = LocalDate.now(clock.withZone(CountryTime.ZONE));
    var ofToday = counts.since(client.id(), today.atStartOfDay(CountryTime.ZONE).toInstant());
    var week = today.minusDays(WEEK - 1).atStartOfDay(CountryTime.ZONE).toInstant();
    var ofWeek = counts.since(client.id(), week);
    return Arrays.stream(ClientCounts.Kind.values())
        .filter(kind -> concerns(client, kind))
        .map(
            kind ->
                new ClientView.Count(
                    kind.name(), ofToday.getOrDefault(kind, 0L), ofWeek.getOrDefault(kind, 0L)))
        .toList();
  }

  private static boolean concerns(Client client, ClientCounts.Kind kind) {
    return switch (kind) {
      case SIGN_ONS -> client.portal() != null;
      case REFRESHES -> client.portal() != null && client.portal().refreshes();
      case TOKENS -> !client.apiScopes().isEmpty();
    };
  }

  private static ClientView.Line line(ClientEvent event, Page page) {
    var reason = event.reason();
    return new ClientView.Line(
        event,
        reason != null && KNOWN_ERRORS.contains(reason) ? page.t("connect.error." + reason) : null);
  }
}
