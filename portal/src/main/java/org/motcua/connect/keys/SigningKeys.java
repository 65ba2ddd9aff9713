package org.motcua.connect.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.notify.NoticeListener;
import org.springframework.stereotype.Component;

/**
 * The published keys as this node knows them: read at once when another node has exchanged them,
 * and when a token names one that is not known yet.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext>, NoticeListener {

  /** An unknown key makes this node look again, but not at every token that somebody invents. */
  private static final Duration LOOKED_AGAIN = Duration.ofSeconds(5);

  private final SigningKeyStore store;
  private final Clock clock;
  private volatile Known known;

  private record Known(List<SigningKey> keys, JWKSet set, Instant readAt) {}

  SigningKeys(SigningKeyStore store, RotateKeys rotateKeys, Clock clock) {
    this.store = store;
    this.clock = clock;
    rotateKeys.rotateWhereDue();
    this.known = read();
  }

  /** All that tokens in circulation may be signed with. */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    var found = selector.select(known.set());
    if (!found.isEmpty() || clock.instant().isBefore(known.readAt().plus(LOOKED_AGAIN))) {
      return found;
    }
    known = read();
    return selector.select(known.set());
  }

  /** The one that signs now, of those that a selector for signing has found. */
  public JWK inUse(List<JWK> found) {
    var now = clock.instant();
    return known.keys().stream()
        .filter(key -> key.begun(now))
        .sorted(Comparator.comparing(key -> key.publishedUntil() != null)) // a former one last
        .filter(key -> found.stream().anyMatch(it -> Objects.equals(it.getKeyID(), key.id())))
        .findFirst()
        .map(SigningKey::key)
        .orElseThrow(() -> new IllegalStateException("No key signs now"));
  }

  private Known read() {
    var now = clock.instant();
    var keys = store.list().stream().filter(key -> key.published(now)).toList();
    return new Known(keys, new JWKSet(keys.stream().map(SigningKey::key).toList()), now);
  }

  @Override
  public String channel() {
    return SigningKeyStore.CHANNEL;
  }

  @Override
  public void listening() {
    known = read();
  }

  @Override
  public void heard(List<String> notices) {
    known = read();
  }
}
