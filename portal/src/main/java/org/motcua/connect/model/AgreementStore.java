package org.motcua.connect.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motcua.connect.ClientId;
import org.motcua.identity.AccountId;

public interface AgreementStore {

  Optional<Agreement> find(AccountId account, ClientId client);

  /** By client. */
  List<Agreement> list(AccountId account);

  /** In the place of an earlier one. */
  void save(Agreement agreement);

  /** What was given is refused from now on; nothing where it was not given. */
  void refuse(AccountId account, ClientId client, PersonalData data);

  void remove(AccountId account, ClientId client);

  /** Those made or changed since then. */
  void removeSince(AccountId account, Instant since);

  void removeAll(AccountId account);
}
