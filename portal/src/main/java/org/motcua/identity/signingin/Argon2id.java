package org.motcua.identity.signingin;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id (RFC 9106) at the least cost that OWASP's cheat sheet on storing passwords names,
 * written as {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * <p>It is computed by the algorithm's reference library, outside the Java heap: in Java it takes
 * half as long again, and the 19 MB of each hash have to be cleared away many times a second, while
 * everybody waits. Java steps in where the library cannot be loaded; each reads what the other
 * wrote.
 */
final class Argon2id extends AbstractValidatingPasswordEncoder {

  private static final Logger log = LoggerFactory.getLogger(Argon2id.class);

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final Argon2 library;

  private Argon2id(Argon2 library) {
    this.library = library;
  }

  static PasswordEncoder onThisMachine() {
    try {
      return new Argon2id(Argon2Factory.create(Argon2Types.ARGON2id, SALT_BYTES, HASH_BYTES));
    } catch (LinkageError e) {
      log.warn("Passwords are hashed in Java, which is slower: {}", e.toString());
      return inJava();
    }
  }

  static PasswordEncoder inJava() {
    return new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  }

  @Override
  protected String encodeNonNullPassword(String password) {
    return library.hash(PASSES, MEMORY_KIB, LANES, bytes(password));
  }

  @Override
  protected boolean matchesNonNull(String password, String hash) {
    return library.verify(hash, bytes(password));
  }

  private static byte[] bytes(String password) {
    return password.getBytes(StandardCharsets.UTF_8);
  }
}
