package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.identity.AccountId;

/**
 * That somebody was asked to sign an application besides its applicant, and perhaps has, or has
 * declined.
 *
 * @param signer which of the signers that the service names
 * @param guard keyed hash of the number by which the application names him
 * @param numberEnd its last digits
 * @param name as the application names him, if it does
 * @param content of answers and papers as they were then
 * @param signature null until he has signed
 * @param refusal null unless he has declined
 * @param voidAt when answers or papers were changed after that
 */
public record Signing(
    UUID id,
    DossierId dossier,
    String signer,
    byte[] guard,
    String numberEnd,
    @Nullable String name,
    byte[] content,
    Instant askedAt,
    @Nullable Signature signature,
    @Nullable Refusal refusal,
    @Nullable Instant voidAt) {

  /**
   * @param name as his account bears it
   */
  public record Signature(AccountId account, String name, Instant at) {}

  /**
   * @param name as his account bears it
   * @param why in his own words
   */
  public record Refusal(AccountId account, String name, Instant at, String why) {}

  /** Whether he has said neither yes nor no. */
  public boolean unanswered() {
    return signature == null && refusal == null;
  }

  public boolean standsFor(byte[] contentNow) {
    return voidAt == null && Arrays.equals(content, contentNow);
  }
}
