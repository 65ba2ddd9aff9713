package org.motcua.simulators.agency.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of the province. One from before the single sign-on has no TechID until its owner has
 * come through the national portal and said that it is his.
 *
 * @param joinedAt since when it belongs to somebody of the national portal
 * @param level how surely he was known when he last came
 */
public record Account(
    UUID id,
    Kind kind,
    @Nullable String techId,
    @Nullable String citizenNumber,
    @Nullable String formerNumber,
    @Nullable String taxCode,
    String name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String address,
    Instant openedAt,
    @Nullable Instant joinedAt,
    @Nullable Instant signedInAt,
    @Nullable Level level) {

  private static final int SHOWN = 3;

  public boolean isOld() {
    return techId == null;
  }

  /** The number under which the province keeps his papers. */
  public @Nullable String number() {
    return kind == Kind.ENTERPRISE ? taxCode : citizenNumber;
  }

  /** For who has not yet said that it is his: the last digits alone. */
  public @Nullable String phoneHidden() {
    return phone == null ? null : "••• ••• " + phone.substring(Math.max(0, phone.length() - SHOWN));
  }
}
