package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenID Connect RP-Initiated Logout 1.0, in the order of its certification's test plan. */
class LogoutTest extends ProtocolTest {

  private final State state = new State();

  private AgencySystem agency;
  private Surfer mai;
  private SignedOn on;

  @BeforeEach
  void signIn() {
    agency = agencies.system().thatRefreshes().registered(wire);
    mai = mai();
    on = agency.signsIn(mai);
  }

  @Test
  void whoSignsOutAtAnAgencyComesBackThereWithItsState() {
    leaves(agency.logout(on.idToken(), agency.home(), state));
    assertThat(mai.location())
        .as(mai.toString())
        .contains(URI.create(agency.home() + "?state=" + state));
    isSignedOut();
  }

  @Test
  void withoutAStateNoneComesBack() {
    leaves(agency.logout(on.idToken(), agency.home(), null));
    assertThat(mai.location()).as(mai.toString()).contains(agency.home());
    isSignedOut();
  }

  @Test
  void withoutAnAddressThePortalSaysItself() {
    leaves(URI.create(agency.logout(on.idToken(), null, null) + "&state=" + state));
    staysAtThePortal();
    isSignedOut();
  }

  @Test
  void anAddressThatIsNotRegisteredIsNotGoneTo() {
    leaves(agency.logout(on.idToken(), URI.create("https://attacker.example/"), state));
    staysAtThePortal();
  }

  @Test
  void aRegisteredAddressWithAQueryAddedIsNotGoneTo() {
    leaves(agency.logout(on.idToken(), URI.create(agency.home() + "?extra=1"), state));
    staysAtThePortal();
  }

  @Test
  void anAddressOfAnotherAgencyIsNotGoneTo() {
    var other = agencies.system().registered(wire);
    leaves(agency.logout(on.idToken(), other.home(), state));
    staysAtThePortal();
  }

  @Test
  void withoutAHintNobodyIsSentAwayUnasked() {
    leavesUnasked(agency.logout(null, agency.home(), state));
  }

  @Test
  void withNothingAtAllThePersonIsAsked() {
    leavesUnasked(agency.logout(null, null, null));
  }

  @Test
  void withAStateAloneThePersonIsAsked() {
    leavesUnasked(URI.create(agency.logout(null, null, null) + "?state=" + state));
  }

  @Test
  void whoIsAskedAndSaysYesComesBackToTheAgencyThatIsNamed() {
    var endpoint = agency.provider().getEndSessionEndpointURI();
    var request = new LogoutRequest(endpoint, null, null, agency.id(), agency.home(), state, null);
    leavesUnasked(request.toURI());
    mai.submits("/connect/logout/confirmation").goesOn();
    assertThat(mai.location())
        .as(mai.toString())
        .contains(URI.create(agency.home() + "?state=" + state));
    isSignedOut();
  }

  @Test
  void anAddressWithEncodedSignsIsGoneToAsItWasRegistered() {
    var address = "https://agency.example/tho%C3%A1t?t%E1%BB%AB=%2Fc%E1%BB%95ng";
    var other = agencies.system().comingBackTo(address).registered(wire);
    var there = other.signsIn(mai);
    leaves(other.logout(there.idToken(), URI.create(address), state));
    assertThat(mai.location()).as(mai.toString()).contains(URI.create(address + "&state=" + state));
  }

  @Test
  void anAlteredHintIsNone() {
    var parts = on.idToken().serialize().split("\\.");
    parts[2] = (parts[2].charAt(0) == 'A' ? "B" : "A") + parts[2].substring(1);
    leavesUnasked(agency.logout(parsed(String.join(".", parts)), agency.home(), state));
  }

