package org.motcua.identity.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DemoPeople;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.testing.Phones;
import org.motcua.testing.SignedIn;

/** No way leads to the desk but by two factors. */
class OfficersTwoFactorsTests extends AttackTest {

  private static final String OFFICER = "hongha.leader";
  private static final String OFFICERS_PHONE = "+84912000103";

  @Test
  void aPasswordAloneDoesNotOpenTheDesk() {
    var thief = visitor().opens("/desk").follows();
    thief.submits("/sign-in", "name", OFFICER, "password", PASSWORD);
    assertThat(thief.location()).startsWith("/sign-in/");
    assertThat(thief.opens("/desk").location()).isEqualTo("/sign-in");
    assertThat(thief.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void aBrowserThatAnOfficerCallsHisOwnIsAskedForTheSecondFactorAllTheSame() {
    Phones.clear(OFFICERS_PHONE);
    var officer = visitor().opens("/sign-in");
    officer.submits("/sign-in", "name", OFFICER, "password", PASSWORD, "trust", "true").follows();
    officer.submits("/sign-in/code", "code", Phones.awaitCode(OFFICERS_PHONE), "trust", "true");
    assertThat(officer.location()).isEqualTo("/desk");
    officer.follows().submits("/sign-out");
    clock.advance(Duration.ofMinutes(2));
    Phones.clear(OFFICERS_PHONE);

    officer.opens("/sign-in");
    officer.submits("/sign-in", "name", OFFICER, "password", PASSWORD, "trust", "true");
    assertThat(officer.location()).startsWith("/sign-in/");
    assertThat(officer.opens("/desk").location()).isEqualTo("/sign-in");
  }

  @Test
  void evenASessionOfOneFactorWouldNotOpenTheDesk() throws Exception {
    var once =
        new CurrentUser(
            DemoPeople.officer(OFFICER),
            AccountKind.OFFICER,
            "Đỗ Minh Quân",
            LevelOfAssurance.LOA1,
            null);
    var answer = mvc.perform(get("/desk").with(SignedIn.as(once))).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(403);
  }
}
