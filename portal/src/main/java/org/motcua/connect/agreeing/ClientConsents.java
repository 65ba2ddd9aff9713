package org.motcua.connect.agreeing;

import java.util.Optional;
import org.motcua.connect.ClientId;
import org.motcua.identity.Consents;

/** How clients are named among what a person has agreed to; see {@link Consents.Given}. */
final class ClientConsents {

  private static final String CLIENT = "client:";

  static String object(ClientId client) {
    return CLIENT + client;
  }

  static Optional<ClientId> client(String object) {
    return object.startsWith(CLIENT)
        ? Optional.of(new ClientId(object.substring(CLIENT.length())))
        : Optional.empty();
  }

  private ClientConsents() {}
}