  @Test
  void aHintSignedBySomebodyElseIsNone() throws Exception {
    var foreign = new RSAKeyGenerator(2048).keyID("foreign").generate();
    var forged =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("foreign").build(),
            on.idToken().getJWTClaimsSet());
    forged.sign(new RSASSASigner(foreign));
    leavesUnasked(agency.logout(forged, agency.home(), state));
  }

  @Test
  void aHintThatNobodySignedIsNone() throws Exception {
    var bare = new PlainJWT(on.idToken().getJWTClaimsSet());
    leavesUnasked(agency.logout(bare, agency.home(), state));
  }

  @Test
  void somethingThatIsNoTokenAtAllIsNoHint() {
    leavesUnasked(URI.create(agency.logout(null, agency.home(), state) + "&id_token_hint=bad"));
  }

  @Test
  void aHintThatHasRunOutStillSaysWho() {
    clock.advance(Duration.ofHours(2));
    leaves(agency.logout(on.idToken(), agency.home(), state));
    assertThat(mai.location())
        .as(mai.toString())
        .contains(URI.create(agency.home() + "?state=" + state));
    isSignedOut();
  }

  @Test
  void theHintOfAnotherPersonSignsNobodyOutUnasked() {
    var hung = hung();
    agency.signsIn(hung);
    hung.opens(agency.logout(on.idToken(), agency.home(), state));
    assertThat(agency.signsIn(hung, agency.request().prompt(Prompt.Type.NONE).build()).alive())
        .isTrue();
    assertThat(on.alive()).isTrue();
  }

  @Test
  void signingOutTwiceIsSigningOutOnce() {
    leaves(agency.logout(on.idToken(), agency.home(), state));
    leaves(agency.logout(on.idToken(), agency.home(), state));
    assertThat(mai.location())
        .as(mai.toString())
        .contains(URI.create(agency.home() + "?state=" + state));
  }

  @Test
  void aSignOutMayBePosted() {
    var request = agency.logout(on.idToken(), agency.home(), state);
    var endpoint = agency.provider().getEndSessionEndpointURI();
    mai.posts(endpoint, request.getRawQuery()).goesOn();
    assertThat(mai.location())
        .as(mai.toString())
        .contains(URI.create(agency.home() + "?state=" + state));
    isSignedOut();
  }

  @Test
  void aStateWithSignsOfItsOwnComesBackUnaltered() {
    var strange = new State("a+b/c==&x=1 \r\nSet-Cookie: y=ú");
    leaves(agency.logout(on.idToken(), agency.home(), strange));
    var back = Query.of(mai.location().orElseThrow());
    assertThat(back).containsOnlyKeys("state").containsEntry("state", strange.getValue());
    assertThat(mai.holds("y")).isFalse();
  }

  @Test
  void whoSignsOutAtOneAgencyIsSignedOutAtAll() {
    var other = agencies.system().of(Agencies.HUE).registered(wire);
    var there = other.signsIn(mai);
    leaves(agency.logout(on.idToken(), agency.home(), state));
    assertThat(there.alive()).isFalse();
  }

  @Test
  void whoSignsOutAtThePortalIsSignedOutAtAll() {
    mai.opens("/").submits("/sign-out");
    isSignedOut();
  }

  private void leaves(URI request) {
    mai.opens(request).goesOn();
  }

  /** A page of another site could send anybody here: nothing happens before he says so. */
  private void leavesUnasked(URI request) {
    leaves(request);
    staysAtThePortal();
    assertThat(on.alive()).as("before he says that he wants to sign out").isTrue();
  }

  private void staysAtThePortal() {
    assertThat(mai.location()).isEmpty();
    assertThat(mai.status()).isIn(200, 400);
  }

  private void isSignedOut() {
    var silent = agency.request().prompt(Prompt.Type.NONE).build();
    assertThat(agency.isRefused(mai, silent).getCode()).isEqualTo("login_required");
    assertThat(on.alive()).isFalse();
    assertThat(AgencySystem.refusal(agency.refreshes(on.refresh()))).isEqualTo("invalid_grant");
  }

  private static JWT parsed(String token) {
    try {
      return SignedJWT.parse(token);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
