package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenID Connect Discovery 1.0 and what the certification profile Config OP asks of it. */
class DiscoveryTest extends ProtocolTest {

  private OIDCProviderMetadata provider;

  @BeforeEach
  void discover() {
    provider = AgencySystem.discover(wire);
  }

  @Test
  void theDiscoveryIsJsonForEverybodyAndMakesNoSession() {
    var answer =
        wire.send(HttpRequest.newBuilder().GET(), wire.portal("/.well-known/openid-configuration"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void theIssuerIsTheAddressUnderWhichItIsPublished() {
    assertThat(provider.getIssuer().getValue()).isEqualTo(issuer);
  }

  @Test
  void everyAddressIsThePortals() {
    assertThat(
            Stream.of(
                provider.getAuthorizationEndpointURI(),
                provider.getTokenEndpointURI(),
                provider.getUserInfoEndpointURI(),
                provider.getJWKSetURI(),
                provider.getIntrospectionEndpointURI(),
                provider.getRevocationEndpointURI(),
                provider.getEndSessionEndpointURI()))
        .doesNotContainNull()
        .extracting(URI::toString)
        .allMatch(address -> address.startsWith(issuer + "/"))
        .doesNotHaveDuplicates();
  }

  @Test
  void codesArePromisedAndNothingThatPutsTokensIntoAddresses() {
    assertThat(provider.getResponseTypes()).containsExactly(ResponseType.CODE);
    assertThat(provider.getGrantTypes())
        .containsExactlyInAnyOrder(
            GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, GrantType.CLIENT_CREDENTIALS);
    assertThat(provider.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
  }

  @Test
  void everyAgencyHasItsOwnNameForAPerson() {
    assertThat(provider.getSubjectTypes()).containsExactly(SubjectType.PAIRWISE);
  }

  @Test
  void idTokensAreSignedByTheAlgorithmThatEveryClientUnderstands() {
    assertThat(provider.getIDTokenJWSAlgs()).containsExactly(JWSAlgorithm.RS256);
  }

  @Test
  void clientsProveThemselvesBySecretOrByKeyAndNeverByNothing() {
    assertThat(provider.getTokenEndpointAuthMethods())
        .containsExactlyInAnyOrder(
            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
            ClientAuthenticationMethod.CLIENT_SECRET_POST,
            ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    assertThat(provider.getTokenEndpointJWSAlgs())
        .contains(JWSAlgorithm.RS256, JWSAlgorithm.ES256)
        .allMatch(JWSAlgorithm.Family.SIGNATURE::contains);
  }

  @Test
  void theScopesTheClaimsAndTheLevelsAreListed() {
    assertThat(provider.getScopes().toStringList())
        .contains("openid", "profile", "email", "phone", "address");
    assertThat(provider.getClaims())
        .contains("sub", "iss", "auth_time", "acr", "name", "gender", "birthdate")
        .contains("email", "email_verified", "phone_number", "phone_number_verified", "address")
        .contains("TechID", "LoaiTaiKhoan", "SoCMND", "SoDinhDanh", "HoVaTen", "GioiTinh")
        .contains("SoDienThoai", "ThuDienTu", "DiaChi", "MaSoThue", "loAs");
    assertThat(provider.getACRs())
        .containsExactly(new ACR("LoA1"), new ACR("LoA2"), new ACR("LoA3"));
  }

  @Test
  void whatIsUnderstoodAndWhatIsNotIsSaid() {
    assertThat(provider.supportsClaimsParam()).isTrue();
    assertThat(provider.supportsRequestParam()).isFalse();
    assertThat(provider.supportsRequestURIParam()).as("true where it is left out").isFalse();
    assertThat(provider.supportsAuthorizationResponseIssuerParam()).isTrue();
    assertThat(provider.getUILocales())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("vi", "en");
  }

  @Test
  void signOutsAreToldOverTheBackChannelWithTheSessionsName() {
    assertThat(provider.supportsBackChannelLogout()).isTrue();
    assertThat(provider.supportsBackChannelLogoutSession()).isTrue();
  }

  @Test
  void publishedKeysAreForSigningHaveNamesOfTheirOwnAndHoldNothingPrivate() {
    var keys = agencies.system().registered(wire).keys().getKeys();
    assertThat(keys).hasSizeGreaterThanOrEqualTo(2);
    assertThat(keys).noneMatch(JWK::isPrivate);
    assertThat(keys).allMatch(AsymmetricJWK.class::isInstance);
    assertThat(keys).extracting(JWK::getKeyUse).containsOnly(KeyUse.SIGNATURE);
    assertThat(keys).extracting(JWK::getKeyID).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(keys)
        .extracting(JWK::getAlgorithm)
        .containsOnly(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
  }

  @Test
  void idTokensAndAccessTokensAreSignedByPublishedKeysAndNameThem() throws Exception {
    var agency = agencies.system().registered(wire);
    var on = agency.signsIn(mai());
    var identity = SignedJWT.parse(on.idToken().serialize());
    var access = SignedJWT.parse(on.access().getValue());
    assertThat(identity.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(access.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    for (var token : List.of(identity, access)) assertThat(isSignedByPublished(token)).isTrue();
  }

  private boolean isSignedByPublished(SignedJWT token) throws JOSEException, ParseException {
    var keys = agencies.system().registered(wire).keys();
    var key = (AsymmetricJWK) keys.getKeyByKeyId(token.getHeader().getKeyID());
    var verifier =
        new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), key.toPublicKey());
    return token.verify(verifier);
  }

  @Test
  void theOlderDiscoveryOfOauthSaysTheSame() throws Exception {
    var answer =
        wire.send(
            HttpRequest.newBuilder().GET(), wire.portal("/.well-known/oauth-authorization-server"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"issuer\":\"" + issuer + "\"");
    assertThat(Arrays.asList(answer.body().split("\""))).contains("S256", "code");
  }
}
