package org.motcua.connect.clients;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.Client;
import org.motcua.organisation.Organisation;
import org.springframework.stereotype.Component;

/** Whose a client is and where it is, as people read it. */
@Component
public class SiteWords {

  private final Organisation organisation;

  SiteWords(Organisation organisation) {
    this.organisation = organisation;
  }

  /** An agency that the portal no longer knows is named by its code. */
  public String agency(Client client) {
    return organisation.nameWithPlace(client.agency()).orElseGet(client.agency()::toString);
  }

  /** As it stands in the browser's address bar; null for a client without pages. */
  public @Nullable String host(Client client) {
    var home = client.homeAddress();
    return home == null ? null : URI.create(home).getAuthority();
  }
}
