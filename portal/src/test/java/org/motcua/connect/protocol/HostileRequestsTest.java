package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DemoPeople;
import org.springframework.web.util.UriComponentsBuilder;

/** Requests that bring a person to the portal with something evil in them. */
class HostileRequestsTest extends ProtocolTest {

  private static final int ENDLESS = 10_000;

  private AgencySystem agency;

  @BeforeEach
  void register() {
    agency = agencies.system().registered(wire);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://attacker.example/callback",
        "//attacker.example/callback",
        "https://HOST@attacker.example/callback",
        "https://HOST.attacker.example/callback",
        "https://attacker.example/https://HOST/callback",
        "https://attacker.example\\@HOST/callback",
        "http://HOST/callback",
        "https://HOST:444/callback",
        "https://user@HOST/callback",
        "https://HOST/callback/",
        "https://HOST/callback/elsewhere",
        "https://HOST/callback/../elsewhere",
        "https://HOST/callback/..%2felsewhere",
        "https://HOST/callback?more=1",
        "https://HOST/callback#fragment",
        "https://HOST/CALLBACK",
        "https://HOST/callback%00",
        "https://HOST/callback%0d%0aLocation:%20https://attacker.example/",
        " https://HOST/callback",
        "javascript:alert(1)//https://HOST/callback",
        "data:text/html,https://HOST/callback",
        "/callback",
        "not an address",
        "http://[::1",
        "*",
      })
  void nobodyIsSentAnywhereButToTheRegisteredAddress(String trick) {
    var address = trick.replace("HOST", agency.callback().getHost());
    staysHere(with("redirect_uri", address));
  }

  @Test
  void nobodyIsSentAnywhereWithoutAnAddress() {
    staysHere(with("redirect_uri", null));
    staysHere(with("redirect_uri", ""));
  }

  @Test
  void evenASilentRequestSendsNobodyElsewhere() {
    var elsewhere = URI.create("https://attacker.example/callback");
    var request = agency.request().prompt(Prompt.Type.NONE).redirectionURI(elsewhere).build();
    staysHere(request.toURI());
  }

  @Test
  void anotherAgencysAddressIsNotOnesOwn() {
    var other = agencies.system().of(Agencies.HUE).registered(wire);
    staysHere(agency.request().redirectionURI(other.callback()).build().toURI());
  }

  @Test
  void aClientThatNobodyKnowsGetsNobody() {
    staysHere(with("client_id", "nobody"));
    staysHere(with("client_id", null));
  }

  @Test
  void aClosedClientGetsNobody() {
    agencies.close(agency);
    staysHere(agency.request().build().toURI());
  }

  @Test
  void aClientClosedWhileSomebodySignsInGetsNobody() {
    var stranger = Surfer.mai(wire).opens(agency.request().build().toURI());
    agencies.close(agency);
    stranger.goesOn();
    assertThat(stranger.location()).isEmpty();
  }

  @Test
  void aProgramSignsNobodyIn() {
    var program = agencies.system().signingNobodyIn().callingApis("dossiers.read").registered(wire);
    staysHere(program.request().build().toURI());
  }

  @Test
  void officersDoNotSignInToAgenciesPortals() {
    var officer =
        new CurrentUser(
            DemoPeople.officer("hongha.reception"), AccountKind.OFFICER, "Phạm Thu Trang");
    var surfer =
        signedIn(new Surfer(wire, "hongha.reception", "+84912000101"), officer)
            .opens(agency.request().build().toURI())
            .goesOn();
    assertThat(surfer.location()).isEmpty();
  }

  /** Filters that look at the letters of an address, and a server that reads them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oauth2/%61uthorize",
        "/oauth2/authorize/",
        "/oauth2//authorize",
        "/oauth2/./authorize",
        "/oauth2/authorize;a=b",
        "/OAUTH2/authorize",
        "/oauth2/authorize%20",
        "/oauth2%2fauthorize",
      })
  void theAddressInDisguiseIsNoWayAroundTheAgreement(String disguise) {
    var query = agency.request().build().toURI().getRawQuery();
    for (var surfer : new Surfer[] {mai(), Surfer.mai(wire)}) {
      surfer.opens(disguise + "?" + query);
      assertThat(surfer.status()).isLessThan(500);
      surfer
          .location()
          .ifPresent(to -> assertThat(to.toString()).doesNotContain("code=", "attacker"));
    }
  }

  @Test
  void nothingOfARequestIsWrittenIntoThePageAsItIs() {
    var mai = mai().opens(with("client_id", "<script>alert(1)</script>")).goesOn();
    assertThat(mai.status()).isEqualTo(400);
    assertThat(mai.page()).doesNotContain("<script>alert");
  }

  // What comes back to the client

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k+9/Zm8+YmE/cg==",
        "a&code=stolen",
        "a#fragment",
        "a\r\nSet-Cookie: stolen=1",
        "a%0d%0aSet-Cookie:%20stolen=1",
        "dấu tiếng Việt ☂",
        "'\"><script>alert(1)</script>",
      })
  void theStateComesBackAsItCameAndDoesNothingElse(String state) {
    var request = agency.request().state(new State(state)).build();
    var mai = mai();
    var arrived = mai.arrives(request.toURI());
    assertThat(Query.of(arrived)).containsOnlyKeys("code", "state", "iss");
    assertThat(Query.of(arrived))
        .containsEntry("state", state)
        .doesNotContainEntry("code", "stolen");
    assertThat(arrived.getRawFragment()).isNull();
    assertThat(mai.holds("stolen")).isFalse();
  }

  @Test
  void everyAnswerNamesTheIssuerSoThatNobodyMixesProvidersUp() {
    var good = mai().arrives(agency.request().build().toURI());
    assertThat(Query.of(good)).containsEntry("iss", issuer).containsKey("code");
    var silent = agency.request().prompt(Prompt.Type.NONE).build();
    var bad = Surfer.mai(wire).arrives(silent.toURI());
    assertThat(Query.of(bad)).containsEntry("iss", issuer).containsEntry("error", "login_required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "id_token", "code token", "code id_token", "id_token token"})
  void tokensAreNeverPutIntoAnAddress(String type) {
    var mai = mai().opens(with("response_type", type)).goesOn();
    mai.location()
        .ifPresent(
            arrived -> {
              assertThat(Query.of(arrived)).containsEntry("error", "unsupported_response_type");
              assertThat(arrived.toString()).doesNotContain("token=").doesNotContain("code=");
            });
    if (mai.location().isEmpty()) assertThat(mai.status()).isEqualTo(400);
  }

  @Test
  void aScopeThatIsNotForPeoplesPortalsIsRefused() {
    var request = agency.request().scope(Scope.parse("openid dossiers.read")).build();
    assertThat(agency.isRefused(mai(), request).getCode()).isEqualTo("invalid_scope");
  }

  // Proof keys

  @Test
  void whoIsRegisteredForProofKeysMustBringOne() {
    var careful = agencies.system().withProofKey().registered(wire);
    var bare =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, Scope.parse("openid"), careful.id(), careful.callback())
            .endpointURI(careful.provider().getAuthorizationEndpointURI())
            .state(new State())
            .build();
    assertThat(careful.isRefused(mai(), bare).getCode()).isEqualTo("invalid_request");
  }

  @Test
  void aProofKeyInTheClearIsRefused() {
    var careful = agencies.system().withProofKey().registered(wire);
    for (var client : new AgencySystem[] {careful, agency}) {
      var plain =
          client.request().codeChallenge(new CodeVerifier(), CodeChallengeMethod.PLAIN).build();
      assertThat(client.isRefused(mai(), plain).getCode()).isEqualTo("invalid_request");
    }
  }

  @Test
  void aProofKeyWithoutItsMethodIsOneInTheClear() {
    var request = agency.request().customParameter("code_challenge", "a".repeat(43)).build();
    assertThat(agency.isRefused(mai(), request).getCode()).isEqualTo("invalid_request");
  }

  // Too much

  @ParameterizedTest
  @ValueSource(
      strings = {"client_id", "redirect_uri", "response_type", "scope", "state", "code_challenge"})
  void aParameterThatComesTwiceIsRefused(String parameter) {
    var request =
        agency
            .request()
            .codeChallenge(new CodeVerifier(), CodeChallengeMethod.S256)
            .build()
            .toURI();
    var mai = mai().opens(request + "&" + parameter + "=again").goesOn();
    if (mai.location().isPresent()) {
      assertThat(mai.location().get().toString()).startsWith(agency.callback().toString());
      assertThat(Query.of(mai.location().get())).containsEntry("error", "invalid_request");
    } else {
      assertThat(mai.status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client_id",
        "redirect_uri",
        "scope",
        "state",
        "nonce",
        "code_challenge",
        "claims",
        "acr_values",
        "prompt",
        "login_hint",
        "ui_locales",
        "id_token_hint",
        "max_age",
        "extra"
      })
  void anEndlessParameterHarmsNobody(String parameter) {
    var form =
        UriComponentsBuilder.fromUri(agency.request().build().toURI())
            .replaceQueryParam(parameter, "a".repeat(ENDLESS))
            .build(true)
            .toUri()
            .getRawQuery();
    var mai = mai().posts(agency.provider().getAuthorizationEndpointURI(), form);
    assertThat(mai.status()).isLessThan(500);
    mai.goesOn();
    assertThat(mai.status()).isLessThan(500);
    mai.location()
        .ifPresent(it -> assertThat(it.toString()).startsWith(agency.callback().toString()));
  }

  @Test
  void anEndlessAddressHarmsNobody() {
    var request = agency.request().state(new State("a".repeat(ENDLESS))).build();
    var mai = mai().opens(request.toURI());
    assertThat(mai.status()).isIn(302, 303, 400, 414, 431);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "{\"userinfo\":7}", "{\"userinfo\":{\"name\":[]}}"})
  void claimsThatCannotBeReadHarmNobody(String claims) {
    var mai = mai();
    var arrived = mai.arrives(with("claims", claims));
    assertThat(arrived.toString()).startsWith(agency.callback().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "many", "99999999999999999999"})
  void anAgeThatIsNoneHarmsNobody(String age) {
    var mai = Surfer.mai(wire).opens(with("max_age", age)).goesOn();
    assertThat(mai.location().orElseThrow().toString()).startsWith(agency.callback().toString());
  }

  private void staysHere(URI request) {
    for (var surfer : new Surfer[] {mai(), Surfer.mai(wire)}) {
      surfer.opens(request);
      assertThat(surfer.location()).isEmpty();
      assertThat(surfer.status()).isEqualTo(400);
      assertThat(surfer.header("Location")).isEmpty();
    }
  }

  private URI with(String parameter, String value) {
    var request = UriComponentsBuilder.fromUri(agency.request().build().toURI());
    var written = value == null ? null : URLEncoder.encode(value, StandardCharsets.UTF_8);
    return (written == null
            ? request.replaceQueryParam(parameter)
            : request.replaceQueryParam(parameter, written))
        .build(true)
        .toUri();
  }
}
