package org.motcua.connect.providing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.motcua.connect.ClientId;
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
    if (!asked.getScopes().isEmpty()) requireWithin(handle, asked.getScopes());
    var signOn = next(handle, new ClientId(String.valueOf(client.getPrincipal())));
    if (!mayStillAct(signOn)) throw refused(OAuth2ErrorCodes.INVALID_GRANT);
    var scopes = asked.getScopes().isEmpty() ? signOn.request().scopes() : asked.getScopes();
    return answer(signOn, scopes, asked, client);
  }

  /** Before anything is exchanged: what is refused costs nobody his token. */
  private void requireWithin(RefreshHandle handle, Set<String> scopes) {
    signOns
        .find(handle.signOn())
        .filter(signOn -> !signOn.request().scopes().containsAll(scopes))
        .ifPresent(
            tooMuch -> {
              throw refused(OAuth2ErrorCodes.INVALID_SCOPE);
            });
  }

  /** The sign-on in the generation that follows; in one statement, where nothing is unusual. */
  private SignOn next(RefreshHandle handle, ClientId client) {
    var now = clock.instant();
    var refreshed = signOns.refresh(handle.signOn(), handle.generation(), client, now);
    if (refreshed.isPresent()) {
      counts.count(client, ClientCounts.Kind.REFRESHES);
      return refreshed.get();
    }
    var current =
        signOns
            .find(handle.signOn())
            .filter(it -> it.client().equals(client) && it.live(now))
            .orElseThrow(() -> refused(OAuth2ErrorCodes.INVALID_GRANT));
    if (handle.generation() == current.generation() - 1 && refreshedJustNow(current, now)) {
      return current;
    }
    stopMisuse(current);
    throw refused(OAuth2ErrorCodes.INVALID_GRANT);
  }

  /** Whoever acts for another, as long as the mandate stands. */
  private boolean mayStillAct(SignOn signOn) {
    return signOn.mandate() == null || mandates.findStanding(signOn.mandate()).isPresent();
  }

  private static boolean refreshedJustNow(SignOn signOn, Instant now) {
    var refreshedAt = signOn.refreshedAt();
    return refreshedAt != null && now.isBefore(refreshedAt.plus(ASKED_AGAIN));
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
        refreshTokens.of(signOn, signOn.generation()));
  }

  private static OAuth2AuthenticationException refused(String error) {
    return new OAuth2AuthenticationException(error);
  }
}
