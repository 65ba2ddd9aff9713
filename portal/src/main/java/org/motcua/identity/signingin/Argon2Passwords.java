package org.motcua.identity.signingin;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.model.Passwords;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes by {@link Argon2id}. One core at least is left to everybody else, so a storm of sign-ins
 * makes sign-ins slow and nothing besides.
 *
 * <p>A hash has a thread of its own: a request's virtual thread would hold one of the few carriers
 * that all pages share for as long as the hash takes, since computing never lets go of it.
 */
@Component
class Argon2Passwords implements Passwords {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int CORES = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  private final PasswordEncoder argon2 = Argon2id.onThisMachine();
  private final Semaphore cores = new Semaphore(CORES, true);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          CORES, Thread.ofPlatform().daemon().name("passwords-", 0).factory());
  private final Timer hashes;
  private final String nobodysHash;

  Argon2Passwords(MeterRegistry meters) {
    this.hashes = meters.timer("motcua.password.hash");
    this.nobodysHash = hashNow("the password of an account that does not exist");
  }

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
      return Optional.of(CompletableFuture.supplyAsync(() -> hashes.record(work), threads).join());
    } finally {
      cores.release();
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdown();
  }
}
