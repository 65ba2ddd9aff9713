package org.motcua.connect.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.identity.AccountId;

/** Each change is one statement that does nothing when it comes twice. */
public interface SignOnStore {

  void add(SignOn signOn);

  Optional<SignOn> find(UUID id);

  /** False when the code was exchanged or ended before. */
  boolean useCode(UUID id, Instant now);

  /**
   * From that generation to the next, as it is then; empty where it is not this client's, not live,
   * or another request did it before.
   */
  Optional<SignOn> refresh(UUID id, int from, ClientId client, Instant now);

  /** False when it had ended. */
  boolean end(UUID id, Instant now);

  /** Those that were live and are ended now. */
  List<SignOn> endOfSession(String session, Instant now);

  List<SignOn> endOfSession(String session, ClientId client, Instant now);

  List<SignOn> endOfPerson(AccountId account, Instant now);

  List<SignOn> endAt(AccountId account, ClientId client, Instant now);

  /**
   * So many of those after that one, by id; empty when no more are left.
   *
   * @param after null for the first
   */
  List<SignOn> endOfClient(ClientId client, @Nullable UUID after, int limit, Instant now);

  /** Exchanged and not ended, the latest first. */
  List<SignOn> listLive(AccountId account, Instant now);

  /** Those begun in that time whose code nobody has exchanged. */
  int removeUnused(Instant from, Instant until);

  /**
   * @return how many are gone; fewer than the limit when no more are left
   */
  int removeExpired(Instant now, int limit);
}
