package org.motcua.platform.idempotency;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By which a call is known again.
 *
 * @param caller whose keys these are: another's same key is another key
 * @param key as the caller has made it; null for one that has none, which is simply done
 * @param request hash of what is asked
 */
public record CallKey(String caller, @Nullable String key, byte[] request) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallKey that
        && caller.equals(that.caller)
        && Objects.equals(key, that.key)
        && Arrays.equals(request, that.request);
  }

  @Override
  public int hashCode() {
    return Objects.hash(caller, key);
  }

  @Override
  public String toString() {
    return caller + " " + key;
  }
}
