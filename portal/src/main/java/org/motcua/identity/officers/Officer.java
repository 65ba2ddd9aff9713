package org.motcua.identity.officers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.Phone;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.TagColour;

/**
 * An officer as his administrator sees him.
 *
 * @param agency which keeps the account
 * @param enteredAt when he first set a password himself
 */
public record Officer(
    AccountId id,
    String name,
    String signInName,
    AgencyId agency,
    Phone phone,
    @Nullable String email,
    Language language,
    String nameKey,
    @Nullable Instant enteredAt,
    @Nullable Instant suspendedAt,
    @Nullable SuspensionReason reason) {

  public OfficerId officerId() {
    return new OfficerId(id.value());
  }

  public State state() {
    if (suspendedAt != null) return State.SUSPENDED;
    return enteredAt == null ? State.INVITED : State.ACTIVE;
  }

  /** What his administrator should know at a glance. */
  public enum State {
    /** Has not yet set a password. */
    INVITED(TagColour.GOLD),
    ACTIVE(TagColour.GREEN),
    SUSPENDED(TagColour.RED);

    private final TagColour colour;

    State(TagColour colour) {
      this.colour = colour;
    }

    public TagColour colour() {
      return colour;
    }
  }
}
