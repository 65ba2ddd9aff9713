package org.motcua.simulators.agency.dossiers;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.agency.AgencySettings;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** The national portal's interface for agencies, as far as this province uses it. */
@Component
class NationalPortal {

  private final AgencySettings settings;
  private final RestClient http;
  private final AccessTokens tokens;
  private final DossierReader reader;

  NationalPortal(AgencySettings settings, DossierReader reader) {
    this.settings = settings;
    this.reader = reader;
    var client = java.net.http.HttpClient.newBuilder().connectTimeout(settings.patience()).build();
    var requests = new JdkClientHttpRequestFactory(client);
    requests.setReadTimeout(settings.patience());
    this.http = RestClient.builder().requestFactory(requests).build();
    this.tokens = new AccessTokens(settings, http, "dossiers.read");
  }

  /** The dossiers of the province's agencies that follow this one. */
  DossierReader.Listing list(@Nullable String after) throws PortalTroubleException {
    var address =
        UriComponentsBuilder.fromUri(settings.portal())
            .path("/api/dossiers")
            .queryParam("agency", settings.code())
            .queryParam("limit", settings.atOnce())
            .queryParamIfPresent("after", Optional.ofNullable(after))
            .encode()
            .build()
            .toUri();
    return ask(() -> reader.listing(get(address)));
  }

  /** Empty when the national portal has no such dossier for this province. */
  Optional<DossierDetail> find(String code) throws PortalTroubleException {
    var address =
        UriComponentsBuilder.fromUri(settings.portal())
            .path("/api/dossiers/{code}")
            .encode()
            .buildAndExpand(code)
            .toUri();
    return ask(
        () -> {
          try {
            return Optional.of(reader.detail(get(address)));
          } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
          }
        });
  }

  private JsonNode get(URI address) throws PortalTroubleException {
    try {
      return get(address, tokens.current());
    } catch (HttpClientErrorException.Unauthorized e) {
      // The portal may have new keys: its own answer counts, not the time written on our token.
      tokens.forget();
      return get(address, tokens.current());
    }
  }

  private JsonNode get(URI address, String token) throws PortalTroubleException {
    var answer =
        http.get()
            .uri(address)
            .headers(headers -> headers.setBearerAuth(token))
            .retrieve()
            .body(JsonNode.class);
    if (answer == null) throw new PortalTroubleException(new PortalTrouble.Unintelligible());
    return answer;
  }

  private static <T> T ask(Question<T> question) throws PortalTroubleException {
    try {
      return question.ask();
    } catch (ResourceAccessException e) {
      throw new PortalTroubleException(new PortalTrouble.Unreachable(), e);
    } catch (RestClientResponseException e) {
      throw new PortalTroubleException(trouble(e.getStatusCode().value()), e);
    } catch (RestClientException | IllegalArgumentException e) {
      throw new PortalTroubleException(new PortalTrouble.Unintelligible(), e);
    }
  }

  private static PortalTrouble trouble(int status) {
    return status >= 500 ? new PortalTrouble.Failing(status) : new PortalTrouble.Refused(status);
  }

  private interface Question<T> {
    T ask() throws PortalTroubleException;
  }
}
