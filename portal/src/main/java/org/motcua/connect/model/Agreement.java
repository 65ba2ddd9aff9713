package org.motcua.connect.model;

import java.time.Instant;
import java.util.Set;
import org.motcua.connect.ClientId;
import org.motcua.identity.AccountId;

/**
 * What a person has decided about a client.
 *
 * @param given what its agency may learn
 * @param refused what it asked for and may not
 */
public record Agreement(
    AccountId account,
    ClientId client,
    Set<PersonalData> given,
    Set<PersonalData> refused,
    Instant agreedAt) {

  /** Whether it answers all that the client asks for today. */
  public boolean covers(Client.Portal portal) {
    return given.containsAll(portal.required())
        && portal.optional().stream().allMatch(this::decided);
  }

  /** Whether he has given it or refused. */
  public boolean decided(PersonalData data) {
    return given.contains(data) || refused.contains(data);
  }
}
