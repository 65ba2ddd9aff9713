package org.motcua.connect.registering;

import org.motcua.connect.model.Client;

/** How a system proves that it is itself. */
enum Proof {
  SECRET,
  KEYS,
  KEYS_ADDRESS;

  static Proof of(Client client) {
    var keys = client.keys();
    if (keys == null) return SECRET;
    return keys.set() != null ? KEYS : KEYS_ADDRESS;
  }
}
