package org.motcua.simulators.agency.signon;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The national portal as the provider of sign-ins: where its doors are, it says itself (discovery).
 * It is asked when somebody comes, not at the start, for it may start later than we.
 */
@Component
class Provider implements ClientRegistrationRepository {

  static final String REGISTRATION = "motcua";

  private final SignOnSettings settings;
  private final RestClient http;
  private volatile @Nullable ClientRegistration known;

  Provider(SignOnSettings settings, PortalHttp http) {
    this.settings = settings;
    this.http = http.client();
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    return id.equals(REGISTRATION) ? registration() : null;
  }

  /** As last heard. */
  ClientRegistration registration() {
    var last = known;
    return last != null ? last : discover();
  }

  /** As the portal says now; so that nobody is sent to a portal that does not answer. */
  ClientRegistration discover() {
    try {
      var fresh = registrationFrom(configuration());
      known = fresh;
      return fresh;
    } catch (RestClientException | IllegalArgumentException | IllegalStateException e) {
      throw new PortalAwayException("No sign-in at " + settings.portalAddress(), e);
    }
  }

  private Map<String, Object> configuration() {
    var configuration =
        http.get()
            .uri(settings.portalAddress() + "/.well-known/openid-configuration")
            .retrieve()
            .body(new ParameterizedTypeReference<Map<String, Object>>() {});
    if (configuration == null || !settings.portalAddress().equals(configuration.get("issuer")))
      throw new PortalAwayException("Another issuer than " + settings.portalAddress());
    return configuration;
  }

  private ClientRegistration registrationFrom(Map<String, Object> configuration) {
    var proof = ClientRegistration.ClientSettings.builder().requireProofKey(settings.pkce());
    return ClientRegistrations.fromOidcConfiguration(configuration)
        .registrationId(REGISTRATION)
        .clientId(settings.clientId())
        .clientSecret(settings.secret())
        .clientAuthenticationMethod(
            settings.secretInBody()
                ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .clientSettings(proof.build())
        .redirectUri(settings.address() + "/login/oauth2/code/" + REGISTRATION)
        .scope("openid")
        .userNameAttributeName("sub")
        .build();
  }
}
