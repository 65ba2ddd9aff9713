package org.motcua.connect.connections;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.Agreement;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.SignOn;

/**
 * A person and a client that have to do with each other.
 *
 * @param agreement null where it was taken back a moment ago
 * @param signOns that are live: of each of the browser's sessions the first
 */
record Connection(Client client, @Nullable Agreement agreement, List<SignOn> signOns) {

  boolean signedIn() {
    return !signOns.isEmpty();
  }
}
