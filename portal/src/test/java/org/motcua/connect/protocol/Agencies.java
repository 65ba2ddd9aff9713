package org.motcua.connect.protocol;

import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.ClientSecrets;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientStage;
import org.motcua.connect.model.ClientStore;
import org.motcua.connect.model.PersonalData;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.ids.NewId;

/**
 * Registers agencies' systems, each new, so that no test meets what another has left: {@code
 * agencies.system().withProofKey().registered(wire)}.
 */
final class Agencies {

  static final AgencyId QUANG_NINH = new AgencyId("000.00.00.H49");
  static final AgencyId HUE = new AgencyId("000.00.00.H57");

  private final ClientStore clients;
  private final ClientSecrets secrets;
  private final KnownClients known;
  private final Clock clock;

  Agencies(ClientStore clients, ClientSecrets secrets, KnownClients known, Clock clock) {
    this.clients = clients;
    this.known = known;
    this.secrets = secrets;
    this.clock = clock;
  }

  Registration system() {
    return new Registration();
  }

  /** And this node knows it. */
  void close(AgencySystem system) {
    var id = new ClientId(system.id().getValue());
    change(id, ClientStage.CLOSED);
    await().until(() -> known.get(id).closed());
  }

  private void change(ClientId id, ClientStage stage) {
    var client = clients.find(id).orElseThrow();
    clients.save(
        new Client(
            client.id(),
            client.agency(),
            client.name(),
            client.englishName(),
            client.homeAddress(),
            client.contact(),
            stage,
            client.portal(),
            client.apiScopes(),
            client.keys(),
            client.secrets(),
            client.createdAt()));
  }

  /** What is asked of a newly registered system, unless said otherwise: no more than it must. */
  final class Registration {

    private final String id = "test-" + NewId.next();
    private final String secret = "secret of " + id;
    private AgencyId agency = QUANG_NINH;
    private ClientStage stage = ClientStage.LIVE;
    private boolean proofKey;
    private boolean refreshes;
    private boolean signsPeopleIn = true;
    private URI callback = URI.create("https://" + id + ".example/callback");
    private URI home = callback.resolve("/signed-out");
    private String backChannel;
    private Client.Keys keys;
    private Supplier<ClientAuthentication> proof =
        () -> new ClientSecretBasic(new ClientID(id), new Secret(secret));
    private Set<PersonalData> required = EnumSet.of(PersonalData.NAME, PersonalData.NUMBER);
    private Set<PersonalData> optional = EnumSet.noneOf(PersonalData.class);
    private Set<String> apiScopes = Set.of();

    Registration of(AgencyId other) {
      agency = other;
      return this;
    }

    Registration inSandbox() {
      stage = ClientStage.SANDBOX;
      return this;
    }

    Registration withProofKey() {
      proofKey = true;
      return this;
    }

    Registration thatRefreshes() {
      refreshes = true;
      return this;
    }

    Registration calledBackAt(String address) {
      callback = URI.create(address);
      return this;
    }

    Registration comingBackTo(String address) {
      home = URI.create(address);
      return this;
    }

    Registration toldAt(URI address) {
      backChannel = address.toString();
      return this;
    }

    Registration needing(PersonalData... data) {
      required = Set.of(data);
      return this;
    }

    Registration likingToKnow(PersonalData... data) {
      optional = Set.of(data);
      return this;
    }

    Registration callingApis(String... scopes) {
      apiScopes = Set.of(scopes);
      return this;
    }

    Registration signingNobodyIn() {
      signsPeopleIn = false;
      return this;
    }

    /** Its public half is registered; with the private one it proves itself. */
    Registration withKey(JWK key, Supplier<ClientAuthentication> byKey) {
      keys = new Client.Keys(new JWKSet(key.toPublicJWK()).toString(), null);
      proof = byKey;
      return this;
    }

    /** They are fetched from there. */
    Registration withKeysAt(URI address, Supplier<ClientAuthentication> byKey) {
      keys = new Client.Keys(null, address.toString());
      proof = byKey;
      return this;
    }

    ClientID id() {
      return new ClientID(id);
    }

    Secret secret() {
      return new Secret(secret);
    }

    AgencySystem registered(Wire wire) {
      var now = clock.instant();
      var client = new ClientId(id);
      clients.save(
          new Client(
              client,
              agency,
              "Cổng thử nghiệm " + id,
              null,
              callback.resolve("/").toString(),
              null,
              stage,
              signsPeopleIn ? portal() : null,
              apiScopes,
              keys,
              List.of(),
              now));
      if (keys == null) clients.addSecret(client, NewId.next(), secrets.encode(secret), now);
      return new AgencySystem(
          wire, new ClientID(id), proof, callback, home, proofKey ? new CodeVerifier() : null);
    }

    private Client.Portal portal() {
      return new Client.Portal(
          proofKey,
          refreshes,
          List.of(callback.toString()),
          List.of(home.toString()),
          backChannel,
          required,
          optional);
    }
  }
}
