package org.motcua.identity.mandates;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.motcua.identity.Acting;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.testing.Clicks;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Mai and Hùng, between whom nothing is agreed yet. */
@SpringBootTest
@AutoConfigureMockMvc
public abstract class MandatesTest {

  protected static final String PASSWORD = "MotCua@2020";
  protected static final String MAI = "022190001234";
  protected static final String MAI_PHONE = "+84912000001";
  protected static final String HUNG = "022088005678";
  protected static final String HUNG_PHONE = "+84912000002";
  protected static final Set<Power> ALL_POWERS =
      Set.of(Power.SEE, Power.FILE, Power.PAY, Power.SIGN);

  @Autowired protected MockMvcTester mvc;
  @Autowired protected MockMvc browserless;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected Mandates mandates;
  @Autowired protected MovableClock clock;

  @BeforeEach
  void nothingIsAgreed() {
    jdbc.sql("delete from identity.mandate").update();
    jdbc.sql("delete from identity.delegation_offer").update();
    jdbc.sql("delete from identity.failed_sign_in").update();
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    Phones.clear(MAI_PHONE);
    Phones.clear(HUNG_PHONE);
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  protected Clicks as(CurrentUser user) {
    return Clicks.of(user, mvc);
  }

  protected Visitor visitor() {
    return new Visitor(browserless);
  }

  protected Mandate granted(CurrentUser from, CurrentUser to, MandateScope scope) {
    return mandates.grant(
        new NewMandate(MandateKind.DELEGATION, from.id(), to.id(), ALL_POWERS, scope, null), from);
  }

  /** As the session of one who acts for another has it. */
  protected static CurrentUser acting(CurrentUser actor, CurrentUser other, Mandate mandate) {
    return new CurrentUser(
        other.id(),
        other.kind(),
        other.name(),
        actor.level(),
        new Acting(actor.id(), actor.kind(), actor.name(), mandate.id()));
  }
}
