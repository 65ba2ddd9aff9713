package org.motcua.identity.signingin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.model.Passwords;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id at OWASP's recommended cost. One core at least is left to everybody else, so a storm of
 * sign-ins makes sign-ins slow and nothing besides.
 */
@Component
class Argon2Passwords implements Passwords {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final Semaphore cores =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);
  private final String nobodysHash = hashNow("the password of an account that does not exist");

  @Override
  public Optional<String> hash(String password) {
    return whenFree(() -> hashNow(password));
  }

  @Override
  public Optional<Boolean> matches(String password, @Nullable String hash) {
    return whenFree(() -> argon2.matches(password, hash == null ? nobodysHash : hash))
        .map(fits -> fits && hash != null);
  }

  private String hashNow(String password) {
    var hash = argon2.encode(password);
    if (hash == null) throw new IllegalStateException("No hash for a password");
    return hash;
  }

  private <T> Optional<T> whenFree(Supplier<T> work) {
    try {
      if (!cores.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      cores.release();
    }
  }
}
