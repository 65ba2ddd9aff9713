package org.motcua.identity.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.testing.Citizens;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.SignedIn;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class PasskeyTests {

  private static final String MAI = "022190001234";
  private static final String PASSWORD = "MotCua@2020";
  private static final String HOME = "/my/account/passkeys";

  @Autowired MockMvc mvc;
  @Autowired MockMvcTester pages;
  @Autowired Passkeys passkeys;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private final SoftPasskey device = new SoftPasskey();

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    Phones.clear(Citizens.MAI_PHONE);
  }

  @AfterEach
  void forgetPasskeys() {
    jdbc.sql("delete from identity.passkey").update();
    clock.reset();
  }

  @Test
  void aPasskeyIsAddedAndFromThenOnOpensTheAccountByItself() {
    var mai = mai();
    Phones.clear(Citizens.MAI_PHONE);
    adds(mai, device, "Điện thoại của tôi");
    assertThat(mai.location()).startsWith(HOME + "?added=");
    assertThat(mai.follows().page()).contains("Đã thêm khóa truy cập “Điện thoại của tôi”");
    assertThat(Phones.awaitSmsWith("khóa truy cập", Citizens.MAI_PHONE))
        .contains("khóa truy cập", "18001096");

    var later = visitor().opens("/sign-in");
    assertThat(signsIn(later, device).location()).isEqualTo("/my");
    assertThat(later.follows().page()).contains("Nguyễn Thị Mai");
    assertThat(later.opens(HOME).page()).as("two factors at once").contains("Dùng lần cuối lúc");
  }

  @Test
  void oneWithoutANameIsGivenOne() {
    adds(mai(), device, "  ");
    assertThat(passkeys.listOf(Citizens.mai().id()))
        .singleElement()
        .returns("Khóa truy cập", Passkey::name);
  }

  @Test
  void theDeviceIsToldWhatItHasAlready() {
    var mai = mai();
    adds(mai, device, "Máy tính");
    assertThat(mai.opens(HOME).submits(HOME + "/options").page())
        .contains(Encoded.text(passkeys.listOf(Citizens.mai().id()).getFirst().credentialId()));
    adds(mai, device, "Lần nữa");
    assertThat(mai.page()).contains("đã có trong tài khoản");
    assertThat(passkeys.listOf(Citizens.mai().id())).hasSize(1);
  }

  @Test
  void anAnswerServesOnce() {
    adds(mai(), device, "Máy tính");
    var thief = visitor().opens("/sign-in");
    var answer = device.signs(options(thief));
    var listener = thief.copy();
    assertThat(thief.submits("/sign-in/passkey", "credential", answer).location()).isEqualTo("/my");
    assertThat(listener.submits("/sign-in/passkey", "credential", answer).page())
        .contains("đã dùng rồi");
  }

  @Test
  void anAnswerServesOnlyInTheBrowserThatWasAsked() {
    adds(mai(), device, "Máy tính");
    var answer = device.signs(options(visitor().opens("/sign-in")));
    var thief = visitor().opens("/sign-in");
    options(thief);
    assertThat(thief.submits("/sign-in/passkey", "credential", answer).page())
        .contains("đã dùng rồi");
    assertThat(thief.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void anAnswerAfterFiveMinutesIsTooLate() {
    adds(mai(), device, "Máy tính");
    var mai = visitor().opens("/sign-in");
    var answer = device.signs(options(mai));
    clock.advance(Duration.ofMinutes(5));
    assertThat(mai.submits("/sign-in/passkey", "credential", answer).page())
        .contains("Đã quá 5 phút");
  }

  @Test
  void whatWasAskedForAddingSignsNobodyIn() {
    var mai = mai();
    adds(mai, device, "Máy tính");
    var adding = mai.opens(HOME).submits(HOME + "/options").page();
    var mixed = adding.replace("\"rp\":", "\"rpId\":\"localhost\",\"rp\":");
    assertThat(mai.submits("/sign-in/passkey", "credential", device.signs(mixed)).page())
        .contains("đã dùng rồi");
  }

  @Test
  void anAnswerMadeAtAnotherAddressIsRefused() {
    adds(mai(), device, "Máy tính");
    device.at("https://motcua.example");
    assertThat(signsIn(visitor().opens("/sign-in"), device).page()).contains("không được nhận");
    adds(mai(), new SoftPasskey().at("http://localhost:9999"), "Trang giả");
    assertThat(passkeys.listOf(Citizens.mai().id())).hasSize(1);
  }

  @Test
  void aDeviceThatDoesNotLookWhoIsThereIsRefused() {
    adds(mai(), new SoftPasskey().withoutLookingWhoIsThere(), "Không khóa");
    assertThat(passkeys.listOf(Citizens.mai().id())).isEmpty();
    adds(mai(), device, "Máy tính");
    device.withoutLookingWhoIsThere();
    assertThat(signsIn(visitor().opens("/sign-in"), device).page()).contains("không được nhận");
  }

  @Test
  void aCountThatGoesBackBetraysACopyAndTheOwnerHearsOfIt() {
    device.counting(10);
    adds(mai(), device, "Khóa USB");
    assertThat(signsIn(visitor().opens("/sign-in"), device).location()).isEqualTo("/my");
    Phones.clear(Citizens.MAI_PHONE);
    device.counting(11);
    var thief = visitor().opens("/sign-in");
    assertThat(signsIn(thief, device).page()).contains("dấu hiệu bị sao chép");
    assertThat(thief.opens("/my").location()).isEqualTo("/sign-in");
    assertThat(Phones.awaitSmsWith("Khóa USB", Citizens.MAI_PHONE))
        .contains("Khóa USB", "sao chép");
    device.counting(40);
    assertThat(signsIn(visitor().opens("/sign-in"), device).location()).isEqualTo("/my");
  }

  @Test
  void aPasskeyThatNamesAnotherAccountIsRefused() {
    adds(mai(), device, "Máy tính");
    device.calling(Encoded.text(Encoded.handle(Citizens.hung().id())));
    assertThat(signsIn(visitor().opens("/sign-in"), device).page()).contains("không được nhận");
  }

  @Test
  void garbageIsRefusedPlainly() {
    var stranger = visitor().opens("/sign-in/passkey");
    for (var garbage :
        new String[] {"", "{}", "null", "[]", "{\"rawId\":\"AAAA\"}", "<xml/>", garbled()}) {
      stranger.submits("/sign-in/passkey", "credential", garbage);
      assertThat(stranger.status()).as(garbage).isEqualTo(200);
      assertThat(stranger.page()).as(garbage).contains("không được nhận");
    }
    var mai = mai().opens(HOME);
    for (var garbage : new String[] {"", "{\"response\":{}}", garbled()}) {
      assertThat(mai.submits(HOME, "credential", garbage).page())
          .as(garbage)
          .contains("Không thêm được khóa truy cập này");
    }
  }

  @Test
  void aRemovedPasskeyOpensNothing() {
    var mai = mai();
    adds(mai, device, "Máy cũ");
    var id = passkeys.listOf(Citizens.mai().id()).getFirst().id();
    assertThat(mai.opens(HOME + "/" + id + "/removal").page())
        .contains("Xóa khóa truy cập “Máy cũ”?");
    mai.submits(HOME + "/" + id + "/removal");
    assertThat(mai.follows().page()).contains("Đã xóa khóa truy cập", "chưa có khóa truy cập nào");
    assertThat(mai.submits(HOME + "/" + id + "/removal").status())
        .as("a second click")
        .isEqualTo(302);
    assertThat(signsIn(visitor().opens("/sign-in"), device).page())
        .contains("không còn thuộc tài khoản nào");
  }

  @Test
  void nobodySeesOrRemovesAnothersPasskey() {
    adds(mai(), device, "Máy tính");
    var id = passkeys.listOf(Citizens.mai().id()).getFirst().id();
    var hung = visitor().signsIn("022088005678", PASSWORD, "+84912000002");
    assertThat(hung.opens(HOME).page()).doesNotContain("Máy tính");
    assertThat(hung.opens(HOME + "/" + id + "/removal").status()).isEqualTo(404);
    hung.opens(HOME).submits(HOME + "/" + id + "/removal");
    assertThat(passkeys.listOf(Citizens.mai().id())).hasSize(1);
  }

  @Test
  void afterThePasswordOnlyThatAccountsPasskeysAreAskedFor() {
    adds(mai(), device, "Máy tính");
    var mine = Encoded.text(passkeys.listOf(Citizens.mai().id()).getFirst().credentialId());
    var mai = visitor().opens("/sign-in");
    mai.submits("/sign-in", "name", MAI, "password", PASSWORD);
    Phones.awaitCode(Citizens.MAI_PHONE);
    assertThat(mai.opens("/sign-in/ways").page()).contains("PASSKEY");
    mai.opens("/sign-in/passkey");
    assertThat(options(mai)).contains(mine);
    assertThat(signsIn(mai, device).location()).isEqualTo("/my");
    assertThat(options(visitor().opens("/sign-in"))).doesNotContain(mine);
  }

  @Test
  void whoShowedOnlyAPasswordIsAskedForMoreFirst() {
    var mai =
        new CurrentUser(
            Citizens.mai().id(), AccountKind.CITIZEN, "Mai", LevelOfAssurance.LOA1, null);
    assertThat(pages.get().uri(HOME).with(SignedIn.as(mai))).hasStatus3xxRedirection();
    assertThat(mai().opens(HOME).status()).isEqualTo(200);
  }

  @Test
  void whoHasLostPhoneAndPasswordSetsNewOnesWithThePasskeyAndTheOldPhoneHearsOfIt() {
    adds(mai(), device, "Máy tính");
    var newPhone = "+84912777001";
    try {
      Phones.clear(Citizens.MAI_PHONE);
      var mai = visitor().opens("/recover");
      assertThat(mai.page()).contains("href=\"/my/account/recovery\"");
      assertThat(mai.opens("/my/account/recovery").location()).isEqualTo("/sign-in");
      assertThat(signsIn(mai.follows(), device).location()).startsWith("/my/account/recovery");
      assertThat(mai.follows().page())
          .contains("không cần điện thoại cũ hay mật khẩu cũ", "72 giờ");

      assertThat(mai.opens("/my/account/password").page())
          .contains("không cần nhập mật khẩu hiện nay")
          .doesNotContain("name=\"current\"");
      mai.submits("/my/account/password", "fresh", "sáng nay trời có mây");
      assertThat(mai.location()).contains("changed=password");
      var told = Phones.awaitSmsWith("/not-me/", Citizens.MAI_PHONE);
      assertThat(told).contains("Mật khẩu", "72 giờ");
      Phones.clear(newPhone);
      mai.opens("/my/account/phone").submits("/my/account/phone", "value", "0912 777 001");
      mai.submits("/my/account/phone/code", "code", Phones.awaitCode(newPhone));
      assertThat(mai.location()).contains("changed=phone");

      clock.advance(Duration.ofHours(70));
      var link = told.replaceAll("(?s).*(/not-me/[\\w-]+).*", "$1");
      visitor().opens(link).submits(link);
      assertThat(mai.opens("/my").location()).as("a thief").isEqualTo("/sign-in");
      Phones.clear(Citizens.MAI_PHONE);
      assertThat(mai().opens("/my/account").page()).contains("0912 000 001");
    } finally {
      jdbc.sql("delete from identity.account_change").update();
    }
  }

  @Test
  void aPasskeyStandsForThePasswordForAQuarterOfAnHourAndForItsOwnAccountOnly() {
    var mai = mai();
    assertThat(mai.opens("/my/account/password").page()).doesNotContain("Quên mật khẩu hiện nay");
    adds(mai, device, "Máy tính");
    assertThat(mai.opens("/my/account/password").page())
        .contains("name=\"current\"", "Quên mật khẩu hiện nay");
    assertThat(mai.opens("/my/account/password/by-passkey").location())
        .isEqualTo("/sign-in/passkey");
    assertThat(signsIn(mai.follows(), device).location()).contains("/my/account/password");
    assertThat(mai.follows().follows().page()).doesNotContain("name=\"current\"");
    clock.advance(Duration.ofMinutes(16));
    assertThat(mai.opens("/my/account/password").page()).contains("name=\"current\"");
    assertThat(mai.submits("/my/account/password", "fresh", "sáng nay trời có mây").page())
        .contains("Mật khẩu hiện nay không đúng");
    assertThat(mai.location()).isEmpty();
  }

  @Test
  void anOfficerHasPasskeysAtTheDesk() {
    var officer = visitor().signsIn("hongha.leader", PASSWORD, "+84912000103");
    officer.opens("/desk/account/passkeys");
    var made = device.creates(officer.submits("/desk/account/passkeys/options").page());
    officer.submits("/desk/account/passkeys", "name", "Máy ở cơ quan", "credential", made);
    assertThat(officer.follows().page()).contains("Máy ở cơ quan");
    assertThat(signsIn(visitor().opens("/sign-in"), device).location()).isEqualTo("/desk");
  }

  /** All there, nothing of it what it should be. */
  private static String garbled() {
    return """
    {"rawId": "AAAA", "response": {"authenticatorData": "AAAA", "clientDataJSON": "e30",
     "attestationObject": "AAAA", "signature": "AAAA", "userHandle": 3}}
    """;
  }

  private void adds(Visitor who, SoftPasskey passkey, String name) {
    var made = passkey.creates(who.opens(HOME).submits(HOME + "/options").page());
    who.submits(HOME, "name", name, "credential", made);
  }

  private static Visitor signsIn(Visitor who, SoftPasskey passkey) {
    return who.submits("/sign-in/passkey", "credential", passkey.signs(options(who)));
  }

  private static String options(Visitor who) {
    return who.submits("/sign-in/passkey/options").page();
  }

  private Visitor mai() {
    return visitor().signsIn(MAI, PASSWORD, Citizens.MAI_PHONE);
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
