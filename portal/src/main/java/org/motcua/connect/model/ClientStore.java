package org.motcua.connect.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.organisation.AgencyId;

public interface ClientStore {

  /** On which every node is told the id of a client that has changed. */
  String CHANNEL = "connect_client";

  Optional<Client> find(ClientId id);

  /** By id. */
  List<Client> list(AgencyId agency, @Nullable ClientId after, int limit);

  /** All but its secrets. */
  void save(Client client);

  void addSecret(ClientId client, UUID id, String hash, Instant now);

  /** From then on it proves nothing. */
  void endSecret(ClientId client, UUID secret, Instant at);
}
