package org.motcua.identity.recovering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.Phone;
import org.motcua.platform.web.Language;

/**
 * A request to get an account back.
 *
 * @param account null where what was typed fits none
 * @param phone where the person can be reached now, and the account's phone in the end
 * @param tries how often what an officer was told did not fit
 */
record Recovery(
    UUID id,
    Reference reference,
    @Nullable AccountId account,
    Way way,
    RecoveryState state,
    String typedNumber,
    String typedName,
    Phone phone,
    Language language,
    Instant askedAt,
    int tries,
    @Nullable Instant readyAt,
    Instant forgetAfter) {

  boolean is(RecoveryState asked) {
    return state == asked;
  }

  @Override
  public String toString() {
    return "Recovery " + reference;
  }
}
