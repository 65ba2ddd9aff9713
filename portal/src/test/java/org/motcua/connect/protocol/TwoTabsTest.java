package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import org.junit.jupiter.api.Test;

/** Somebody who is signed in at the portal goes to a client in each of two tabs. */
class TwoTabsTest extends ProtocolTest {

  private final Tab[] tabs = new Tab[2];

  private record Tab(Surfer surfer, AgencySystem agency, AuthenticationRequest request) {

    SignedOn ends() {
      surfer.goesOn();
      var arrived = surfer.location().orElseThrow(() -> new AssertionError("Not there" + surfer));
      var code = agency.heard(arrived, request).toSuccessResponse().getAuthorizationCode();
      var tokens = AgencySystem.tokens(agency.exchanges(code));
      return new SignedOn(
          agency, request, code, tokens, agency.verified(tokens.getIDToken(), request));
    }
  }

  @Test
  void twoSignInsAtOneClientBothEndWell() {
    var agency = agencies.system().registered(wire);
    openTabs(agency, agency);
    bothEndWell();
  }

  @Test
  void twoSignInsAtTwoClientsBothEndWell() {
    var other = agencies.system().of(Agencies.HUE).registered(wire);
    openTabs(agencies.system().registered(wire), other);
    bothEndWell();
  }

  /** Each shows the page where one agrees. */
  private void openTabs(AgencySystem one, AgencySystem other) {
    var mai = mai();
    tabs[0] = begun(mai, one);
    tabs[1] = begun(mai.newTab(), other);
  }

  private static Tab begun(Surfer tab, AgencySystem agency) {
    var request = agency.request().build();
    tab.opens(request.toURI());
    tab.opens(tab.location().orElseThrow());
    assertThat(tab.status()).as(tab.toString()).isEqualTo(200);
    return new Tab(tab, agency, request);
  }

  private void bothEndWell() {
    var first = tabs[0].ends();
    var second = tabs[1].ends();
    assertThat(first.alive()).isTrue();
    assertThat(second.alive()).isTrue();
    assertThat(second.person().getStringClaim("TechID"))
        .isEqualTo(first.person().getStringClaim("TechID"));
  }
}
