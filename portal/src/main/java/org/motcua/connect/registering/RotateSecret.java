package org.motcua.connect.registering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.ClientSecrets;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientEvent;
import org.motcua.connect.model.ClientStore;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.secrets.RandomToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A system's secret and the next one. For a while both are good, so that the system changes from
 * one to the other without a moment in which it cannot prove itself.
 */
@Service
class RotateSecret {

  static final Duration BOTH = Duration.ofDays(7);

  private static final int BYTES = 32;

  /** Shown once, and kept nowhere. */
  record Fresh(String value) {

    @Override
    public String toString() {
      return "a fresh secret";
    }
  }

  sealed interface Outcome {

    record Made(Fresh secret) implements Outcome {}

    /** The same form came before; its secret has been shown. */
    record MadeBefore() implements Outcome {}

    /** It is closed, or has keys. */
    record NotForThis() implements Outcome {}
  }

  private final ClientStore clients;
  private final ClientSecrets secrets;
  private final ClientTrail trail;
  private final Clock clock;

  RotateSecret(ClientStore clients, ClientSecrets secrets, ClientTrail trail, Clock clock) {
    this.clients = clients;
    this.secrets = secrets;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * @param key of the form, and the secret's id from then on
   * @param keepFormer for a while; else it ends at once
   */
  @Transactional
  Outcome rotate(ClientId id, UUID key, boolean keepFormer, CurrentUser user) {
    var client = clients.lock(id).orElseThrow();
    if (client.closed() || client.keys() != null) return new Outcome.NotForThis();
    if (client.secrets().stream().anyMatch(it -> it.id().equals(key))) {
      return new Outcome.MadeBefore();
    }
    for (var secret : client.secrets()) {
      var last = keepFormer && secret.expiresAt() == null;
      end(client, secret, clock.instant().plus(last ? BOTH : Duration.ZERO), user);
    }
    return new Outcome.Made(first(client, key, user));
  }

  /** Of a client that is locked, or new. */
  Fresh first(Client client, UUID key, CurrentUser user) {
    var secret = new Fresh(RandomToken.fresh(BYTES));
    clients.addSecret(client.id(), key, secrets.encode(secret.value()), clock.instant());
    trail.keep(user, client, "secret-added", ClientEvent.Kind.SECRET_ADDED, null);
    return secret;
  }

  /** Ends the former one before its time; does nothing to the one in use. */
  @Transactional
  void endFormer(ClientId id, CurrentUser user) {
    var client = clients.lock(id).orElseThrow();
    client.secrets().stream()
        .filter(secret -> secret.expiresAt() != null)
        .forEach(secret -> end(client, secret, clock.instant(), user));
  }

  private void end(Client client, Client.Secret secret, Instant at, CurrentUser user) {
    clients.endSecret(client.id(), secret.id(), at);
    trail.keep(user, client, "secret-ended", ClientEvent.Kind.SECRET_ENDED, "from " + shown(at));
  }

  private static OffsetDateTime shown(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).atZone(CountryTime.ZONE).toOffsetDateTime();
  }
}
