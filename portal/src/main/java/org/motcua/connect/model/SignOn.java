package org.motcua.connect.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.identity.AccountId;
import org.motcua.identity.MandateId;

/**
 * One sign-in of one person at one client, in one session of the browser: what its code, its tokens
 * and its end belong to.
 *
 * @param actor who really sits there, where somebody acts for the account
 * @param session key of the browser's session
 * @param sid the session's name at this client, in tokens
 * @param acr the level of assurance when it began
 * @param request what the client asked for
 * @param codeUsedAt null while its code has not been exchanged
 * @param generation how often it has been refreshed
 * @param endedAt signed out, withdrawn, revoked
 */
public record SignOn(
    UUID id,
    ClientId client,
    AccountId account,
    @Nullable AccountId actor,
    @Nullable MandateId mandate,
    String session,
    String sid,
    String acr,
    Instant authenticatedAt,
    Request request,
    Instant createdAt,
    @Nullable Instant codeUsedAt,
    int generation,
    @Nullable Instant refreshedAt,
    @Nullable Instant endedAt,
    Instant expiresAt) {

  /** A code is exchanged by a program, at once. */
  public static final Duration CODE_LIFE = Duration.ofSeconds(60);

  /** Like the longest session: afterwards a person signs in again. */
  public static final Duration LIFE = Duration.ofHours(12);

  /**
   * @param redirectAddress as it was sent; null where it was left out
   * @param challenge of PKCE, always by SHA-256
   * @param claims the claims parameter, as JSON
   */
  public record Request(
      Set<String> scopes,
      @Nullable String redirectAddress,
      @Nullable String nonce,
      @Nullable String challenge,
      @Nullable String claims) {}

  public boolean live(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  public Instant codeExpiresAt() {
    return createdAt.plus(CODE_LIFE);
  }
}
