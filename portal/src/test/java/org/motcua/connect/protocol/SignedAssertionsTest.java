package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.ClientLog;
import org.motcua.connect.model.ClientEvent;
import org.motcua.connect.protocol.Agencies.Registration;
import org.springframework.beans.factory.annotation.Autowired;

/** Clients that prove themselves by a key of their own (private_key_jwt, RFC 7523). */
class SignedAssertionsTest extends ProtocolTest {

  private static RSAKey key;
  private static RSAKey foreignKey;
  private static ECKey shortKey;

  @Autowired ClientLog log;

  private Registration registration;
  private AgencySystem agency;
  private ClientID id;

  @BeforeAll
  static void makeKeys() throws JOSEException {
    key = new RSAKeyGenerator(2048).keyID("own").generate();
    foreignKey = new RSAKeyGenerator(2048).keyID("own").generate();
    shortKey = new ECKeyGenerator(Curve.P_256).keyID("short").generate();
  }

  @BeforeEach
  void register() {
    registration = agencies.system().callingApis("dossiers.read");
    id = registration.id();
    agency = registration.withKey(key, () -> signed(key, good(issuer))).registered(wire);
  }

  @Test
  void aSystemWithAKeySignsPeopleIn() {
    assertThat(agency.signsIn(mai()).alive()).isTrue();
  }

  @Test
  void aShortKeyServesAsWell() {
    var quick = agencies.system().callingApis("dossiers.read");
    var end = Instant.now().plusSeconds(60);
    var system =
        quick
            .withKey(shortKey, () -> signed(shortKey, claims(quick.id(), issuer, end, new JWTID())))
            .registered(wire);
    assertThat(system.asksForTokens(new ClientCredentialsGrant()).getStatusCode()).isEqualTo(200);
  }

  @Test
  void anAssertionMayBeForTheTokenAddress() {
    var endpoint = agency.provider().getTokenEndpointURI().toString();
    assertThat(answerTo(signed(key, good(endpoint))).getStatusCode()).isEqualTo(200);
  }

  @Test
  void anAssertionForSomebodyElseIsRefused() {
    isRefused(signed(key, good("https://other-issuer.example")));
  }

  @Test
  void anAssertionThatHasRunOutIsRefused() {
    isRefused(signed(key, claims(id, issuer, Instant.now().minusSeconds(120), new JWTID())));
  }

  @Test
  void anAssertionCountsOnce() {
    var once = signed(key, good(issuer));
    assertThat(answerTo(once).getStatusCode()).isEqualTo(200);
    isRefused(once);
  }

  @Test
  void anAssertionByAnotherKeyIsRefused() {
    isRefused(signed(foreignKey, good(issuer)));
  }

  @Test
  void anAssertionInAnotherClientsNameIsRefused() {
    var other = agencies.system();
    other.registered(wire);
    isRefused(signed(key, claims(other.id(), issuer, Instant.now().plusSeconds(60), new JWTID())));
  }

  @Test
  void anAssertionThatNobodySignedIsRefused() {
    isRefused(new PlainJWT(claimsOf(good(issuer))).serialize());
  }

  /** The classic confusion: the public key, which everybody may read, taken for a shared secret. */
  @Test
  void anAssertionSignedByThePublicKeyAsASecretIsRefused() throws JOSEException {
    var forged =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
            claimsOf(good(issuer)));
    forged.sign(new MACSigner(key.toPublicKey().getEncoded()));
    isRefused(forged.serialize());
  }

  @Test
  void somethingThatIsNoTokenIsNoAssertion() {
    isRefused("assertion");
    isRefused("a.b.c");
  }

  @Test
  void aSystemWithAKeyHasNoSecret() {
    var bySecret = agency.provingItselfBy(() -> new ClientSecretBasic(id, registration.secret()));
    assertThat(AgencySystem.refusal(bySecret.asksForTokens(new ClientCredentialsGrant())))
        .isEqualTo("invalid_client");
  }

  @Test
  void theLogSaysWhatIsWrongWithAnAssertion() {
    var once = signed(key, good(issuer));
    answerTo(once);
    answerTo(once);
    var system = new ClientId(id.getValue());
    assertThat(log.list(system, null, 1))
        .singleElement()
        .extracting(ClientEvent::detail)
        .asString()
        .contains("client_assertion", "used before");
    answerTo(signed(key, good("https://other-issuer.example")));
    assertThat(log.list(system, null, 1).getFirst().detail()).contains("aud");
  }

  private void isRefused(ClientAuthentication proof) {
    assertThat(AgencySystem.refusal(answerTo(proof))).isEqualTo("invalid_client");
  }

  private HTTPResponse answerTo(ClientAuthentication proof) {
    return agency.provingItselfBy(() -> proof).asksForTokens(new ClientCredentialsGrant());
  }

  private void isRefused(String assertion) {
    var request = new HTTPRequest(HTTPRequest.Method.POST, agency.provider().getTokenEndpointURI());
    request.setHeader("Content-Type", "application/x-www-form-urlencoded");
    request.setBody(
        "grant_type=client_credentials&client_id="
            + id
            + "&client_assertion_type="
            + URLEncoder.encode(
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
            + "&client_assertion="
            + assertion);
    assertThat(AgencySystem.refusal(agency.send(request))).isEqualTo("invalid_client");
  }

  private JWTAuthenticationClaimsSet good(String audience) {
    return claims(id, audience, Instant.now().plus(Duration.ofMinutes(1)), new JWTID());
  }

  private static JWTAuthenticationClaimsSet claims(
      ClientID client, String audience, Instant end, JWTID jwtId) {
    return new JWTAuthenticationClaimsSet(
        client,
        List.of(new Audience(audience)),
        Date.from(end),
        null,
        Date.from(end.minusSeconds(60)),
        jwtId);
  }

  private static JWTClaimsSet claimsOf(JWTAuthenticationClaimsSet claims) {
    return claims.toJWTClaimsSet();
  }

  private static ClientAuthentication signed(RSAKey by, JWTAuthenticationClaimsSet claims) {
    try {
      return new PrivateKeyJWT(claims, JWSAlgorithm.RS256, by.toPrivateKey(), by.getKeyID(), null);
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static ClientAuthentication signed(ECKey by, JWTAuthenticationClaimsSet claims) {
    try {
      return new PrivateKeyJWT(
          claims, JWSAlgorithm.ES256, by.toECPrivateKey(), by.getKeyID(), null);
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
