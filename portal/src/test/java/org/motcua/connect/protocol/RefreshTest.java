package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.testing.AtOnce;

/** Tokens are kept fresh without the person; a stolen one shows itself. */
class RefreshTest extends ProtocolTest {

  private AgencySystem agency;
  private SignedOn on;

  @BeforeEach
  void signIn() {
    agency = agencies.system().thatRefreshes().registered(wire);
    on = agency.signsIn(mai(), agency.request("openid profile phone").build());
  }

  @Test
  void aRefreshGivesANewAccessTokenAndANewRefreshToken() {
    var fresh = AgencySystem.tokens(agency.refreshes(on.refresh()));
    assertThat(fresh.getAccessToken().getValue()).isNotEqualTo(on.access().getValue());
    assertThat(fresh.getRefreshToken()).isNotEqualTo(on.refresh());
    assertThat(agency.person(fresh.getAccessToken()).getSubject())
        .isEqualTo(on.identity().getSubject());
    assertThat(AgencySystem.tokens(agency.refreshes(fresh.getRefreshToken()))).isNotNull();
  }

  @Test
  void anIdTokenAtARefreshWouldBeOfTheSameSignIn() {
    var fresh = AgencySystem.tokens(agency.refreshes(on.refresh()));
    if (fresh.getIDToken() == null) return;
    var again = agency.verified(fresh.getIDToken(), agency.request().nonce(null).build());
    assertThat(again.getSubject()).isEqualTo(on.identity().getSubject());
    assertThat(again.getAuthenticationTime()).isEqualTo(on.identity().getAuthenticationTime());
    assertThat(again.getSessionID()).isEqualTo(on.identity().getSessionID());
  }

  @Test
  void anAnswerThatWasLostOnTheWayIsGivenAgain() {
    var lost = AgencySystem.tokens(agency.refreshes(on.refresh()));
    var again = AgencySystem.tokens(agency.refreshes(on.refresh()));
    assertThat(again.getRefreshToken()).isEqualTo(lost.getRefreshToken());
    assertThat(on.alive()).isTrue();
    assertThat(AgencySystem.tokens(agency.refreshes(again.getRefreshToken()))).isNotNull();
  }

  @Test
  void twoRefreshesAtTheSameMomentGetTheSameTokens() {
    var both =
        AtOnce.both(() -> agency.refreshes(on.refresh()), () -> agency.refreshes(on.refresh()));
    assertThat(both).extracting(HTTPResponse::getStatusCode).containsOnly(200);
    assertThat(both)
        .extracting(answer -> AgencySystem.tokens(answer).getRefreshToken())
        .containsOnly(AgencySystem.tokens(both.getFirst()).getRefreshToken());
    assertThat(on.alive()).isTrue();
  }

  @Test
  void aTokenUsedAgainLaterIsStolenAndEndsTheSignIn() {
    var fresh = AgencySystem.tokens(agency.refreshes(on.refresh()));
    clock.advance(Duration.ofSeconds(31));
    assertThat(AgencySystem.refusal(agency.refreshes(on.refresh()))).isEqualTo("invalid_grant");
    assertThat(AgencySystem.refusal(agency.refreshes(fresh.getRefreshToken())))
        .isEqualTo("invalid_grant");
    assertThat(on.alive()).isFalse();
  }

  @Test
  void aTokenTwoGenerationsOldIsStolenAtOnce() {
    var second = AgencySystem.tokens(agency.refreshes(on.refresh()));
    var third = AgencySystem.tokens(agency.refreshes(second.getRefreshToken()));
    assertThat(AgencySystem.refusal(agency.refreshes(on.refresh()))).isEqualTo("invalid_grant");
    assertThat(AgencySystem.refusal(agency.refreshes(third.getRefreshToken())))
        .isEqualTo("invalid_grant");
    assertThat(on.alive()).isFalse();
  }

  @Test
  void anotherAgencyCannotUseIt() {
    var other = agencies.system().of(Agencies.HUE).thatRefreshes().registered(wire);
    assertThat(AgencySystem.refusal(other.refreshes(on.refresh()))).isEqualTo("invalid_grant");
    assertThat(AgencySystem.tokens(agency.refreshes(on.refresh())))
        .as("it is still its owner's")
        .isNotNull();
  }

  @Test
  void fewerScopesMayBeAskedForAndNotMore() {
    var fewer = AgencySystem.tokens(refreshes(on.refresh(), "openid"));
    assertThat(fewer.getAccessToken().getScope()).isEqualTo(Scope.parse("openid"));
    assertThat(agency.person(fewer.getAccessToken()).getPhoneNumber()).isNull();
    assertThat(AgencySystem.refusal(refreshes(fewer.getRefreshToken(), "openid email")))
        .isEqualTo("invalid_scope");
  }

  @Test
  void aSystemThatIsNotRegisteredForItGetsNoRefreshToken() {
    var once = agencies.system().registered(wire).signsIn(mai());
    assertThat(once.refresh()).isNull();
  }

  @Test
  void aSignInLastsNoLongerThanAWorkingDay() {
    clock.advance(Duration.ofHours(13));
    assertThat(AgencySystem.refusal(agency.refreshes(on.refresh()))).isEqualTo("invalid_grant");
  }

  @Test
  void aRevokedRefreshTokenEndsTheSignIn() {
    assertThat(agency.revokes(on.refresh()).getStatusCode()).isEqualTo(200);
    assertThat(AgencySystem.refusal(agency.refreshes(on.refresh()))).isEqualTo("invalid_grant");
    assertThat(on.alive()).isFalse();
  }

  @Test
  void aRevokedAccessTokenOpensNothingAnyMore() {
    assertThat(agency.revokes(on.access()).getStatusCode()).isEqualTo(200);
    assertThat(on.alive()).isFalse();
  }

  @Test
  void anotherAgencyCannotRevokeIt() {
    var other = agencies.system().of(Agencies.HUE).thatRefreshes().registered(wire);
    other.revokes(on.refresh());
    other.revokes(on.access());
    assertThat(on.alive()).isTrue();
  }

  private HTTPResponse refreshes(RefreshToken token, String scope) {
    return agency.send(
        new TokenRequest.Builder(
                agency.provider().getTokenEndpointURI(),
                agency.proof(),
                new RefreshTokenGrant(token))
            .scope(Scope.parse(scope))
            .build());
  }
}
