package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.connect.protocol.Agencies.Registration;
import org.motcua.testing.AtOnce;

/** Clients that ask for tokens with what is not theirs. */
class HostileClientsTest extends ProtocolTest {

  private Registration registration;
  private AgencySystem agency;
  private AgencySystem other;

  @BeforeEach
  void register() {
    registration = agencies.system();
    agency = registration.registered(wire);
    other = agencies.system().of(Agencies.HUE).registered(wire);
  }

  // Codes

  @Test
  void aCodeExchangedTwiceAtTheSameMomentWinsOnceAndItsTokensEnd() {
    var code = agency.getsCode(mai());
    var both = AtOnce.both(() -> agency.exchanges(code), () -> agency.exchanges(code));
    var won = both.stream().filter(HTTPResponse::indicatesSuccess).toList();
    var lost = both.stream().filter(answer -> !answer.indicatesSuccess()).toList();
    assertThat(won).hasSize(1);
    assertThat(AgencySystem.refusal(lost.getFirst())).isEqualTo("invalid_grant");
    var access = AgencySystem.tokens(won.getFirst()).getAccessToken();
    assertThat(agency.asksWho(access).getStatusCode()).isEqualTo(401);
    assertThat(agency.introspects(access).isActive()).isFalse();
  }

  @Test
  void aCodeUsedTwiceTakesTheRefreshTokenToo() {
    var refreshing = agencies.system().thatRefreshes().registered(wire);
    var on = refreshing.signsIn(mai());
    refreshing.exchanges(on.code());
    assertThat(AgencySystem.refusal(refreshing.refreshes(on.refresh()))).isEqualTo("invalid_grant");
  }

  @Test
  void anotherClientsCodeIsNoCode() {
    var stolen = agency.getsCode(mai());
    var grant = new AuthorizationCodeGrant(stolen, agency.callback());
    assertThat(AgencySystem.refusal(other.asksForTokens(grant))).isEqualTo("invalid_grant");
    var ownAddress = new AuthorizationCodeGrant(stolen, other.callback());
    assertThat(AgencySystem.refusal(other.asksForTokens(ownAddress))).isEqualTo("invalid_grant");
  }

  @Test
  void anInventedOrAlteredCodeIsNoCode() {
    var code = agency.getsCode(mai()).getValue();
    for (var bad :
        new String[] {
          "invented", "", " ", code + "A", code.substring(1), code.toLowerCase(), "%00"
        }) {
      var answer = postAsAgency("grant_type=authorization_code&code=" + encoded(bad) + back());
      assertThat(answer.statusCode()).as(bad).isEqualTo(400);
    }
    AgencySystem.tokens(agency.exchanges(new AuthorizationCode(code)));
  }

  @Test
  void theAddressMustBeTheOneOfTheRequest() {
    for (var address :
        new URI[] {null, other.callback(), URI.create("https://attacker.example/")}) {
      var grant = new AuthorizationCodeGrant(agency.getsCode(mai()), address);
      assertThat(AgencySystem.refusal(agency.asksForTokens(grant))).isEqualTo("invalid_grant");
    }
  }

  // Proof keys

  @Test
  void aCodeWithAProofKeyNeedsItsVerifier() {
    assertThat(exchangedWith(new CodeVerifier())).isEqualTo("invalid_grant");
    assertThat(exchangedWith(null)).isEqualTo("invalid_grant");
  }

  /** RFC 9700, 2.1.1: otherwise somebody takes the proof key away from a request on its way. */
  @Test
  void aVerifierWithoutAProofKeyInTheRequestIsADowngrade() {
    var grant =
        new AuthorizationCodeGrant(agency.getsCode(mai()), agency.callback(), new CodeVerifier());
    assertThat(AgencySystem.refusal(agency.asksForTokens(grant))).isEqualTo("invalid_grant");
  }

  private String exchangedWith(CodeVerifier verifier) {
    var request =
        agency.request().codeChallenge(new CodeVerifier(), CodeChallengeMethod.S256).build();
    var grant =
        new AuthorizationCodeGrant(agency.getsCode(mai(), request), agency.callback(), verifier);
    return AgencySystem.refusal(agency.asksForTokens(grant));
  }

  // Who asks

  @Test
  void aWrongSecretOpensNothing() {
    for (var secret :
        new Secret[] {new Secret("wrong"), new Secret(" "), new Secret("a".repeat(4_000))}) {
      var byHeader = agency.provingItselfBy(() -> new ClientSecretBasic(agency.id(), secret));
      var byForm = agency.provingItselfBy(() -> new ClientSecretPost(agency.id(), secret));
      assertThat(AgencySystem.refusal(byHeader.exchanges(agency.getsCode(mai()))))
          .isEqualTo("invalid_client");
      assertThat(AgencySystem.refusal(byForm.exchanges(agency.getsCode(mai()))))
          .isEqualTo("invalid_client");
    }
  }

