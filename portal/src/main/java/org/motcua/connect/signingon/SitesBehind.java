package org.motcua.connect.signingon;

import java.util.Optional;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.KnownClients;
import org.motcua.identity.SignInPurpose;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Tells somebody who signs in which client has sent him. */
@Component
class SitesBehind implements SignInPurpose {

  private final KnownClients clients;

  SitesBehind(KnownClients clients) {
    this.clients = clients;
  }

  @Override
  public Optional<String> siteBehind(String address, Language language) {
    var onward = UriComponentsBuilder.fromUriString(address).build();
    if (!OnwardAddress.PATH.equals(onward.getPath())) return Optional.empty();
    return Optional.ofNullable(onward.getQueryParams().getFirst("client_id"))
        .flatMap(id -> clients.find(new ClientId(id)))
        .map(client -> client.name(language));
  }
}
