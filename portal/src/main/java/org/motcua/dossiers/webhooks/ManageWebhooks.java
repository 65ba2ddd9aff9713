package org.motcua.dossiers.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.motcua.dossiers.webhooks.SubscribingOutcome.AddressRefused;
import org.motcua.dossiers.webhooks.SubscribingOutcome.AddressTaken;
import org.motcua.dossiers.webhooks.SubscribingOutcome.Subscribed;
import org.motcua.dossiers.webhooks.SubscribingOutcome.TooMany;
import org.motcua.dossiers.webhooks.Webhook.Concerns;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.calling.CalledAddresses;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.secrets.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** A program says where it wants to be told of what, and exchanges the secret of it. */
@Service
class ManageWebhooks {

  static final int MOST = 20;
  private static final int LONGEST_ADDRESS = 1_000;

  /** In which a receiver learns the fresh secret. */
  private static final Duration BOTH_GOOD = Duration.ofDays(1);

  private final WebhookStore webhooks;
  private final Subscriptions subscriptions;
  private final CalledAddresses addresses;
  private final Vault vault;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ManageWebhooks(
      WebhookStore webhooks,
      Subscriptions subscriptions,
      CalledAddresses addresses,
      Vault vault,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.webhooks = webhooks;
    this.subscriptions = subscriptions;
    this.addresses = addresses;
    this.vault = vault;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @param agency whose program it is
   * @param events none: all
   */
  record Wanted(
      String client, AgencyId agency, Concerns concerns, String address, Set<EventType> events) {}

  SubscribingOutcome subscribe(Wanted wanted) {
    // Asks the name service, which no transaction waits for.
    var refused = whyRefused(wanted.address());
    if (refused.isPresent()) return new AddressRefused(refused.get());
    return changed(() -> subscribeNow(wanted));
  }

  private SubscribingOutcome subscribeNow(Wanted wanted) {
    if (webhooks.list(wanted.client()).size() >= MOST) return new TooMany(MOST);
    var secret = WebhookSecret.fresh();
    var webhook =
        new Webhook(
            NewId.next(),
            wanted.client(),
            wanted.concerns(),
            wanted.agency(),
            wanted.address(),
            wanted.events(),
            clock.instant(),
            null,
            0,
            null,
            null,
            null,
            null);
    if (!webhooks.add(webhook, vault.seal(secret.key()))) return new AddressTaken();
    record(webhook, "dossiers.webhook-subscribed");
    return new Subscribed(webhook, secret);
  }

  /** Empty where it is an address that may be called. */
  private Optional<String> whyRefused(String address) {
    try {
      var parsed = new URI(address);
      if (address.length() > LONGEST_ADDRESS) return Optional.of("too long");
      if (parsed.getUserInfo() != null || parsed.getFragment() != null) {
        return Optional.of("user:password@ and #fragment are not allowed");
      }
      if (!"https".equals(parsed.getScheme()) && !"http".equals(parsed.getScheme())) {
        return Optional.of("https://…");
      }
      addresses.check(parsed);
      addresses.resolve(parsed.getHost());
      return Optional.empty();
    } catch (URISyntaxException | UnknownHostException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** False where the program has none of this id. */
  boolean remove(UUID id, String client) {
    return changed(
        () -> {
          var found = webhooks.find(id, client);
          found.ifPresent(
              webhook -> {
                webhooks.remove(id);
                record(webhook, "dossiers.webhook-removed");
              });
          return found.isPresent();
        });
  }

  record Exchanged(Webhook webhook, WebhookSecret secret) {}

  /** Empty where the program has none of this id. */
  Optional<Exchanged> exchangeSecret(UUID id, String client) {
    return changed(
        () -> {
          if (webhooks.find(id, client).isEmpty()) return Optional.empty();
          var secret = WebhookSecret.fresh();
          var now = clock.instant();
          webhooks.exchangeSecret(id, vault.seal(secret.key()), now, now.plus(BOTH_GOOD));
          var webhook = webhooks.find(id, client).orElseThrow();
          record(webhook, "dossiers.webhook-secret-exchanged");
          return Optional.of(new Exchanged(webhook, secret));
        });
  }

  Optional<Webhook> activate(UUID id, String client) {
    return activate(id, client, "client:" + client);
  }

  /**
   * What was disabled is told again from now on. Twice is once.
   *
   * @param actor who does it, as the audit trail names him
   */
  Optional<Webhook> activate(UUID id, String client, String actor) {
    return changed(
        () -> {
          var found = webhooks.find(id, client);
          if (found.isEmpty() || !found.get().disabled()) return found;
          webhooks.activate(id);
          record(found.get(), "dossiers.webhook-activated", actor);
          return webhooks.find(id, client);
        });
  }

  /** This node knows at once, the others a moment later. */
  private <T> T changed(Supplier<T> change) {
    var outcome = transaction.execute(status -> change.get());
    subscriptions.read();
    return outcome;
  }

  private void record(Webhook webhook, String action) {
    record(webhook, action, "client:" + webhook.client());
  }

  private void record(Webhook webhook, String action, String actor) {
    audit.record(
        actor,
        action,
        "webhook",
        webhook.id().toString(),
        Map.of("host", String.valueOf(URI.create(webhook.address()).getHost())));
  }

  Instant now() {
    return clock.instant();
  }
}
