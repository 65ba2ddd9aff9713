package org.motcua.identity.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passwords at rest. Slow by design, so only a few at a time: an empty answer means "too busy". */
public interface Passwords {

  Optional<String> hash(String password);

  /**
   * @param hash null for an account that does not exist; it takes the same time
   */
  Optional<Boolean> matches(String password, @Nullable String hash);
}
