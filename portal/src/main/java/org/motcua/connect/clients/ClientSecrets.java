package org.motcua.connect.clients;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.Client;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Clients' secrets at rest. They are long and random, made by us, so a plain salted hash keeps them
 * as well as a slow one would, and a client may fetch a token at every call.
 */
@Component
public class ClientSecrets implements PasswordEncoder {

  private static final int SALT_BYTES = 16;
  private static final String NEVER = "-";

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  ClientSecrets(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String encode(@Nullable CharSequence secret) {
    if (secret == null) throw new IllegalArgumentException("A client needs a secret");
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var base64 = Base64.getEncoder();
    return base64.encodeToString(salt) + ":" + base64.encodeToString(hash(salt, secret));
  }

  /** All that live, as the one text that {@link #matches} takes. */
  public static String together(List<Client.Secret> secrets) {
    return secrets.stream()
        .map(
            secret ->
                secret.hash()
                    + ":"
                    + (secret.expiresAt() == null ? NEVER : secret.expiresAt().toEpochMilli()))
        .collect(Collectors.joining(" "));
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String together) {
    if (secret == null || together == null) return false;
    for (var one : together.split(" ")) if (matchesOne(secret, one)) return true;
    return false;
  }

  private boolean matchesOne(CharSequence secret, String written) {
    var parts = written.split(":");
    if (parts.length < 2 || parts.length > 2 && hasExpired(parts[2])) return false;
    var base64 = Base64.getDecoder();
    return MessageDigest.isEqual(base64.decode(parts[1]), hash(base64.decode(parts[0]), secret));
  }

  private boolean hasExpired(String end) {
    return !end.equals(NEVER)
        && !clock.instant().isBefore(Instant.ofEpochMilli(Long.parseLong(end)));
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
