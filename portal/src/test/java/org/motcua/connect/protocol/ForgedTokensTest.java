package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Token;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that are not what they say, or not for whom they are shown. */
class ForgedTokensTest extends ProtocolTest {

  private AgencySystem agency;
  private SignedOn on;

  @BeforeEach
  void signIn() {
    agency = agencies.system().thatRefreshes().registered(wire);
    on = agency.signsIn(mai());
  }

  @Test
  void aTokenThatNobodySignedOpensNothing() {
    opensNothing(new PlainJWT(claims()).serialize());
  }

  @Test
  void aTokenWithItsSignatureCutOffOpensNothing() {
    var token = on.access().getValue();
    opensNothing(token.substring(0, token.lastIndexOf('.') + 1));
    opensNothing(token.substring(0, token.lastIndexOf('.')));
  }

  @Test
  void anAlteredTokenOpensNothing() {
    var hungs = claims(builder -> builder.subject("somebody else"));
    var parts = on.access().getValue().split("\\.");
    opensNothing(parts[0] + "." + hungs.toPayload().toBase64URL() + "." + parts[2]);
  }

  /** The classic confusion: the public key, which everybody may read, taken for a shared secret. */
  @Test
  void aTokenSignedByThePublicKeyAsASecretOpensNothing() throws JOSEException {
    for (var key : agency.keys().getKeys()) {
      opensNothing(signed(JWSAlgorithm.HS256, key.getKeyID(), claims(), new MACSigner(bytes(key))));
    }
  }

  @Test
  void aTokenSignedByAnotherKeyOpensNothing() throws JOSEException {
    var own = new ECKeyGenerator(Curve.P_256).generate();
    var known = parsed(on.access().getValue()).getHeader().getKeyID();
    opensNothing(signed(JWSAlgorithm.ES256, known, claims(), new ECDSASigner(own)));
    opensNothing(signed(JWSAlgorithm.ES256, "unknown", claims(), new ECDSASigner(own)));
  }

  @Test
  void aTokenThatBringsItsOwnKeyOpensNothing() throws JOSEException {
    var own = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("at+jwt"))
            .jwk(own.toPublicJWK())
            .jwkURL(URI.create("https://attacker.example/keys"))
            .build();
    var token = new SignedJWT(header, claims());
    token.sign(new ECDSASigner(own));
    opensNothing(token.serialize());
  }

  @Test
  void aTokenThatHasRunOutOpensNothing() {
    clock.advance(Duration.ofMinutes(12));
    opensNothing(on.access().getValue());
  }

  @Test
  void anIdTokenIsNoAccessToken() {
    opensNothing(on.idToken().serialize());
  }

  @Test
  void aRefreshTokenOrACodeIsNoAccessToken() {
    var answer = agency.asksWho(new BearerAccessToken(on.refresh().getValue()));
    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(agency.asksWho(new BearerAccessToken(on.code().getValue())).getStatusCode())
        .isEqualTo(401);
  }

  @Test
  void aProgramsTokenNamesNoPerson() {
    var program = agencies.system().callingApis("dossiers.read").registered(wire);
    var token = AgencySystem.tokens(program.asksForTokens(new ClientCredentialsGrant()));
    var answer = program.asksWho(token.getAccessToken());
    assertThat(answer.getStatusCode()).isIn(401, 403);
  }

  @Test
  void aPersonsTokenDoesNotOpenWhatProgramsMay() {
    var answer =
        wire.send(
            HttpRequest.newBuilder().GET().header("Authorization", "Bearer " + on.access()),
            wire.portal("/api/dossiers"));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void aTokenInTheAddressIsNotTaken() {
    var address = agency.provider().getUserInfoEndpointURI() + "?access_token=" + on.access();
    var answer = agency.send(new HTTPRequest(HTTPRequest.Method.GET, URI.create(address)));
    assertThat(answer.getStatusCode()).isIn(400, 401);
  }

  // Introspection

  @Test
  void itsOwnTokensAreDescribedToAClient() {
    var access = agency.introspects(on.access());
    assertThat(access.isActive()).isTrue();
    assertThat(access.getClientID()).isEqualTo(agency.id());
    assertThat(access.getSubject()).isEqualTo(on.identity().getSubject());
    assertThat(access.getExpirationTime()).isInTheFuture();
    assertThat(access.getScope().toString()).isEqualTo("openid");
    assertThat(access.getIssuer().getValue()).isEqualTo(issuer);
  }

  @Test
  void anothersTokensAreNotDescribedToAClient() {
    var curious = agencies.system().of(Agencies.HUE).registered(wire);
    for (Token token : new Token[] {on.access(), on.refresh()}) {
      var said = curious.introspects(token);
      assertThat(said.isActive()).isFalse();
      assertThat(said.toJSONObject()).containsOnlyKeys("active");
    }
  }

  @Test
  void aTokenIsNotDescribedToTheBearerOfAnother() {
    var curious = agencies.system().of(Agencies.HUE).registered(wire).signsIn(hung());
    var answer = introspected(curious.access(), on.access());
    if (answer.indicatesSuccess()) {
      assertThat(answer.getBody().replace(" ", "")).isEqualTo("{\"active\":false}");
    } else {
      assertThat(answer.getStatusCode()).isIn(400, 401, 403);
    }
  }

  @Test
  void nothingIsDescribedToWhoProvesNothing() {
    var request =
        new HTTPRequest(HTTPRequest.Method.POST, agency.provider().getIntrospectionEndpointURI());
    request.setHeader("Content-Type", "application/x-www-form-urlencoded");
    request.setBody("token=" + on.access() + "&client_id=" + agency.id());
    assertThat(agency.send(request).getStatusCode()).isIn(400, 401);
    var forged = new BearerAccessToken(new PlainJWT(claims()).serialize());
    assertThat(introspected(forged, forged).getStatusCode()).isEqualTo(401);
  }

  @Test
  void inventedTokensAreNotActive() {
    for (var invented : new String[] {"invented", "a.b.c", "a".repeat(10_000), "%00"}) {
      assertThat(agency.introspects(new BearerAccessToken(invented)).isActive()).isFalse();
    }
  }

  private void opensNothing(String token) {
    var bearer = new BearerAccessToken(token);
    assertThat(agency.asksWho(bearer).getStatusCode()).isEqualTo(401);
    assertThat(agency.introspects(bearer).isActive()).isFalse();
    assertThat(introspected(bearer, bearer).getStatusCode()).isEqualTo(401);
    var api =
        wire.send(
            HttpRequest.newBuilder().GET().header("Authorization", "Bearer " + token),
            wire.portal("/api/dossiers"));
    assertThat(api.statusCode()).isEqualTo(401);
  }

  private HTTPResponse introspected(AccessToken bearer, Token token) {
    return agency.send(
        new TokenIntrospectionRequest(
            agency.provider().getIntrospectionEndpointURI(), bearer, token));
  }

  private JWTClaimsSet claims() {
    return claims(builder -> builder);
  }

  /** Those of a good token, changed. */
  private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
    try {
      var good = parsed(on.access().getValue()).getJWTClaimsSet();
      return change.apply(new JWTClaimsSet.Builder(good)).build();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static SignedJWT parsed(String token) {
    try {
      return SignedJWT.parse(token);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static String signed(
      JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    var header =
        new JWSHeader.Builder(algorithm).type(new JOSEObjectType("at+jwt")).keyID(keyId).build();
    var token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private static byte[] bytes(JWK key) throws JOSEException {
    return ((AsymmetricJWK) key).toPublicKey().getEncoded();
  }
}
