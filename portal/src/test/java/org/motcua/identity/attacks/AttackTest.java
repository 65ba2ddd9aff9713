package org.motcua.identity.attacks;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.motcua.testing.Citizens;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A portal that nobody has attacked yet. */
@SpringBootTest
@AutoConfigureMockMvc
abstract class AttackTest {

  static final String MAI = "022190001234";
  static final String NOBODY = "001199123456";
  static final String PASSWORD = "MotCua@2020";
  static final String PHONE = Citizens.MAI_PHONE;

  @Autowired MockMvc mvc;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from identity.failed_sign_in").update();
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    Phones.clear(PHONE);
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  Visitor visitor() {
    return new Visitor(mvc);
  }

  /** Number and password are right; the code is on its way. */
  Visitor atTheCode() {
    var mai = visitor().opens("/sign-in");
    return mai.submits("/sign-in", "name", MAI, "password", PASSWORD).follows();
  }
}
