package org.motcua.connect.providing;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.ClientCounts;
import org.motcua.connect.clients.ClientLog;
import org.motcua.connect.keys.PairwiseSubjects;
import org.motcua.connect.model.ClientEvent;
import org.motcua.connect.model.SignOn;
import org.motcua.connect.model.SignOnStore;
import org.motcua.connect.signons.EndSignOns;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Sign-ons in Spring Authorization Server's words, as far as it needs them: from the person's
 * consent to the exchange of the code. Programs' tokens carry their own proof and are not kept.
 */
@Component
class Authorizations implements OAuth2AuthorizationService {

  static final String SIGN_ON = SignOn.class.getName();

  private static final String CODE = "code";

  /** Stands for the tokens of a code that was exchanged: their values are known to nobody here. */
  private static final OAuth2AccessToken TAKEN_BACK =
      new OAuth2AccessToken(
          OAuth2AccessToken.TokenType.BEARER, "unknown", Instant.EPOCH, Instant.MAX);

  private final SignOnStore signOns;
  private final EndSignOns endSignOns;
  private final Handles handles;
  private final PairwiseSubjects subjects;
  private final ClientsForSpring clients;
  private final FilingScope filing;
  private final ClientCounts counts;
  private final ClientLog log;
  private final Clock clock;

  Authorizations(
      SignOnStore signOns,
      EndSignOns endSignOns,
      Handles handles,
      PairwiseSubjects subjects,
      ClientsForSpring clients,
      FilingScope filing,
      ClientCounts counts,
      ClientLog log,
      Clock clock) {
    this.signOns = signOns;
    this.endSignOns = endSignOns;
    this.handles = handles;
    this.subjects = subjects;
    this.clients = clients;
    this.filing = filing;
    this.counts = counts;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    var client = new ClientId(authorization.getRegisteredClientId());
    var code = authorization.getToken(OAuth2AuthorizationCode.class);
    if (code == null) {
      counts.count(client, ClientCounts.Kind.TOKENS);
    } else if (!code.isInvalidated()) {
      begin(authorization, code.getToken());
    } else {
      var signOn = signOnOf(authorization);
      var token = authorization.getAccessToken();
      if (token != null && !token.isInvalidated() && signOn.codeUsedAt() == null) exchange(signOn);
      else stopMisuse(signOn);
    }
  }

  private void begin(OAuth2Authorization authorization, OAuth2AuthorizationCode code) {
    SignOnPrincipal principal = authorization.getAttribute(Principal.class.getName());
    OAuth2AuthorizationRequest request =
        authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
    if (principal == null || request == null) {
      throw new IllegalStateException("A sign-on needs a person and a request");
    }
    var user = principal.getPrincipal();
    var acting = user.acting();
    var client = authorization.getRegisteredClientId();
    var now = clock.instant();
    signOns.add(
        new SignOn(
            handles.openCode(code.getTokenValue()).orElseThrow(),
            new ClientId(client),
            user.id(),
            acting == null ? null : acting.actor(),
            acting == null ? null : acting.mandate(),
            principal.session(),
            subjects.sid(principal.session(), client),
            user.level().acr(),
            principal.authenticatedAt(),
            new SignOn.Request(
                filing.granted(request.getScopes(), user.id(), new ClientId(client)),
                request.getRedirectUri(),
                parameter(request, OidcParameterNames.NONCE),
                parameter(request, PkceParameterNames.CODE_CHALLENGE),
                parameter(request, "claims")),
            now,
            null,
            0,
            null,
            null,
            now.plus(SignOn.LIFE)));
  }

  private void exchange(SignOn signOn) {
    if (signOns.useCode(signOn.id(), clock.instant())) {
      counts.count(signOn.client(), ClientCounts.Kind.SIGN_ONS);
      return;
    }
    stopMisuse(signOn);
    throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
  }

  /** A code came twice, or from another client: whoever holds it is not whom it was made for. */
  private void stopMisuse(SignOn signOn) {
    if (endSignOns.endQuietly(signOn.id())) {
      log.write(
          signOn.client(),
          ClientEvent.Kind.MISUSE_STOPPED,
          OAuth2ErrorCodes.INVALID_GRANT,
          "An authorization code was used twice or by another client; its tokens are revoked.");
    }
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    throw new UnsupportedOperationException("Sign-ons end, and are cleared away later");
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return signOns.find(UUID.fromString(id)).map(this::authorization).orElse(null);
  }

  /** Only by code; other tokens are looked through where they are used. */
  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    if (type == null || !type.getValue().equals(CODE)) return null;
    return handles
        .openCode(token)
        .flatMap(signOns::find)
        .filter(signOn -> clock.instant().isBefore(signOn.codeExpiresAt()) || isUsed(signOn))
        .map(this::authorization)
        .orElse(null);
  }

  private static boolean isUsed(SignOn signOn) {
    return signOn.codeUsedAt() != null;
  }

  /** What came of it so far: a code, used or not; where it was used, something to take back. */
  @Nullable OAuth2Authorization authorization(SignOn signOn) {
    var client = clients.findByClientId(signOn.client().value());
    if (client == null) return null;
    var used = isUsed(signOn) || signOn.endedAt() != null;
    var authorization =
        OAuth2Authorization.withRegisteredClient(client)
            .id(signOn.id().toString())
            .principalName(signOn.account().toString())
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizedScopes(signOn.request().scopes())
            .attribute(SIGN_ON, signOn)
            .attribute(Principal.class.getName(), new ClientsPerson(signOn.account()))
            .attribute(OAuth2AuthorizationRequest.class.getName(), request(signOn))
            .token(
                new OAuth2AuthorizationCode(handles.code(signOn.id()), Instant.EPOCH, Instant.MAX),
                metadata ->
                    metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, used));
    if (used) authorization.token(TAKEN_BACK);
    return authorization.build();
  }

  private OAuth2AuthorizationRequest request(SignOn signOn) {
    var asked = signOn.request();
    var more = new HashMap<String, Object>();
    if (asked.nonce() != null) more.put(OidcParameterNames.NONCE, asked.nonce());
    if (asked.challenge() != null) {
      more.putAll(
          Map.of(
              PkceParameterNames.CODE_CHALLENGE,
              asked.challenge(),
              PkceParameterNames.CODE_CHALLENGE_METHOD,
              "S256"));
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(AuthorizeAddress.PATH)
        .clientId(signOn.client().value())
        .redirectUri(asked.redirectAddress())
        .scopes(asked.scopes())
        .additionalParameters(more)
        .build();
  }

  static SignOn signOnOf(OAuth2Authorization authorization) {
    return Objects.requireNonNull(authorization.<SignOn>getAttribute(SIGN_ON));
  }

  private static @Nullable String parameter(OAuth2AuthorizationRequest request, String name) {
    return request.getAdditionalParameters().get(name) instanceof String text ? text : null;
  }
}
