package org.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.testing.Phones;
import org.motcua.testing.Registers;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class RegistrationTests {

  private static final String PASSWORD = "con thuyền trên vịnh";

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void forgetEarlierTries() {
    Registers.reset();
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
  }

  @Test
  void aCitizenRegistersByCitizenIdAndIsSignedIn() {
    var an = visitor();
    register(an, "citizenId", "022 199 001 111", "27 3 1999", "", "0912100001");
    an.follows().submits("/sign-in/code", "code", Phones.awaitCode("+84912100001"));
    assertThat(an.location()).isEqualTo("/my");
    assertThat(an.follows().page())
        .contains("Phạm Hồng An", "022199001111", "27/03/1999", "0912 100 001")
        .contains("Nữ"); // told by the number alone
    assertThat(visitor().signsIn("022199001111", PASSWORD, "+84912100001").location())
        .isEqualTo("/my");
  }

  @Test
  void aCitizenRegistersBySocialInsuranceNumber() {
    var an = visitor();
    register(an, "socialInsuranceNumber", "2213009999", "1 12 1980", "MALE", "0912100002");
    an.follows().submits("/sign-in/code", "code", Phones.awaitCode("+84912100002"));
    assertThat(an.follows().page()).contains("2213009999", "Nam");
    assertThat(visitor().signsIn("2213009999", PASSWORD, "+84912100002").location())
        .isEqualTo("/my");
  }

  @Test
  void anEnterpriseRegistersByTaxCode() {
    var firm = visitor().opens("/register/enterprise");
    firm.submits(
        "/register/enterprise",
        "taxCode",
        "0100109106",
        "fullName",
        "Công ty Biển Xanh",
        "phone",
        "0912100003",
        "password",
        PASSWORD);
    firm.follows().submits("/sign-in/code", "code", Phones.awaitCode("+84912100003"));
    assertThat(firm.follows().page()).contains("Công ty Biển Xanh", "0100109106");
  }

  @Test
  void anEnterpriseIsRegisteredOnlyAsTheRegisterHasIt() {
    assertThat(registersFirm("0100109106", "CONG TY BIEN XANH").location())
        .isEqualTo("/sign-in/code");
    assertThat(registersFirm("0100109106", "Công ty Biển Lớn").page())
        .contains("Tên đăng ký với mã số thuế này là “Công ty Biển Xanh”");
    assertThat(registersFirm("5700100016", "Công ty Nào Đó").page())
        .contains("không có mã số thuế này");
    Registers.enterprise("5700100016", "Bình Minh", "DISSOLVED", "022190001234", "Mai");
    assertThat(registersFirm("5700100016", "Bình Minh").page()).contains("đã giải thể");
    Registers.enterprise("5700100016", "Bình Minh", "SUSPENDED", "022190001234", "Mai");
    assertThat(registersFirm("5700100016", "Bình Minh").page()).contains("tạm ngừng kinh doanh");

    Registers.fails(Registers.ENTERPRISES, Registers.Fault.UNAVAILABLE);
    var unlucky = registersFirm("0100109106", "Công ty Biển Xanh");
    assertThat(unlucky.status()).isEqualTo(503);
    assertThat(unlucky.page()).contains("đang gián đoạn", "value=\"Công ty Biển Xanh\"");
    Registers.reset();
    assertThat(registersFirm("0100109106", "Công ty Biển Xanh").location())
        .isEqualTo("/sign-in/code");
  }

  private Visitor registersFirm(String taxCode, String name) {
    var firm = visitor().opens("/register/enterprise");
    return firm.submits(
        "/register/enterprise",
        "taxCode",
        taxCode,
        "fullName",
        name,
        "phone",
        "0912100009",
        "password",
        PASSWORD);
  }

  @Test
  void whatIsWrongIsToldAtEachFieldAndWhatWasTypedStays() {
    var an = visitor().opens("/register");
    an.submits(
        "/register",
        "numberKind",
        "citizenId",
        "number",
        "12345",
        "fullName",
        "4n",
        "born.day",
        "31",
        "born.month",
        "2",
        "born.year",
        "1990",
        "phone",
        "12",
        "password",
        "12345678");
    assertThat(an.page())
        .contains("Số căn cước công dân gồm 12 chữ số")
        .contains("Hãy nhập họ và tên")
        .contains("Hãy nhập đủ ngày, tháng, năm sinh")
        .contains("Hãy chọn giới tính")
        .contains("Hãy nhập số điện thoại di động")
        .contains("Mật khẩu này quá phổ biến")
        .contains("value=\"12345\"", "value=\"4n\"", "href=\"#number\"")
        .doesNotContain("12345678");
  }

  @Test
  void aBirthdayThatDoesNotFitTheNumberIsTold() {
    var an = visitor();
    register(an, "citizenId", "022199001112", "27 3 1998", "FEMALE", "0912100004");
    assertThat(an.page()).contains("Năm sinh không khớp với số căn cước công dân");
  }

  @Test
  void thatANumberHasAnAccountIsToldOnlyAfterTheCode() {
    var other = visitor();
    register(other, "citizenId", "022190001234", "27 3 1990", "FEMALE", "0912100005");
    assertThat(other.location()).isEqualTo("/sign-in/code");
    other.follows().submits("/sign-in/code", "code", Phones.awaitCode("+84912100005"));
    assertThat(other.page()).contains("Số này đã có tài khoản");
    assertThat(other.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void clickingTwiceMakesOneAccountAndSendsOneCode() {
    var an = visitor();
    register(an, "citizenId", "022199001113", "27 3 1999", "FEMALE", "0912100006");
    register(an, "citizenId", "022199001113", "27 3 1999", "FEMALE", "0912100006");
    var code = Phones.awaitCode("+84912100006");
    var secondClick = an.follows().copy();
    assertThat(an.submits("/sign-in/code", "code", code).location()).isEqualTo("/my");
    assertThat(secondClick.submits("/sign-in/code", "code", code).location()).isEqualTo("/my");
    assertThat(Phones.unreadSms("+84912100006")).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from identity.account where citizen_id = '022199001113'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void withoutJavaScriptTheListsOfUnitsComeOneByOne() {
    var an = visitor().opens("/register");
    an.submits("/register", "_update", "home", "home.province", "22", "fullName", "Phạm Hồng An");
    assertThat(an.page()).contains("Thành phố Hạ Long", "value=\"Phạm Hồng An\"");
    an.submits("/register", "_update", "home", "home.province", "22", "home.district", "193");
    assertThat(an.page()).contains("Phường Hồng Hà");
  }

  private static void register(
      Visitor visitor, String kind, String number, String born, String gender, String phone) {
    var date = born.split(" ");
    visitor.opens("/register");
    visitor.submits(
        "/register",
        "numberKind",
        kind,
        "number",
        number,
        "fullName",
        "Phạm  Hồng An",
        "born.day",
        date[0],
        "born.month",
        date[1],
        "born.year",
        date[2],
        "gender",
        gender,
        "phone",
        phone,
        "password",
        PASSWORD);
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
