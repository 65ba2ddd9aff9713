package org.motcua.connect.providing;

import java.util.List;
import java.util.Map;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.keys.PairwiseSubjects;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.SignOn;
import org.motcua.platform.ids.NewId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What tokens say. An API asks the token alone for which agency its bearer speaks; a client learns
 * from the ID token who has signed in, how surely known, and who really sits there ({@code act},
 * RFC 8693).
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private final KnownClients clients;
  private final PairwiseSubjects subjects;
  private final PersonClaims personClaims;
  private final String portal;

  TokenClaims(
      KnownClients clients,
      PairwiseSubjects subjects,
      PersonClaims personClaims,
      @Value("${motcua.public-url}") String portal) {
    this.clients = clients;
    this.subjects = subjects;
    this.personClaims = personClaims;
    this.portal = portal;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    var client = clients.get(new ClientId(context.getRegisteredClient().getClientId()));
    var authorization = context.getAuthorization();
    var signOn =
        authorization == null ? null : authorization.<SignOn>getAttribute(Authorizations.SIGN_ON);
    var claims = context.getClaims();
    if (signOn != null) addPerson(signOn, client, context);
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      context
          .getJwsHeader()
          .algorithm(SignatureAlgorithm.ES256)
          .type(TokenConfiguration.ACCESS_TOKEN.getType());
      claims
          .id(NewId.next().toString())
          .audience(List.of(portal))
          .claim("scope", String.join(" ", context.getAuthorizedScopes()))
          .claim(Claim.CLIENT, client.id().value())
          .claim(Claim.AGENCY, client.agency().value());
      if (signOn != null) claims.claim(Claim.SIGN_ON, signOn.id().toString());
    } else if (signOn != null) {
      claims.claim("sid", signOn.sid());
      claims.claim(Claim.SIGN_ON, signOn.id().toString());
      claims.claim("auth_time", signOn.authenticatedAt().getEpochSecond());
      personClaims.askedInIdToken(signOn, client).forEach(claims::claim);
    }
  }

  private void addPerson(SignOn signOn, Client client, JwtEncodingContext context) {
    context
        .getClaims()
        .subject(subjects.of(signOn.account(), client.agency()))
        .claim("acr", signOn.acr());
    var actor = signOn.actor();
    if (actor != null) {
      context.getClaims().claim("act", Map.of("sub", subjects.of(actor, client.agency())));
    }
  }
}
