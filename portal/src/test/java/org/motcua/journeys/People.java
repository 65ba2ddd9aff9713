package org.motcua.journeys;

import com.microsoft.playwright.Page;
import org.motcua.testing.Phones;

/** The demo people as they come to the door: with a number, a password and a phone. */
record People(String signInName, String name, String phone) {

  private static final String PASSWORD = "MotCua@2020";

  static final People MAI = new People("022190001234", "Nguyễn Thị Mai", "+84912000001");
  static final People HUNG = new People("022088005678", "Trần Văn Hùng", "+84912000002");
  static final People HOA = new People("2213004567", "Lê Thị Hoa", "+84912000003");
  static final People RECEPTION = new People("hongha.reception", "Phạm Thu Trang", "+84912000101");
  static final People SPECIALIST = new People("hongha.specialist", "Vũ Đức Long", "+84912000102");
  static final People LEADER = new People("hongha.leader", "Đỗ Minh Quân", "+84912000103");

  static final People ACCOUNTANT =
      new People("vpcp.accountant", "Đoàn Thị Kim Oanh", "+84912000403");
  static final People SECOND_ACCOUNTANT =
      new People("vpcp.accountant2", "Tạ Văn Sáng", "+84912000404");
  static final People JUSTICE_EDITOR =
      new People("tuphap.editor", "Đặng Thùy Linh", "+84912000501");
  static final People JUSTICE_CONTROLLER =
      new People("tuphap.control", "Phan Anh Dũng", "+84912000502");
  static final People GOVERNMENT_CONTROLLER =
      new People("vpcp.control", "Trịnh Ngọc Hải", "+84912000503");

  /** On the sign-in page, to wherever it leads. */
  void signIn(Page page) {
    Phones.clear(phone);
    var form = new Form(page);
    form.type("name", signInName).type("password", PASSWORD).press("Tiếp tục");
    form.type("code", Phones.awaitCode(phone));
    page.locator("main button[type=submit].govuk-button:not(.govuk-button--secondary)")
        .first()
        .click();
    page.waitForLoadState();
  }

  String lastFourDigits() {
    return phone.substring(phone.length() - 4);
  }
}
