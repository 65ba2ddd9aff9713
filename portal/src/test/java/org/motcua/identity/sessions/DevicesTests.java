package org.motcua.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.testing.Phones;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class DevicesTests {

  private static final String HOA = "2213004567";
  private static final String PASSWORD = "MotCua@2020";
  private static final String PHONE = "+84912000003";
  private static final String DEVICES = "/my/account/devices";

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
  }

  @Test
  void oneSeesWhereOneIsSignedInAndFromWhere() {
    var hoa = visitor().from("203.0.113.77").signsIn(HOA, PASSWORD, PHONE);
    assertThat(hoa.opens(DEVICES).page())
        .contains("Thiết bị này", "203.0.113.x", "mật khẩu, mã tin nhắn")
        .doesNotContain("203.0.113.77");
  }

  @Test
  void signingOutElsewhereEndsTheOtherSessionsAndKeepsThisOne() {
    var phone = visitor().signsIn(HOA, PASSWORD, PHONE);
    var laptop = visitor().signsIn(HOA, PASSWORD, PHONE);
    laptop.opens(DEVICES);
    assertThat(laptop.submits(DEVICES + "/sign-out-others").location())
        .isEqualTo(DEVICES + "?done=others");
    assertThat(laptop.follows().page()).contains("Đã đăng xuất khỏi mọi nơi khác");
    assertThat(phone.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void oneDeviceAloneCanBeSignedOut() {
    var phone = visitor().signsIn(HOA, PASSWORD, PHONE);
    var laptop = visitor().signsIn(HOA, PASSWORD, PHONE);
    laptop.opens(DEVICES).submits(DEVICES + "/sign-out-others");
    var tablet = visitor().signsIn(HOA, PASSWORD, PHONE);
    var handle = laptop.opens(DEVICES).page().split("name=\"session\" value=\"")[1].split("\"")[0];
    laptop.submits(DEVICES + "/sign-out", "session", handle);
    assertThat(tablet.opens("/my").location()).isEqualTo("/sign-in");
    assertThat(laptop.opens("/my").status()).isEqualTo(200);
    assertThat(phone.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void wrongPasswordsAreSeenTogetherForAnHour() {
    var guesser = visitor().from("198.51.100.44").opens("/sign-in");
    guesser.submits("/sign-in", "name", HOA, "password", "không phải");
    guesser.submits("/sign-in", "name", HOA, "password", "cũng không");
    var hoa = visitor().signsIn(HOA, PASSWORD, PHONE);
    assertThat(hoa.opens(DEVICES).page()).contains("Nhập sai mật khẩu 2 lần", "198.51.100.x");
  }

  @Test
  void aSignInFromANewBrowserIsTold() {
    var own = visitor().signsIn(HOA, PASSWORD, PHONE);
    Phones.clear(PHONE);
    visitor().signsIn(HOA, PASSWORD, PHONE);
    assertThat(Phones.awaitSmsWith(DEVICES, PHONE)).contains("trình duyệt mới");
    assertThat(own.opens(DEVICES).page()).contains("Trình duyệt mới");
  }

  @Test
  void anOfficerHasThePageAtTheDesk() {
    var officer = visitor().signsIn("hongha.leader", PASSWORD, "+84912000103");
    assertThat(officer.opens("/desk/account/devices").page()).contains("Thiết bị này");
    assertThat(officer.opens("/desk/account").page()).contains("Đỗ Minh Quân");
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
