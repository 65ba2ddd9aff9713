package org.motcua.platform.sessions;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.session.SessionIdGenerator;

/**
 * 216 random bits in the 36 signs that the table has room for; a random UUID, which Spring Session
 * would take, has 122.
 */
final class LongSessionIds implements SessionIdGenerator {

  private static final int BYTES = 27;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String generate() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
