package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.connect.keys.RotateKeys;
import org.motcua.testing.AnotherNode;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Two nodes on one database, taking turns request by request, as a balancer may let them. */
class TwoNodesTest extends ProtocolTest {

  private static ConfigurableApplicationContext other;

  @Autowired Environment environment;
  @Autowired RotateKeys rotateKeys;

  private Wire a;
  private Wire b;

  @BeforeEach
  void startAnotherNode() {
    if (other == null) other = start();
    other.getBean(MovableClock.class).reset();
    a = wire;
    b =
        new Wire(
            issuer, other.getEnvironment().getRequiredProperty("local.server.port", int.class));
  }

  @AfterAll
  static void stopIt() {
    if (other != null) other.close();
    other = null;
  }

  @Test
  void aWholeSignInMayBeAnsweredInTurn() {
    var atA = agencies.system().thatRefreshes().registered(a);
    var atB = atA.over(b);
    var mai = Surfer.mai(b);

    var request = atA.request().build();
    mai.opens(request.toURI()).over(a).goesOn();
    var code =
        atA.heard(mai.location().orElseThrow(), request).toSuccessResponse().getAuthorizationCode();
    var tokens = AgencySystem.tokens(atB.exchanges(code));
    var identity = atA.verified(tokens.getIDToken(), request);
    assertThat(atA.person(tokens.getAccessToken()).getSubject()).isEqualTo(identity.getSubject());

    var fresh = AgencySystem.tokens(atB.refreshes(tokens.getRefreshToken()));
    assertThat(atA.introspects(fresh.getAccessToken()).isActive()).isTrue();
    var again = AgencySystem.tokens(atA.refreshes(fresh.getRefreshToken()));

    mai.over(b).opens(atB.logout(tokens.getIDToken(), atB.home(), null)).goesOn();
    assertThat(mai.location()).contains(atB.home());
    assertThat(atA.asksWho(again.getAccessToken()).getStatusCode()).isEqualTo(401);
    assertThat(AgencySystem.refusal(atA.refreshes(again.getRefreshToken())))
        .isEqualTo("invalid_grant");
    var silent = atA.request().prompt(Prompt.Type.NONE).build();
    assertThat(atA.isRefused(mai.over(a), silent).getCode()).isEqualTo("login_required");
  }

  @Test
  void aCodeUsedAtBothNodesEndsItsTokens() {
    var atA = agencies.system().registered(a);
    var on = atA.signsIn(mai());
    assertThat(AgencySystem.refusal(atA.over(b).exchanges(on.code()))).isEqualTo("invalid_grant");
    assertThat(on.alive()).isFalse();
  }

  @Test
  void keysExchangedAtOneNodeAreUsedAndPublishedAtTheOther() throws Exception {
    var atA = agencies.system().registered(a);
    var atB = atA.over(b);
    var before = atB.signsIn(mai().over(b));

    rotateKeys.rotateNow("test");
    assertThat(kids(atA)).contains(kid(before));
    inAWhile();
    var after = atA.signsIn(mai());
    assertThat(atB.asksWho(after.access()).getStatusCode()).isEqualTo(200);
    assertThat(kids(atB))
        .contains(kid(before), kid(after))
        .containsExactlyInAnyOrderElementsOf(kids(atA));
    atB.verified(after.idToken(), after.request());
    var there = atB.signsIn(mai().over(b));
    assertThat(kid(there)).isEqualTo(kid(after)).isNotEqualTo(kid(before));
    assertThat(atA.asksWho(before.access()).getStatusCode()).isEqualTo(200);
  }

  /** When every node has heard of new keys. */
  private void inAWhile() {
    clock.advance(Duration.ofSeconds(15));
    other.getBean(MovableClock.class).advance(Duration.ofSeconds(15));
  }

  @Test
  void aClientClosedAtOneNodeIsClosedAtTheOther() {
    var atA = agencies.system().registered(a);
    var atB = atA.over(b);
    var on = atB.signsIn(mai().over(b));
    agencies.close(atA);
    await()
        .untilAsserted(() -> assertThat(atB.asksWho(on.access()).getStatusCode()).isEqualTo(401));
  }

  private static String kid(SignedOn on) throws ParseException {
    return SignedJWT.parse(on.idToken().serialize()).getHeader().getKeyID();
  }

  private static List<String> kids(AgencySystem agency) {
    return agency.keys().getKeys().stream().map(JWK::getKeyID).toList();
  }

  private ConfigurableApplicationContext start() {
    return AnotherNode.beside(environment, "--motcua.public-url=" + issuer);
  }
}
