package org.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** ASVS 7.5.1: whoever finds a session open cannot make the account his own. */
@SpringBootTest
@AutoConfigureMockMvc
class FreshProofTests {

  private static final String MAI = "022190001234";
  private static final String PHONE = "+84912000001";
  private static final String NEW_PHONE = "+84912777901";

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  @BeforeEach
  @AfterEach
  void asItWas() {
    clock.reset();
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    jdbc.sql("delete from identity.one_time_code").update();
    Phones.clear(PHONE);
    Phones.clear(NEW_PHONE);
  }

  @Test
  void anotherPhoneAsksForAFactorAnewAfterTenMinutesAndThenGoesOn() {
    var mai = signedIn();
    clock.advance(Duration.ofMinutes(11));

    mai.opens("/my/account/phone").submits("/my/account/phone", "value", "0912 777 901");
    assertThat(mai.location()).isEqualTo("/step-up");
    assertThat(mai.follows().page()).contains("hơn 10 phút trước");
    assertThat(Phones.unreadSms(NEW_PHONE)).isEmpty();

    assertThat(mai.submits("/step-up").location()).isEqualTo("/sign-in/code");
    mai.submits("/sign-in/code", "code", Phones.awaitCode(PHONE));
    assertThat(mai.location()).startsWith("/my/account/phone");
    assertThat(mai.follows().location()).isEqualTo("/my/account/phone/code");
    assertThat(Phones.awaitCode(NEW_PHONE)).hasSize(6);
  }

  @Test
  void whoHasJustSignedInIsNotAskedAgain() {
    var mai = signedIn();

    assertThat(mai.opens("/my/account/passkeys").status()).isEqualTo(200);
  }

  @Test
  void keysAndAppsAskToo() {
    var mai = signedIn();
    clock.advance(Duration.ofMinutes(11));

    assertThat(mai.opens("/my/account/passkeys").location()).isEqualTo("/step-up");
    mai.opens("/my/account/authenticator").submits("/my/account/authenticator/enrolment");
    assertThat(mai.location()).isEqualTo("/step-up");
    mai.opens("/my/account/authenticator").submits("/my/account/authenticator/removal");
    assertThat(mai.location()).isEqualTo("/step-up");
  }

  @Test
  void anotherBrowserWithTheSameSessionAloneHasShownNothing() {
    var thief = signedIn().forgets("motcua_attempt");

    assertThat(thief.opens("/my/account/passkeys").location()).isEqualTo("/step-up");
  }

  private Visitor signedIn() {
    return visitor().signsIn(MAI, "MotCua@2020", PHONE);
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
