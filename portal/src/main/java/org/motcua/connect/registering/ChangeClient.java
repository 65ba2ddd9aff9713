package org.motcua.connect.registering;

import java.time.Clock;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientEvent;
import org.motcua.connect.model.ClientStage;
import org.motcua.connect.model.ClientStore;
import org.motcua.identity.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is registered of a system is said anew. */
@Service
class ChangeClient {

  enum Outcome {
    CHANGED,
    AS_BEFORE,
    CLOSED,
    /** It has gone live since the form was looked through, which forbids what it did not before. */
    STAGE_CHANGED
  }

  private final ClientStore clients;
  private final ClientTrail trail;
  private final Clock clock;

  ChangeClient(ClientStore clients, ClientTrail trail, Clock clock) {
    this.clients = clients;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * @param checkedFor the stage for which the details will do
   */
  @Transactional
  Outcome change(ClientId id, ClientDetails details, ClientStage checkedFor, CurrentUser user) {
    var client = clients.lock(id).orElseThrow();
    if (client.closed()) return Outcome.CLOSED;
    if (client.stage() != checkedFor) return Outcome.STAGE_CHANGED;
    var differences = details.differences(client);
    if (differences.isEmpty()) return Outcome.AS_BEFORE;
    clients.save(details.in(client));
    if (details.keys() != null) endSecrets(client, user);
    trail.keep(user, client, "changed", ClientEvent.Kind.CHANGED, String.join(", ", differences));
    return Outcome.CHANGED;
  }

  /** It proves itself by its keys from now on. */
  private void endSecrets(Client client, CurrentUser user) {
    for (var secret : client.secrets()) {
      clients.endSecret(client.id(), secret.id(), clock.instant());
      trail.keep(user, client, "secret-ended", ClientEvent.Kind.SECRET_ENDED, null);
    }
  }
}
