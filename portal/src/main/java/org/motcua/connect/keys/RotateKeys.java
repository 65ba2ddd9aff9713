package org.motcua.connect.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exchanges the keys that sign tokens before anybody could need to. A new key is published a while
 * before it signs, so that clients which read our keys now and then know it by then; an old one
 * stays published until the last token that it signed has run out.
 */
@Service
public class RotateKeys {

  /** ID tokens by the algorithm every client understands, access tokens by one that is quick. */
  static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  private static final Duration IN_USE = Duration.ofDays(90);
  private static final Duration PUBLISHED_BEFORE = Duration.ofDays(1);

  /** Until then every node has heard of a new key, even one that was busy. */
  private static final Duration HEARD_BY_ALL = Duration.ofSeconds(10);

  /** As long as a sign-on, whose ID token may come back when somebody signs out. */
  private static final Duration PUBLISHED_AFTER = Duration.ofDays(1);

  private final SigningKeyStore keys;
  private final AuditTrail audit;
  private final Clock clock;

  RotateKeys(SigningKeyStore keys, AuditTrail audit, Clock clock) {
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is due; nothing on most days. */
  @Transactional
  public void rotateWhereDue() {
    keys.lock();
    var now = clock.instant();
    var all = keys.list();
    for (var algorithm : ALGORITHMS) {
      var ofKind = all.stream().filter(key -> key.algorithm().equals(algorithm)).toList();
      if (ofKind.isEmpty()) {
        add(algorithm, now, now);
      } else if (now.isAfter(ofKind.getFirst().signsFrom().plus(IN_USE))) {
        add(algorithm, now.plus(PUBLISHED_BEFORE), now);
      }
      retireFormer(ofKind, now);
    }
    keys.removeUnpublished(now);
  }

  /**
   * All anew, as soon as every node has heard of it: when a key may have become known to others.
   * Clients that do not read our keys again at one they do not know refuse our tokens for a while.
   *
   * @return false when that has been asked for a moment ago
   */
  @Transactional
  public boolean rotateNow(String actor) {
    keys.lock();
    var now = clock.instant();
    var former = keys.list();
    if (former.stream().anyMatch(key -> isOnItsWay(key, now))) return false;
    ALGORITHMS.forEach(algorithm -> add(algorithm, now.plus(HEARD_BY_ALL), now));
    former.forEach(key -> keys.retire(key, now.plus(PUBLISHED_AFTER)));
    audit.record(actor, "connect.keys-rotated", "signing-keys", "all", Map.of());
    return true;
  }

  private static boolean isOnItsWay(SigningKey key, Instant now) {
    return !key.begun(now) && key.begun(now.plus(HEARD_BY_ALL));
  }

  /** The latest first. */
  public List<PublishedKey> list() {
    var now = clock.instant();
    return keys.list().stream()
        .filter(key -> key.published(now))
        .map(
            key ->
                new PublishedKey(
                    key.id(),
                    key.algorithm().getName(),
                    key.publishedUntil() != null
                        ? PublishedKey.Phase.FORMER
                        : key.begun(now) ? PublishedKey.Phase.SIGNS : PublishedKey.Phase.NEXT,
                    key.signsFrom(),
                    key.publishedUntil()))
        .toList();
  }

  private void retireFormer(List<SigningKey> ofKind, Instant now) {
    ofKind.stream()
        .filter(key -> key.begun(now))
        .skip(1)
        .filter(key -> key.publishedUntil() == null)
        .forEach(key -> keys.retire(key, now.plus(PUBLISHED_AFTER)));
  }

  private void add(JWSAlgorithm algorithm, Instant signsFrom, Instant now) {
    var key = generate(algorithm);
    keys.add(new SigningKey(key.getKeyID(), algorithm, key, signsFrom, null), now);
  }

  private static JWK generate(JWSAlgorithm algorithm) {
    try {
      var id = NewId.next().toString();
      return algorithm.equals(JWSAlgorithm.ES256)
          ? new ECKeyGenerator(Curve.P_256)
              .keyID(id)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(algorithm)
              .generate()
          : new RSAKeyGenerator(2048)
              .keyID(id)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(algorithm)
              .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java cannot make keys for " + algorithm, e);
    }
  }
}
