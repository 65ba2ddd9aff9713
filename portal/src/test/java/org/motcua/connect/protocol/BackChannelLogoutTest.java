package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenID Connect Back-Channel Logout 1.0: each agency is told of a sign-out, wherever it began. */
class BackChannelLogoutTest extends ProtocolTest {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private final BackChannel quangNinh = new BackChannel();
  private final BackChannel hue = new BackChannel();

  private AgencySystem atQuangNinh;
  private AgencySystem atHue;
  private Surfer mai;
  private SignedOn here;
  private SignedOn there;

  @BeforeEach
  void signInTwice() {
    atQuangNinh = agencies.system().toldAt(quangNinh.address()).registered(wire);
    atHue = agencies.system().of(Agencies.HUE).toldAt(hue.address()).registered(wire);
    mai = mai();
    here = atQuangNinh.signsIn(mai);
    there = atHue.signsIn(mai);
  }

  @AfterEach
  void hangUp() {
    quangNinh.close();
    hue.close();
  }

  @Test
  void whoSignsOutAtOneAgencyIsSignedOutAtTheOther() {
    mai.opens(atQuangNinh.logout(here.idToken(), atQuangNinh.home(), null)).goesOn();
    isToldOf(there, hue);
  }

  @Test
  void theAgencyWhereItBeganIsToldToo() {
    mai.opens(atQuangNinh.logout(here.idToken(), atQuangNinh.home(), null)).goesOn();
    isToldOf(here, quangNinh);
  }

  @Test
  void whoSignsOutAtThePortalIsSignedOutAtAllAgencies() {
    mai.opens("/").submits("/sign-out");
    isToldOf(here, quangNinh);
    isToldOf(there, hue);
  }

  @Test
  void whoIsSignedOutFromAnotherDeviceIsSignedOutAtAllAgencies() {
    var phone = mai();
    phone.opens("/my/account/devices").submits("/my/account/devices/sign-out-others");
    isToldOf(here, quangNinh);
    isToldOf(there, hue);
  }

  @Test
  void anAgencyThatDoesNotAnswerIsToldAgain() {
    hue.refusing(1);
    mai.opens("/").submits("/sign-out");
    hue.awaitRefusal();
    untilTheNextTryIsDue();
    isToldOf(there, hue);
  }

  /** Moves forward what would be tried again in some seconds. */
  private void untilTheNextTryIsDue() {
    await()
        .until(
            () ->
                jdbc.sql(
                        """
                        update platform.scheduled_tasks set execution_time = now()
                        where task_name = 'connect.logout-notice' and consecutive_failures > 0
                          and not picked
                        """)
                    .update(),
            equalTo(1));
  }

  @Test
  void anotherBrowsersSignInGoesOn() {
    var atWork = mai();
    var stays = atHue.signsIn(atWork);
    mai.opens("/").submits("/sign-out");
    isToldOf(there, hue);
    assertThat(stays.alive()).isTrue();
    assertThat(stays.sid()).isNotEqualTo(there.sid());
    assertThat(hue.isSilent()).isTrue();
  }

  @Test
  void twoSignInsInOneBrowserAreToldOnce() {
    var again = atHue.signsIn(mai);
    assertThat(again.sid()).isEqualTo(there.sid());
    mai.opens("/").submits("/sign-out");
    isToldOf(there, hue);
    isToldOf(here, quangNinh);
    assertThat(hue.isSilent()).isTrue();
    assertThat(again.alive()).isFalse();
  }

  private void isToldOf(SignedOn signOn, BackChannel channel) {
    var token = channel.awaitLogoutToken();
    var says = verified(token, signOn.agency());
    assertThat(token.getHeader().getType()).isEqualTo(new JOSEObjectType("logout+jwt"));
    assertThat(says.getIssuer().getValue()).isEqualTo(issuer);
    assertThat(says.getSubject()).isEqualTo(signOn.identity().getSubject());
    assertThat(says.getSessionID().getValue()).isEqualTo(signOn.sid());
    assertThat(says.getJWTID().getValue()).isNotBlank();
    assertThat(says.getClaim("nonce")).isNull();
    assertThat(says.getExpirationTime()).isAfter(says.getIssueTime());
    assertThat(says.toJSONObject().get("events")).isEqualTo(Map.of(EVENT, Map.of()));
    assertThat(signOn.alive()).isFalse();
  }

  /**
   * As the standard tells a client to check it: signature, type, issuer, audience, times, events.
   */
  private static LogoutTokenClaimsSet verified(JWT token, AgencySystem agency) {
    var keys =
        new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(agency.keys()));
    try {
      return new LogoutTokenValidator(agency.provider().getIssuer(), agency.id(), true, keys, null)
          .validate(token);
    } catch (BadJOSEException | JOSEException e) {
      throw new AssertionError(token.getParsedString(), e);
    }
  }
}
