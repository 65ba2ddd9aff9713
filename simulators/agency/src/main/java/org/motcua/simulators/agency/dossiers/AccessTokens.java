package org.motcua.simulators.agency.dossiers;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.agency.AgencySettings;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/**
 * Tokens with which this program is let in (OAuth 2 client credentials). Where they are given out
 * is read from the portal's discovery document; one is used until shortly before it expires.
 */
public class AccessTokens {

  private static final Duration SPARE = Duration.ofSeconds(30);
  private static final long SHORT_LIFE_SECONDS = 60;

  private final AgencySettings settings;
  private final RestClient http;
  private final String scopes;
  private @Nullable Token token;

  public AccessTokens(AgencySettings settings, RestClient http, String scopes) {
    this.settings = settings;
    this.http = http;
    this.scopes = scopes;
  }

  public synchronized String current() throws PortalTroubleException {
    if (token == null || token.expiresAt().isBefore(Instant.now().plus(SPARE))) token = fetch();
    return token.value();
  }

  synchronized void forget() {
    token = null;
  }

  private Token fetch() throws PortalTroubleException {
    var form = new LinkedMultiValueMap<String, String>();
    form.add("grant_type", "client_credentials");
    form.add("scope", scopes);
    var answer =
        http.post()
            .uri(tokenEndpoint())
            .headers(headers -> headers.setBasicAuth(settings.clientId(), settings.secret()))
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .body(form)
            .retrieve()
            .body(JsonNode.class);
    var life = answer == null ? 0 : answer.path("expires_in").asLong(SHORT_LIFE_SECONDS);
    return new Token(text(answer, "access_token"), Instant.now().plusSeconds(life));
  }

  private URI tokenEndpoint() throws PortalTroubleException {
    var discovery =
        UriComponentsBuilder.fromUri(settings.portal())
            .path("/.well-known/openid-configuration")
            .build()
            .toUri();
    return URI.create(
        text(http.get().uri(discovery).retrieve().body(JsonNode.class), "token_endpoint"));
  }

  private static String text(@Nullable JsonNode answer, String field)
      throws PortalTroubleException {
    var value = answer == null ? null : answer.path(field).asString(null);
    if (value == null) throw new PortalTroubleException(new PortalTrouble.Unintelligible());
    return value;
  }

  private record Token(String value, Instant expiresAt) {}
}
