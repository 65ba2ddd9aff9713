package org.motcua.identity.certificates;

import java.time.Duration;
import org.motcua.identity.challenges.Challenges.Purpose;

/**
 * What a person declares by signing. In letters without accents: what is copied, saved and signed
 * must stay the same byte for byte through every tool on the way.
 *
 * @param name for what the signature is good, and for nothing else
 * @param words the beginning of the text that is signed
 */
public record Statement(String name, String words) {

  /** A token has to be found, plugged in and unlocked. */
  private static final Duration VALID = Duration.ofMinutes(15);

  Purpose purpose() {
    return new Purpose("certificate." + name, VALID);
  }
}
