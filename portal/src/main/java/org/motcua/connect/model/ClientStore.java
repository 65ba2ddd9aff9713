package org.motcua.connect.model;

import java.time.Instant;
import java.util.Collection;
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

  /** As it stands, until the transaction ends: nobody else changes it meanwhile. */
  Optional<Client> lock(ClientId id);

  /** By id. */
  List<Client> list(Collection<AgencyId> agencies, @Nullable ClientId after, int limit);

  /** Those of all agencies, by id. */
  List<Client> listAll(@Nullable ClientId after, int limit);

  /** A new one; false where its id is taken. Its secrets are added besides. */
  boolean add(Client client);

  /** All but its secrets. */
  void save(Client client);

  void addSecret(ClientId client, UUID id, String hash, Instant now);

  /** From then on it proves nothing. */
  void endSecret(ClientId client, UUID secret, Instant at);
}
