package org.motcua.connect.registering;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientEvent;
import org.motcua.connect.model.ClientStage;
import org.motcua.connect.model.ClientStore;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A new system, to be tried out first. */
@Service
class RegisterClient {

  sealed interface Outcome {

    /**
     * @param secret null for a system that has keys
     */
    record Registered(Client client, RotateSecret.@Nullable Fresh secret) implements Outcome {}

    /** The same form came before; its secret has been shown. */
    record RegisteredBefore(ClientId id) implements Outcome {}

    record IdTaken() implements Outcome {}
  }

  private final ClientStore clients;
  private final RotateSecret rotateSecret;
  private final ClientTrail trail;
  private final Clock clock;

  RegisterClient(ClientStore clients, RotateSecret rotateSecret, ClientTrail trail, Clock clock) {
    this.clients = clients;
    this.rotateSecret = rotateSecret;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * @param key of the form
   */
  @Transactional
  Outcome register(
      UUID key, ClientId id, AgencyId agency, ClientDetails details, CurrentUser user) {
    var client =
        new Client(
            id,
            agency,
            details.name(),
            details.englishName(),
            details.homeAddress(),
            details.contact(),
            ClientStage.SANDBOX,
            details.portal(),
            details.apiScopes(),
            details.keys(),
            List.of(),
            clock.instant());
    if (!clients.add(client)) return there(client, details);
    trail.keep(user, client, "registered", ClientEvent.Kind.REGISTERED, null);
    return new Outcome.Registered(
        client, client.keys() == null ? rotateSecret.first(client, key, user) : null);
  }

  private Outcome there(Client client, ClientDetails details) {
    return clients
        .find(client.id())
        .filter(it -> it.agency().equals(client.agency()))
        .filter(it -> it.sandbox() && details.differences(it).isEmpty())
        .<Outcome>map(it -> new Outcome.RegisteredBefore(it.id()))
        .orElseGet(Outcome.IdTaken::new);
  }
}
