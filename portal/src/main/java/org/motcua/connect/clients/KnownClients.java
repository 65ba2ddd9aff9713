package org.motcua.connect.clients;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.AgreementStore;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientStore;
import org.motcua.connect.model.PersonalData;
import org.motcua.identity.AccountId;
import org.motcua.identity.Programs;
import org.motcua.platform.notify.NoticeListener;
import org.springframework.stereotype.Component;

/**
 * Clients as this node knows them: each is read once a minute at most, and at once when it has been
 * changed on whatever node.
 */
@Component
public class KnownClients implements NoticeListener, Programs {

  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Cache<ClientId, Client> known =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(10_000).build();
  private final ClientStore clients;
  private final AgreementStore agreements;

  KnownClients(ClientStore clients, AgreementStore agreements) {
    this.clients = clients;
    this.agreements = agreements;
  }

  public Optional<Client> find(ClientId id) {
    var client = known.getIfPresent(id);
    if (client != null) return Optional.of(client);
    var read = clients.find(id);
    read.ifPresent(it -> known.put(id, it));
    return read;
  }

  public Client get(ClientId id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("No client " + id));
  }

  @Override
  public Optional<String> nameOf(String client) {
    return find(new ClientId(client)).map(Client::name);
  }

  @Override
  public boolean isOpen(String client) {
    return find(new ClientId(client)).filter(it -> !it.closed()).isPresent();
  }

  @Override
  public boolean isAt(String client, URI address) {
    var site = siteOf(address);
    return address.getUserInfo() == null
        && site.isPresent()
        && find(new ClientId(client)).stream()
            .flatMap(KnownClients::addresses)
            .map(each -> siteOf(URI.create(each)))
            .anyMatch(site::equals);
  }

  private static Stream<String> addresses(Client client) {
    var portal = client.portal();
    return Stream.of(
            Stream.ofNullable(client.homeAddress()),
            portal == null ? Stream.<String>of() : portal.redirectAddresses().stream(),
            portal == null ? Stream.<String>of() : portal.logoutAddresses().stream())
        .flatMap(each -> each);
  }

  /** Scheme, host and port of a page. */
  private static Optional<String> siteOf(URI address) {
    var scheme = address.getScheme();
    var host = address.getHost();
    if (host == null || !"https".equals(scheme) && !"http".equals(scheme)) return Optional.empty();
    return Optional.of(scheme + "://" + host.toLowerCase(Locale.ROOT) + ":" + address.getPort());
  }

  @Override
  public Optional<String> contactOf(String client) {
    return find(new ClientId(client)).map(Client::contact);
  }

  @Override
  public boolean mayFileFor(AccountId person, String client) {
    return agreements
        .find(person, new ClientId(client))
        .filter(agreement -> agreement.given().contains(PersonalData.FILING))
        .isPresent();
  }

  @Override
  public String channel() {
    return ClientStore.CHANNEL;
  }

  @Override
  public void listening() {
    known.invalidateAll();
  }

  @Override
  public void heard(List<String> changed) {
    changed.forEach(id -> known.invalidate(new ClientId(id)));
  }
}
