package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A system that is being built, tried in a browser in which a real person is signed in. */
class SandboxTest extends ProtocolTest {

  private static final String MADE_UP = "00000000-0000-0000-0000-000000000001";

  private AgencySystem real;
  private AgencySystem trial;
  private Surfer mai;
  private SignedOn herself;
  private SignedOn madeUp;

  @BeforeEach
  void signInAsBoth() {
    real = agencies.system().registered(wire);
    trial = agencies.system().inSandbox().registered(wire);
    mai = mai();
    herself = real.signsIn(mai);
    madeUp = tries(mai);
  }

  @Test
  void whoSignsOutThereStaysSignedInAtThePortalAndAtOtherAgencies() {
    var state = new State();
    mai.opens(trial.logout(madeUp.idToken(), trial.home(), state)).goesOn();
    assertThat(mai.location())
        .as(mai.toString())
        .contains(URI.create(trial.home() + "?state=" + state));
    assertThat(madeUp.alive()).isFalse();
    assertThat(herself.alive()).isTrue();
    assertThat(real.signsIn(mai, silent(real)).alive()).isTrue();
    assertThat(trial.isRefused(mai, silent(trial)).getCode()).isEqualTo("login_required");
  }

  @Test
  void withoutAHintSheStaysSignedInAsWell() {
    mai.opens(trial.logout(null, null, null) + "?client_id=" + trial.id()).goesOn();
    assertThat(herself.alive()).isTrue();
    assertThat(real.signsIn(mai, silent(real)).alive()).isTrue();
    assertThat(trial.isRefused(mai, silent(trial)).getCode()).isEqualTo("login_required");
  }

  @Test
  void anothersTrialAsTheSamePersonGoesOn() {
    var others = tries(hung());
    mai.opens(trial.logout(madeUp.idToken(), trial.home(), null)).goesOn();
    assertThat(madeUp.alive()).isFalse();
    assertThat(others.alive()).isTrue();
  }

  @Test
  void nobodysDataIsLookedAt() {
    assertThat(madeUp.person().getName()).isNull();
    assertThat(madeUp.person().getStringClaim("HoVaTen")).isEqualTo("Thử Thị Một");
    assertThat(
            jdbc.sql("select count(*) from identity.data_access where viewer = :viewer")
                .param("viewer", "client:" + trial.id())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private SignedOn tries(Surfer somebody) {
    var request = trial.request().build();
    somebody.opens(request.toURI()).goesOn();
    somebody.submits("/sandbox", "person", MADE_UP, "level", "LoA2").goesOn();
    var arrived = somebody.location().orElseThrow(() -> new AssertionError("Not there" + somebody));
    var code = trial.heard(arrived, request).toSuccessResponse().getAuthorizationCode();
    var tokens = AgencySystem.tokens(trial.exchanges(code));
    return new SignedOn(trial, request, code, tokens, trial.verified(tokens.getIDToken(), request));
  }

  private static AuthenticationRequest silent(AgencySystem agency) {
    return agency.request().prompt(Prompt.Type.NONE).build();
  }
}
