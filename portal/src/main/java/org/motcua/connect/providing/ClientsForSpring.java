package org.motcua.connect.providing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.ClientSecrets;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.PersonalData;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Our clients in Spring Authorization Server's words. One that is closed is unknown to it. */
@Component
class ClientsForSpring implements RegisteredClientRepository {

  /** Of a portal's requests; what it may know is agreed besides, kind by kind. */
  static final Set<String> PORTAL_SCOPES = Set.of("openid", "profile", "email", "phone", "address");

  private static final Duration ACCESS_TOKEN_LIFE = Duration.ofMinutes(10);

  private static final TokenSettings TOKENS =
      TokenSettings.builder()
          .accessTokenTimeToLive(ACCESS_TOKEN_LIFE)
          .reuseRefreshTokens(false)
          .build();

  /** Each is made once, for as long as the client stays as it is. */
  private final Cache<Client, RegisteredClient> registered =
      Caffeine.newBuilder().weakKeys().build();

  private final KnownClients clients;

  ClientsForSpring(KnownClients clients) {
    this.clients = clients;
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return clients
        .find(new ClientId(clientId))
        .filter(client -> !client.closed())
        .map(client -> registered.get(client, ClientsForSpring::registered))
        .orElse(null);
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("Clients are registered by people");
  }

  private static RegisteredClient registered(Client client) {
    var id = client.id().value();
    var registered =
        RegisteredClient.withId(id).clientId(id).clientName(client.name()).tokenSettings(TOKENS);
    proofOf(client, registered);
    if (!client.apiScopes().isEmpty()) {
      registered
          .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
          .scopes(scopes -> scopes.addAll(client.openScopes()));
    }
    var portal = client.portal();
    if (portal != null) {
      registered
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .redirectUris(addresses -> addresses.addAll(portal.redirectAddresses()))
          .scopes(scopes -> scopes.addAll(PORTAL_SCOPES));
      if (mayFile(client, portal)) registered.scope(FilingScope.FILE).scope(FilingScope.SERVICES);
      if (portal.refreshes()) {
        registered.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
      }
    }
    return registered.build();
  }

  /** For people alone who are there: one that is being built knows none. */
  private static boolean mayFile(Client client, Client.Portal portal) {
    return !client.sandbox() && portal.asked().contains(PersonalData.FILING);
  }

  private static void proofOf(Client client, RegisteredClient.Builder registered) {
    var portal = client.portal();
    var settings = ClientSettings.builder().requireProofKey(portal != null && portal.proofKey());
    if (client.keys() == null) {
      registered
          .clientSecret(ClientSecrets.together(client.secrets()))
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    } else {
      registered.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
      settings.tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256);
    }
    registered.clientSettings(settings.build());
  }
}
