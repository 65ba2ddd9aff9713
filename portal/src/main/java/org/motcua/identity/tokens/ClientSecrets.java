package org.motcua.identity.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Clients' secrets at rest. They are long and random, made by us, so a plain salted hash keeps them
 * as well as a slow one would, and a client may fetch a token at every call.
 */
@Component
class ClientSecrets implements PasswordEncoder {

  private static final int SALT_BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String encode(@Nullable CharSequence secret) {
    if (secret == null) throw new IllegalArgumentException("A client needs a secret");
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var base64 = Base64.getEncoder();
    return base64.encodeToString(salt) + ":" + base64.encodeToString(hash(salt, secret));
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
    if (secret == null || encoded == null) return false;
    var halves = encoded.split(":", 2);
    var base64 = Base64.getDecoder();
    return halves.length == 2
        && MessageDigest.isEqual(base64.decode(halves[1]), hash(base64.decode(halves[0]), secret));
  }

  private static byte[] hash(byte[] salt, CharSequence secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(secret.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
