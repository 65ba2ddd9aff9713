package org.motcua.identity.passkeys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;

/**
 * What the portal keeps of a passkey; the private key never leaves its owner's device.
 *
 * @param id its name in our addresses
 * @param credentialId its name in WebAuthn, chosen by the device
 * @param credential WebAuthn's attested credential data: kind of device, credential id, public key
 * @param signCount how many signatures the device says to have made; 0 from those that do not count
 * @param backedUp whether it is kept in the owner's cloud, too, and so outlives the device
 */
public record Passkey(
    UUID id,
    AccountId account,
    byte[] credentialId,
    byte[] credential,
    String name,
    long signCount,
    boolean uvInitialized,
    boolean backupEligible,
    boolean backedUp,
    List<String> transports,
    Instant addedAt,
    @Nullable Instant lastUsedAt) {}
