package org.motcua.identity.passkeys;

import java.util.Map;
import java.util.UUID;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.changes.AccountChanges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From here on that passkey opens nothing, whatever the device still believes. */
@Service
class RemovePasskey {

  private final Passkeys passkeys;
  private final AccountChanges changes;

  RemovePasskey(Passkeys passkeys, AccountChanges changes) {
    this.passkeys = passkeys;
    this.changes = changes;
  }

  /** Removed twice is removed once. */
  @Transactional
  void remove(CurrentUser user, UUID id) {
    var passkey = passkeys.find(user.id(), id);
    if (passkey.isEmpty() || !passkeys.remove(user.id(), id)) return;
    changes.record(
        user.actor(),
        user.id(),
        "identity.passkey-removed",
        Map.of("passkey", id),
        "identity.passkeys.sms.removed",
        passkey.get().name());
  }
}
