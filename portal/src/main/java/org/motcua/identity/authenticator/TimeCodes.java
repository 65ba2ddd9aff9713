package org.motcua.identity.authenticator;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The six digits that an app shows for thirty seconds. */
@Component
class TimeCodes {

  /** A phone's clock may be wrong by a step, and a person takes a while to type. */
  private static final int STEPS_ASIDE = 1;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();
  private final Clock clock;

  TimeCodes(Clock clock) {
    this.clock = clock;
  }

  /** The time step, later than {@code lastStep}, whose code this is. */
  OptionalLong stepOf(String typed, Secret secret, long lastStep) {
    var now = clock.instant();
    var found = OptionalLong.empty();
    for (var aside = -STEPS_ASIDE; aside <= STEPS_ASIDE; aside++) {
      var at = now.plus(generator.getTimeStep().multipliedBy(aside));
      var step = at.getEpochSecond() / generator.getTimeStep().toSeconds();
      if (same(code(secret, at), typed) && step > lastStep && found.isEmpty()) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private String code(Secret secret, Instant at) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret.bytes(), "HmacSHA1"), at);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("Any bytes are a key for HMAC", e);
    }
  }

  private static boolean same(String right, String typed) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.US_ASCII));
  }
}
