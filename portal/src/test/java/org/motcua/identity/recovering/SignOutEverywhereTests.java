package org.motcua.identity.recovering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.DemoPeople;
import org.motcua.testing.Phones;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class SignOutEverywhereTests {

  private static final String MAI = "022190001234";
  private static final String MAIS_PHONE = "+84912000001";
  private static final String PASSWORD = "MotCua@2020";
  private static final String PAGE = "/desk/sign-outs";

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void begin() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    jdbc.sql("delete from identity.one_time_code").update();
    Phones.clear(MAIS_PHONE);
  }

  /** ASVS 7.4.5. */
  @Test
  void theHotlineEndsAllSessionsOfOneWhoAsksAndTheHolderHearsOfIt() {
    var mai = visitor().signsIn(MAI, PASSWORD, MAIS_PHONE);
    assertThat(mai.opens("/my/account").status()).isEqualTo(200);

    var hotline = hotline().opens(PAGE);
    asks(hotline, "022 190 001 234", "27", "3", "1990");

    assertThat(hotline.location()).isEqualTo(PAGE + "?done=true");
    assertThat(hotline.follows().page()).contains("Đã đăng xuất mọi thiết bị");
    assertThat(mai.opens("/my/account").location()).isEqualTo("/sign-in");
    assertThat(Phones.awaitSmsWith("đã được đăng xuất", MAIS_PHONE)).contains("18001096");
    assertThat(noted()).isPositive();
  }

  @Test
  void whatDoesNotFitEndsNothingAndTellsNothing() {
    var mai = visitor().signsIn(MAI, PASSWORD, MAIS_PHONE);
    var reception = visitor().signsIn("hongha.reception", PASSWORD, "+84912000101").opens(PAGE);

    asks(reception, MAI, "28", "3", "1990");
    assertThat(reception.page())
        .contains("không thuộc về một tài khoản")
        .doesNotContain("Nguyễn Thị Mai");
    asks(reception, "001099999999", "27", "3", "1990");
    assertThat(reception.page()).contains("không thuộc về một tài khoản");
    asks(reception, "", "27", "3", "1990");
    assertThat(reception.page()).contains("Hãy nhập số");

    assertThat(mai.opens("/my/account").status()).isEqualTo(200);
  }

  @Test
  void officersWhoDoNotLookWhoSomebodyIsSignNobodyOut() {
    var leader = visitor().signsIn("hongha.leader", PASSWORD, "+84912000103");

    assertThat(leader.opens(PAGE).status()).isEqualTo(403);
  }

  private static void asks(Visitor officer, String number, String day, String month, String year) {
    officer.submits(
        PAGE, "number", number, "born.day", day, "born.month", month, "born.year", year);
  }

  private long noted() {
    return jdbc.sql(
            """
            select count(*) from platform.audit_entry
            where object_type = 'account' and object_id = :id
              and action = 'identity.signed-out-everywhere'
            """)
        .param("id", DemoPeople.citizen(MAI).toString())
        .query(Long.class)
        .single();
  }

  private Visitor hotline() {
    return visitor().signsIn("vpcp.hotline", PASSWORD, "+84912000402");
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
