package org.motcua.connect.connections;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Agreement;
import org.motcua.connect.model.AgreementStore;
import org.motcua.connect.model.SignOn;
import org.motcua.connect.model.SignOnStore;
import org.motcua.identity.AccountId;
import org.springframework.stereotype.Component;

/** With which clients a person has to do. */
@Component
class Connections {

  private final AgreementStore agreements;
  private final SignOnStore signOns;
  private final KnownClients clients;
  private final Clock clock;

  Connections(AgreementStore agreements, SignOnStore signOns, KnownClients clients, Clock clock) {
    this.agreements = agreements;
    this.signOns = signOns;
    this.clients = clients;
    this.clock = clock;
  }

  /** Where one is signed in comes first. */
  List<Connection> of(AccountId account) {
    var agreed =
        agreements.list(account).stream()
            .collect(Collectors.toMap(it -> it.client().value(), Function.identity()));
    var live =
        signOns.listLive(account, clock.instant()).stream()
            .collect(Collectors.groupingBy(it -> it.client().value()));
    return Stream.concat(agreed.keySet().stream(), live.keySet().stream())
        .distinct()
        .flatMap(id -> connection(id, agreed.get(id), live.getOrDefault(id, List.of())).stream())
        .sorted(
            Comparator.comparing((Connection it) -> !it.signedIn())
                .thenComparing(it -> it.client().name()))
        .toList();
  }

  Optional<Connection> find(AccountId account, ClientId client) {
    return of(account).stream().filter(it -> it.client().id().equals(client)).findFirst();
  }

  private Optional<Connection> connection(
      String id, @Nullable Agreement agreement, List<SignOn> live) {
    return clients
        .find(new ClientId(id))
        .map(client -> new Connection(client, agreement, firstOfEachSession(live)));
  }

  /** A client may send its people around by us again and again. */
  private static List<SignOn> firstOfEachSession(List<SignOn> live) {
    var earlier = BinaryOperator.minBy(Comparator.comparing(SignOn::createdAt));
    return live.stream()
        .collect(Collectors.toMap(SignOn::sid, Function.identity(), earlier, TreeMap::new))
        .values()
        .stream()
        .sorted(Comparator.comparing(SignOn::createdAt).reversed())
        .toList();
  }
}
