package org.motcua.identity.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class ClosingTests {

  private static final String NUMBER = "022095009911";
  private static final String PASSWORD = "một câu thật dài";
  private static final String PHONE = "+84912999011";

  @Autowired MockMvc mvc;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Accounts accounts;
  @Autowired CloseAccount closeAccount;

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void anAccountIsKeptBySigningInAndClosedOtherwiseAndItsNumberIsFree() {
    var lan = registers();
    var id = account();
    lan.opens("/my/account/closing");
    assertThat(lan.page()).contains("Điều gì kết thúc", "Pháp luật yêu cầu giữ gì");
    assertThat(lan.submits("/my/account/closing", "password", "sai", "agreed", "true").page())
        .contains("Mật khẩu không đúng");
    assertThat(lan.submits("/my/account/closing", "password", PASSWORD).page())
        .contains("Hãy xác nhận rằng bạn đã hiểu");
    closes(lan);
    assertThat(lan.opens("/my").location()).as("signed out").isEqualTo("/sign-in");

    clock.advance(Duration.ofDays(13));
    var back = visitor().signsIn(NUMBER, PASSWORD, PHONE);
    clock.advance(Duration.ofDays(2));
    closeAccount.close(id);
    assertThat(accounts.findPerson(id)).as("kept by signing in").isPresent();

    clock.reset();
    closes(back.opens("/my/account/closing"));
    closeAccount.close(id);
    assertThat(accounts.findPerson(id)).as("too early").isPresent();
    clock.advance(Duration.ofDays(15));
    closeAccount.close(id);
    closeAccount.close(id);
    assertThat(accounts.findPerson(id)).isEmpty();
    assertThat(row(id)).doesNotContain("Lan", NUMBER, "912999011");
    clock.reset();

    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    assertThat(registers().follows().page()).as("the number is free").contains("Phạm Thị Lan");
    assertThat(account()).isNotEqualTo(id);
  }

  private static void closes(Visitor lan) {
    lan.submits("/my/account/closing", "password", PASSWORD, "agreed", "true");
    assertThat(lan.location()).isEqualTo("/account-closing");
  }

  private Visitor registers() {
    Phones.clear(PHONE);
    var lan = visitor().opens("/register");
    lan.submits(
        "/register",
        "numberKind",
        "citizenId",
        "number",
        NUMBER,
        "fullName",
        "Phạm Thị Lan",
        "born.day",
        "1",
        "born.month",
        "2",
        "born.year",
        "1995",
        "gender",
        "FEMALE",
        "phone",
        "0912999011",
        "password",
        PASSWORD);
    lan.follows();
    return lan.submits("/sign-in/code", "code", Phones.awaitCode(PHONE));
  }

  private AccountId account() {
    return AccountId.of(
        jdbc.sql("select id from identity.account where citizen_id = :number")
            .param("number", NUMBER)
            .query(String.class)
            .single());
  }

  private String row(AccountId id) {
    return jdbc.sql("select a::text from identity.account a where id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
