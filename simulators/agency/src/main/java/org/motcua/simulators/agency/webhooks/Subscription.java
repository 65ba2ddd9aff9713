package org.motcua.simulators.agency.webhooks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.agency.AgencySettings;
import org.motcua.simulators.agency.dossiers.AccessTokens;
import org.motcua.simulators.agency.dossiers.PortalTroubleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/**
 * Registers this portal for messages, once; the secret is kept in the data folder. Where it is lost
 * the registration is made anew.
 */
@Component
@ConditionalOnBooleanProperty("agency.reads-dossiers")
class Subscription {

  private static final Logger log = LoggerFactory.getLogger(Subscription.class);

  private final AgencySettings settings;
  private final String address;
  private final Path file;
  private final RestClient http;
  private final AccessTokens tokens;
  private volatile @Nullable String secret;

  Subscription(AgencySettings settings, @Value("${agency.public-url}") URI self)
      throws IOException {
    this.settings = settings;
    this.address = UriComponentsBuilder.fromUri(self).path("/webhooks").build().toString();
    this.file = settings.data().resolve("webhook.secret");
    var client = java.net.http.HttpClient.newBuilder().connectTimeout(settings.patience()).build();
    var requests = new JdkClientHttpRequestFactory(client);
    requests.setReadTimeout(settings.patience());
    this.http = RestClient.builder().requestFactory(requests).build();
    this.tokens = new AccessTokens(settings, http, "dossiers.handle");
    this.secret = Files.exists(file) ? Files.readString(file).strip() : null;
  }

  /** Empty until the portal knows us. */
  Optional<String> secret() {
    return Optional.ofNullable(secret);
  }

  @Scheduled(
      initialDelayString = "${agency.first-synchronisation-after}",
      fixedDelayString = "${agency.synchronise-every}")
  synchronized void subscribe() {
    if (secret != null) return;
    try {
      var fresh = subscribe(tokens.current());
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, fresh);
      secret = fresh;
    } catch (PortalTroubleException | RestClientException | IOException e) {
      log.info("Not registered for messages yet: {}", e.toString());
    }
  }

  private String subscribe(String token) {
    try {
      return add(token);
    } catch (HttpClientErrorException.Conflict thereAlready) {
      removeLost(token);
      return add(token);
    }
  }

  private String add(String token) {
    var added =
        http.post()
            .uri(at("/api/webhooks"))
            .headers(headers -> headers.setBearerAuth(token))
            .contentType(MediaType.APPLICATION_JSON)
            .body(Map.of("address", address))
            .retrieve()
            .body(JsonNode.class);
    if (added == null) throw new RestClientException("An empty answer");
    return added.path("secret").asString();
  }

  private void removeLost(String token) {
    var all =
        http.get()
            .uri(at("/api/webhooks"))
            .headers(headers -> headers.setBearerAuth(token))
            .retrieve()
            .body(JsonNode.class);
    if (all == null) return;
    all.path("items")
        .valueStream()
        .filter(hook -> hook.path("address").asString("").equals(address))
        .forEach(hook -> remove(hook.path("id").asString(), token));
  }

  private void remove(String id, String token) {
    http.delete()
        .uri(at("/api/webhooks/" + id))
        .headers(headers -> headers.setBearerAuth(token))
        .retrieve()
        .toBodilessEntity();
  }

  private URI at(String path) {
    return UriComponentsBuilder.fromUri(settings.portal()).path(path).build().toUri();
  }
}
