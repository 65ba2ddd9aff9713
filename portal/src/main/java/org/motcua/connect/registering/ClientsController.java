package org.motcua.connect.registering;

import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientStore;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The systems of the administrator's agencies. */
@Controller
class ClientsController {

  static final String HERE = "/desk/clients";

  private static final int PAGE_SIZE = 25;

  private final ClientStore clients;
  private final Reaches reaches;
  private final Organisation organisation;

  ClientsController(ClientStore clients, Reaches reaches, Organisation organisation) {
    this.clients = clients;
    this.reaches = reaches;
    this.organisation = organisation;
  }

  @GetMapping(HERE)
  String list(
      @RequestParam(required = false) @Nullable String after,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    var reach = reaches.of(user);
    var from = after == null ? null : new ClientId(after);
    var found = reach.list(clients, from, PAGE_SIZE + 1);
    var shown = found.stream().limit(PAGE_SIZE).toList();
    model.addAttribute("agency", reach.own().name());
    model.addAttribute("keepsPortal", reach.keepsPortal());
    model.addAttribute("rows", shown.stream().map(this::row).toList());
    model.addAttribute("next", found.size() > PAGE_SIZE ? after(shown.getLast()) : null);
    return "connect/registering/list";
  }

  private ClientRow row(Client client) {
    var agency = organisation.findAgency(client.agency()).map(Agency::name);
    return new ClientRow(client, agency.orElse(client.agency().value()));
  }

  private static String after(Client last) {
    return UriComponentsBuilder.fromPath(HERE)
        .queryParam("after", "{after}")
        .encode()
        .buildAndExpand(last.id().value())
        .toUriString();
  }
}