  @Test
  void aRefusedClientIsToldHowToProveItself() {
    var wrong = agency.provingItselfBy(() -> new ClientSecretBasic(agency.id(), new Secret("no")));
    var answer = wrong.asksForTokens(new ClientCredentialsGrant());
    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getWWWAuthenticate()).startsWith("Basic");
  }

  @Test
  void anotherClientsSecretOpensNothing() {
    var thief =
        other.provingItselfBy(() -> new ClientSecretBasic(other.id(), registration.secret()));
    assertThat(AgencySystem.refusal(thief.exchanges(agency.getsCode(mai()))))
        .isEqualTo("invalid_client");
  }

  @Test
  void aClientThatNobodyKnowsOpensNothing() {
    var nobody =
        agency.provingItselfBy(
            () -> new ClientSecretBasic(new ClientID("nobody"), registration.secret()));
    assertThat(AgencySystem.refusal(nobody.asksForTokens(new ClientCredentialsGrant())))
        .isEqualTo("invalid_client");
  }

  @Test
  void aClientWithoutAnyProofOpensNothing() {
    var code = agency.getsCode(mai());
    var form = "grant_type=authorization_code&code=" + encoded(code.getValue()) + back();
    assertThat(post(form).statusCode()).isIn(400, 401);
    assertThat(post(form + "&client_id=" + agency.id()).statusCode()).isIn(400, 401);
    assertThat(post(form + "&client_id=" + agency.id() + "&client_secret=").statusCode())
        .isIn(400, 401);
  }

  @Test
  void aClientWithAVerifierButWithoutItsSecretIsNoPublicClient() {
    var careful = agencies.system().withProofKey().registered(wire);
    var verifier = new CodeVerifier();
    var request = careful.request().codeChallenge(verifier, CodeChallengeMethod.S256).build();
    var answer =
        post(
            "grant_type=authorization_code&code="
                + encoded(careful.getsCode(mai(), request).getValue())
                + "&redirect_uri="
                + encoded(careful.callback().toString())
                + "&client_id="
                + careful.id()
                + "&code_verifier="
                + verifier.getValue());
    assertThat(answer.statusCode()).isIn(400, 401);
    assertThat(answer.body()).contains("invalid_client");
  }

  @Test
  void aClosedClientOpensNothing() {
    var on = agency.signsIn(mai());
    var code = agency.getsCode(mai());
    agencies.close(agency);
    assertThat(AgencySystem.refusal(agency.exchanges(code))).isEqualTo("invalid_client");
    assertThat(agency.asksWho(on.access()).getStatusCode()).isEqualTo(401);
  }

  @Test
  void aPortalGetsNoTokensForItselfUnlessItIsRegisteredForThem() {
    assertThat(AgencySystem.refusal(agency.asksForTokens(new ClientCredentialsGrant())))
        .isIn("unauthorized_client", "invalid_scope");
  }

  // How it asks

  @Test
  void aParameterThatComesTwiceIsRefused() {
    var code = encoded(agency.getsCode(mai()).getValue());
    var form = "grant_type=authorization_code&code=" + code + back();
    for (var twice :
        new String[] {"grant_type=authorization_code", "code=" + code, back().substring(1)}) {
      assertThat(postAsAgency(form + "&" + twice).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void grantsThatNobodyOffersAreRefused() {
    for (var grant :
        new String[] {"password", "implicit", "", "urn:ietf:params:oauth:grant-type:device_code"}) {
      assertThat(postAsAgency("grant_type=" + encoded(grant)).statusCode()).isEqualTo(400);
    }
    assertThat(postAsAgency("").statusCode()).isEqualTo(400);
  }

  @Test
  void tokensAreNotGivenToAGet() {
    var answer =
        wire.send(
            HttpRequest.newBuilder().GET(),
            URI.create(
                agency.provider().getTokenEndpointURI()
                    + "?grant_type=client_credentials&client_id="
                    + agency.id()
                    + "&client_secret="
                    + encoded(registration.secret().getValue())));
    assertThat(answer.statusCode()).isBetween(400, 499);
  }

  @Test
  void aSecretInTheAddressIsNotTaken() {
    var answer =
        wire.send(
            HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "grant_type=authorization_code&code="
                            + encoded(agency.getsCode(mai()).getValue())
                            + back())),
            URI.create(
                agency.provider().getTokenEndpointURI()
                    + "?client_id="
                    + agency.id()
                    + "&client_secret="
                    + encoded(registration.secret().getValue())));
    assertThat(answer.statusCode()).isIn(400, 401);
  }

  @Test
  void anEndlessFormHarmsNobody() {
    var answer = postAsAgency("grant_type=authorization_code&code=" + "a".repeat(100_000) + back());
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  // Sandbox

  @Test
  void aSystemThatIsBeingBuiltNeverLearnsWhoARealPersonIs() {
    var sandbox = agencies.system().inSandbox().registered(wire);
    var request = sandbox.request().build();
    var mai = mai().opens(request.toURI()).goesOn();
    mai.location()
        .ifPresent(
            arrived -> {
              var answer = sandbox.heard(arrived, request);
              if (!answer.indicatesSuccess()) return;
              var code = answer.toSuccessResponse().getAuthorizationCode();
              var access = AgencySystem.tokens(sandbox.exchanges(code)).getAccessToken();
              var person = sandbox.person(new BearerAccessToken(access.getValue()));
              assertThat(person.toJSONString())
                  .doesNotContain("Mai")
                  .doesNotContain("022190001234");
            });
  }

  private String back() {
    return "&redirect_uri=" + encoded(agency.callback().toString());
  }

  private HttpResponse<String> postAsAgency(String form) {
    return send(
        HttpRequest.newBuilder()
            .header(
                "Authorization", ((ClientSecretBasic) agency.proof()).toHTTPAuthorizationHeader()),
        form);
  }

  private HttpResponse<String> post(String form) {
    return send(HttpRequest.newBuilder(), form);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String form) {
    return wire.send(
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)),
        agency.provider().getTokenEndpointURI());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
