package org.motcua.identity.passkeys;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.motcua.identity.AccountId;

/** How WebAuthn's JSON writes things. */
final class Encoded {

  private static final int UUID_BYTES = 16;

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The passkeys that a device is asked for, or is asked not to make again. */
  static List<Map<String, Object>> descriptors(List<Passkey> passkeys) {
    return passkeys.stream()
        .map(
            passkey ->
                Map.<String, Object>of(
                    "type", "public-key",
                    "id", text(passkey.credentialId()),
                    "transports", passkey.transports()))
        .toList();
  }

  /** The user handle: an id that says nothing of the person. */
  static byte[] handle(AccountId account) {
    return ByteBuffer.allocate(UUID_BYTES)
        .putLong(account.value().getMostSignificantBits())
        .putLong(account.value().getLeastSignificantBits())
        .array();
  }

  private Encoded() {}
}
