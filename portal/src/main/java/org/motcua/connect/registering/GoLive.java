package org.motcua.connect.registering;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.ClientCounts;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientEvent;
import org.motcua.connect.model.ClientStage;
import org.motcua.connect.model.ClientStore;
import org.motcua.connect.sandbox.SandboxPeople;
import org.motcua.connect.signons.EndSignOns;
import org.motcua.identity.CurrentUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From made-up people to real ones. The agency's administrator decides it, once what can be checked
 * has been.
 */
@Service
class GoLive {

  /** What has to be there before. */
  enum Step {
    ADDRESSES,
    TRIED,
    CONTACT,
    PROOF
  }

  sealed interface Outcome {

    record Live() implements Outcome {}

    record LiveBefore() implements Outcome {}

    record Missing(Set<Step> steps) implements Outcome {}

    record Closed() implements Outcome {}
  }

  private final ClientStore clients;
  private final ClientCounts counts;
  private final EndSignOns endSignOns;
  private final ClientTrail trail;

  GoLive(ClientStore clients, ClientCounts counts, EndSignOns endSignOns, ClientTrail trail) {
    this.clients = clients;
    this.counts = counts;
    this.endSignOns = endSignOns;
    this.trail = trail;
  }

  @Transactional
  Outcome goLive(ClientId id, CurrentUser user) {
    var client = clients.lock(id).orElseThrow();
    if (client.closed()) return new Outcome.Closed();
    if (!client.sandbox()) return new Outcome.LiveBefore();
    var missing = missing(client);
    if (!missing.isEmpty()) return new Outcome.Missing(missing);
    SandboxPeople.all().forEach(person -> endSignOns.endAt(person.id(), id));
    clients.save(client.in(ClientStage.LIVE));
    trail.keep(user, client, "went-live", ClientEvent.Kind.WENT_LIVE, null);
    return new Outcome.Live();
  }

  Set<Step> missing(Client client) {
    var missing = EnumSet.noneOf(Step.class);
    if (!addressesWillDo(client)) missing.add(Step.ADDRESSES);
    if (!isTried(client)) missing.add(Step.TRIED);
    if (client.contact() == null) missing.add(Step.CONTACT);
    if (client.keys() == null && client.secrets().isEmpty()) missing.add(Step.PROOF);
    return missing;
  }

  private static boolean addressesWillDo(Client client) {
    var portal = client.portal();
    var keys = client.keys();
    return Stream.of(
            Stream.of(client.homeAddress(), keys == null ? null : keys.address()),
            portal == null
                ? Stream.<String>of()
                : Stream.of(
                        portal.redirectAddresses().stream(),
                        portal.logoutAddresses().stream(),
                        Stream.ofNullable(portal.backChannelAddress()))
                    .flatMap(all -> all))
        .flatMap(all -> all)
        .filter(Objects::nonNull)
        .allMatch(address -> Addresses.fault(address, ClientStage.LIVE) == null);
  }

  /** All that it is registered for, once at least. */
  private boolean isTried(Client client) {
    counts.write();
    var done = counts.since(client.id(), client.createdAt().minusSeconds(3600));
    return (client.portal() == null || done.containsKey(ClientCounts.Kind.SIGN_ONS))
        && (client.apiScopes().isEmpty() || done.containsKey(ClientCounts.Kind.TOKENS));
  }
}
