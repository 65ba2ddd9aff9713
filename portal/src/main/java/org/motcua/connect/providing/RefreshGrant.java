package org.motcua.connect.providing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.motcua.connect.clients.ClientCounts;
import org.motcua.connect.clients.ClientLog;
import org.motcua.connect.model.ClientEvent;
import org.motcua.connect.model.SignOn;
import org.motcua.connect.model.SignOnStore;
import org.motcua.connect.providing.Handles.RefreshHandle;
import org.motcua.connect.signons.EndSignOns;
import org.motcua.identity.Mandates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/**
 * Exchanges a refresh token for an access token and the next refresh token. A client whose answer
 * was lost may ask again for a little while, and gets the same next one; a former token that comes
 * later than that has been stolen from somebody, and the sign-on ends (OAuth 2.0 Security Best
 * Current Practice, 4.14).
 *
 * <p>No ID token comes with it: nobody has signed in anew (OpenID Connect Core 12.2 leaves it out).
 */
@Component
class RefreshGrant implements AuthenticationProvider {

  private static final Duration ASKED_AGAIN = Duration.ofSeconds(30);

  private final SignOnStore signOns;
  private final EndSignOns endSignOns;
  private final Authorizations authorizations;
  private final Handles handles;
  private final RefreshTokens refreshTokens;
  private final ObjectProvider<OAuth2TokenGenerator<? extends OAuth2Token>> tokens;
  private final Mandates mandates;
  private final ClientCounts counts;
  private final ClientLog log;
  private final Clock clock;

  RefreshGrant(
      SignOnStore signOns,
      EndSignOns endSignOns,
      Authorizations authorizations,
      Handles handles,
      RefreshTokens refreshTokens,
      ObjectProvider<OAuth2TokenGenerator<? extends OAuth2Token>> tokens,
      Mandates mandates,
      ClientCounts counts,
      ClientLog log,
      Clock clock) {
    this.signOns = signOns;
    this.endSignOns = endSignOns;
    this.authorizations = authorizations;
    this.handles = handles;
    this.refreshTokens = refreshTokens;
    this.tokens = tokens;
    this.mandates = mandates;
    this.counts = counts;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return OAuth2RefreshTokenAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    var asked = (OAuth2RefreshTokenAuthenticationToken) authentication;
    if (!(asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken client)
        || !client.isAuthenticated()) {
      throw refused(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    var handle =
        handles
            .openRefresh(asked.getRefreshToken())
            .orElseThrow(() -> refused(OAuth2ErrorCodes.INVALID_GRANT));
    var signOn =
        signOns
            .find(handle.signOn())
            .filter(it -> it.client().value().equals(client.getPrincipal()))
            .filter(it -> it.codeUsedAt() != null && it.live(clock.instant()))
            .filter(this::mayStillAct)
            .orElseThrow(() -> refused(OAuth2ErrorCodes.INVALID_GRANT));
    var scopes = asked.getScopes().isEmpty() ? signOn.request().scopes() : asked.getScopes();
    if (!signOn.request().scopes().containsAll(scopes)) {
      throw refused(OAuth2ErrorCodes.INVALID_SCOPE);
    }
    return answer(signOn, next(signOn, handle), scopes, asked, client);
  }

  /** Whoever acts for another, as long as the mandate stands. */
  private boolean mayStillAct(SignOn signOn) {
    return signOn.mandate() == null || mandates.findStanding(signOn.mandate()).isPresent();
  }

  private int next(SignOn signOn, RefreshHandle handle) {
    var now = clock.instant();
    var from = handle.generation();
    if (from == signOn.generation() && signOns.refresh(signOn.id(), from, now)) {
      counts.count(signOn.client(), ClientCounts.Kind.REFRESHES);
      return from + 1;
    }
    var current = from == signOn.generation() ? signOns.find(signOn.id()).orElseThrow() : signOn;
    if (from == current.generation() - 1 && refreshedJustNow(current, now)) return from + 1;
    stopMisuse(signOn);
    throw refused(OAuth2ErrorCodes.INVALID_GRANT);
  }

  private static boolean refreshedJustNow(SignOn signOn, Instant now) {
    var refreshedAt = signOn.refreshedAt();
    return refreshedAt != null
        && signOn.endedAt() == null
        && now.isBefore(refreshedAt.plus(ASKED_AGAIN));
  }

  private void stopMisuse(SignOn signOn) {
    if (endSignOns.endQuietly(signOn.id())) {
      log.write(
          signOn.client(),
          ClientEvent.Kind.MISUSE_STOPPED,
          OAuth2ErrorCodes.INVALID_GRANT,
          "A refresh token was used again after it had been exchanged; the sign-on has ended.");
    }
  }

  private Authentication answer(
      SignOn signOn,
      int generation,
      Set<String> scopes,
      OAuth2RefreshTokenAuthenticationToken asked,
      OAuth2ClientAuthenticationToken client) {
    var registered = client.getRegisteredClient();
    var authorization = authorizations.authorization(signOn);
    if (registered == null || authorization == null) {
      throw refused(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    var context =
        DefaultOAuth2TokenContext.builder()
            .registeredClient(registered)
            .principal(new ClientsPerson(signOn.account()))
            .authorizationServerContext(AuthorizationServerContextHolder.getContext())
            .authorization(authorization)
            .authorizedScopes(scopes)
            .tokenType(OAuth2TokenType.ACCESS_TOKEN)
            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
            .authorizationGrant(asked)
            .build();
    if (!(tokens.getObject().generate(context) instanceof Jwt token)) {
      throw refused(OAuth2ErrorCodes.SERVER_ERROR);
    }
    return new OAuth2AccessTokenAuthenticationToken(
        registered,
        client,
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER,
            token.getTokenValue(),
            token.getIssuedAt(),
            token.getExpiresAt(),
            scopes),
        refreshTokens.of(signOn, generation));
  }

  private static OAuth2AuthenticationException refused(String error) {
    return new OAuth2AuthenticationException(error);
  }
}
