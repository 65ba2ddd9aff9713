package org.motcua.connect.signons;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.SignOn;
import org.motcua.connect.model.SignOnStore;
import org.motcua.platform.database.AfterCommit;
import org.motcua.platform.notify.NoticeListener;
import org.springframework.stereotype.Component;

/**
 * Whether what an access token came from still stands, so that a program that calls a hundred times
 * a second does not ask the database as often. It is forgotten at once when this node ends it, as
 * soon as the database tells of another node that did, and after a few seconds in any case.
 */
@Component
public class StandingTokens implements NoticeListener {

  private static final Duration KEPT = Duration.ofSeconds(3);

  /** Until when it stands if nobody ends it; null where it does not. */
  private final Cache<String, Instant> known =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(100_000).build();

  private final SignOnStore signOns;
  private final RevokedTokens revoked;
  private final Clock clock;

  StandingTokens(SignOnStore signOns, RevokedTokens revoked, Clock clock) {
    this.signOns = signOns;
    this.revoked = revoked;
    this.clock = clock;
  }

  public boolean standsSignOn(UUID id) {
    return stands(id.toString(), () -> signOns.find(id).map(StandingTokens::end).orElse(null));
  }

  /** A program's own token, which came from nothing. */
  public boolean standsToken(String id) {
    return stands(id, () -> revoked.contains(id) ? null : Instant.MAX);
  }

  /** Caffeine lets whoever forgets a key wait for whoever is just reading it. */
  private boolean stands(String id, Supplier<@Nullable Instant> read) {
    var until = known.get(id, unknown -> read.get());
    return until != null && clock.instant().isBefore(until);
  }

  private static @Nullable Instant end(SignOn signOn) {
    return signOn.endedAt() == null ? signOn.expiresAt() : null;
  }

  public void revoke(String tokenId, Instant expiresAt) {
    revoked.add(tokenId, expiresAt);
    forget(List.of(tokenId));
  }

  /** When the transaction that has ended them stands. */
  void forget(Collection<String> ended) {
    AfterCommit.run(() -> known.invalidateAll(ended));
  }

  @Override
  public String channel() {
    return "connect_token_ended";
  }

  @Override
  public void listening() {
    known.invalidateAll();
  }

  @Override
  public void heard(List<String> ended) {
    known.invalidateAll(ended);
  }
}
