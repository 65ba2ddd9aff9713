package org.motcua.connect.keys;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs tokens, or will, or has.
 *
 * @param key with its private half
 * @param signsFrom the latest that has begun is the one that signs
 * @param publishedUntil null while it signs, or will
 */
record SigningKey(
    String id,
    JWSAlgorithm algorithm,
    JWK key,
    Instant signsFrom,
    @Nullable Instant publishedUntil) {

  boolean published(Instant now) {
    return publishedUntil == null || now.isBefore(publishedUntil);
  }

  boolean begun(Instant now) {
    return !now.isBefore(signsFrom);
  }
}
