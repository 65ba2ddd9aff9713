package org.motcua.connect.registering;

import java.time.Clock;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.ClientEvent;
import org.motcua.connect.model.ClientStage;
import org.motcua.connect.model.ClientStore;
import org.motcua.connect.signons.EndWithClient;
import org.motcua.identity.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For good: its id is never given again, since people may have agreed to something for it. */
@Service
class CloseClient {

  private final ClientStore clients;
  private final EndWithClient endWithClient;
  private final ClientTrail trail;
  private final Clock clock;

  CloseClient(ClientStore clients, EndWithClient endWithClient, ClientTrail trail, Clock clock) {
    this.clients = clients;
    this.endWithClient = endWithClient;
    this.trail = trail;
    this.clock = clock;
  }

  /** False where it was closed before. */
  @Transactional
  boolean close(ClientId id, CurrentUser user) {
    var client = clients.lock(id).orElseThrow();
    if (client.closed()) return false;
    clients.save(client.in(ClientStage.CLOSED));
    client.secrets().forEach(secret -> clients.endSecret(id, secret.id(), clock.instant()));
    endWithClient.begin(id);
    trail.keep(user, client, "closed", ClientEvent.Kind.CLOSED, null);
    return true;
  }
}
