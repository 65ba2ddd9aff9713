package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NameKind;
import org.motcua.platform.ids.NewId;
import org.motcua.testing.Browser;
import org.motcua.testing.CertificateAuthority;
import org.motcua.testing.Registers;
import org.motcua.testing.Residents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A director founds the account of her enterprise with its certificate and names two members: one
 * fills in, the other signs. Each can do that and no more, until she takes it back.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EnterpriseJourney {

  private static final String ENTERPRISE = "Công ty TNHH Hoa Ban";
  private static final String TAX_CODE = "5701888801";

  @RegisterExtension final Browser browser = new Browser();

  @Autowired private AccountStore accounts;
  @Autowired private AccountNames names;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void everythingAnswers() {
    Registers.reset();
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
  }

  @Test
  void twoMembersDoWhatTheyMayAndNoMoreUntilItIsTakenBack() {
    var huong = person("Trần Thu Hương");
    var minh = person("Lê Quang Minh");
    var anh = person("Phạm Ngọc Ánh");

    var director = browser.desktop();
    found(director, huong);
    invite(director, minh, "FILE");
    invite(director, anh, "SIGN");
    shoot(director, "members");
    var draft = draft();

    var filling = browser.phone();
    join(filling, minh);
    filling.navigate("/my/dossiers/" + draft);
    looked(filling);
    new Form(filling).press("Bắt đầu khai");
    new Form(filling).choose("declarant.relation", "mother").press("Lưu và tiếp tục");
    looked(filling);
    filling.navigate("/my/dossiers/" + draft + "/review");
    looked(filling);
    said(filling, "không được cam đoan và nộp thay");
    filling.navigate("/my/enterprises");
    looked(filling);
    shoot(filling, "own-business");
    said(filling, "Mục này chỉ dành cho chủ tài khoản");

    var signing = browser.phoneWithoutScript();
    join(signing, anh);
    signing.navigate("/my/dossiers/" + draft + "/review");
    looked(signing);
    shoot(signing, "review");
    said(signing, "Cam đoan");
    signing.navigate("/my/dossiers/" + draft + "/pages/declarant");
    looked(signing);
    shoot(signing, "beyond");
    said(signing, "Ủy quyền không bao gồm việc này");

    takeBack(director, minh);
    filling.navigate("/my/dossiers/" + draft);
    looked(filling);
    said(filling, "Bạn không còn làm thay nữa");
    signing.navigate("/my/dossiers");
    said(signing, "Đăng ký khai sinh");
  }

  /** She is verified in the middle of it, and comes back to where she was. */
  private void found(Page page, People director) {
    page.navigate("/my/enterprises/new");
    director.signIn(page);
    looked(page);
    shoot(page, "new");
    new Form(page).press("Ký bằng chứng thư số");
    looked(page);
    shoot(page, "step-up");
    new Form(page).press("Xác thực danh tính");
    looked(page);
    new Form(page).press("Đồng ý và xác thực");
    looked(page);
    new Form(page).press("Tiếp tục việc đang làm");
    looked(page);
    shoot(page, "certificate");
    var certificate =
        CertificateAuthority.TRUSTED.issueToEnterprise(
            ENTERPRISE, TAX_CODE, "CMND:" + director.signInName());
    new Form(page)
        .type("signature", certificate.signs(page.locator("#text").inputValue()))
        .press("Lập tài khoản doanh nghiệp");
    looked(page);
    said(page, "Đã lập tài khoản cho " + ENTERPRISE);
  }

  private static void invite(Page page, People member, String power) {
    new Form(page).press("Mời thành viên");
    looked(page);
    shoot(page, "invitation");
    page.locator("[name='powers'][value='FILE']").uncheck();
    new Form(page)
        .type("number", member.signInName())
        .type("fullName", member.name())
        .choose("powers", power)
        .press("Gửi lời mời");
    looked(page);
    said(page, "Đã gửi lời mời");
  }

  private void join(Page page, People member) {
    verified(member);
    page.navigate("/my/enterprises");
    member.signIn(page);
    looked(page);
    shoot(page, "invited");
    new Form(page).press("Nhận lời");
    looked(page);
    shoot(page, "joined");
    page.navigate("/my/enterprises");
    new Form(page).press("Làm thay doanh nghiệp");
    looked(page);
    assertThat(page.locator(".mc-acting").innerText()).contains(ENTERPRISE, member.name());
  }

  private static void takeBack(Page page, People member) {
    page.navigate(page.url().replaceAll("\\?.*", ""));
    page.locator("main tr")
        .filter(new Locator.FilterOptions().setHasText(member.name()))
        .locator("a")
        .click();
    looked(page);
    shoot(page, "member");
    new Form(page).press("Chấm dứt quyền");
    looked(page);
    said(page, "Đã chấm dứt quyền của thành viên");
  }

  /** Somebody of one's own for this journey, with the demo people's password. */
  private People person(String name) {
    var resident = Residents.withCitizenId(accounts);
    jdbc.sql(
            """
            update identity.account set name = :name, password_hash =
              (select password_hash from identity.account where citizen_id = '022190001234')
            where id = :id
            """)
        .param("name", name)
        .param("id", resident.id().value())
        .update();
    Registers.person(resident.number(), null, name, Residents.BORN.toString(), resident.phone());
    return new People(resident.number(), name, resident.phone());
  }

  private void verified(People person) {
    jdbc.sql(
            """
            insert into identity.verification (account_id, how, verified_at)
            select id, 'REGISTER', now() from identity.account where citizen_id = :number
            """)
        .param("number", person.signInName())
        .update();
  }

  /** No service is made for enterprises yet; what a member may do to a draft is the same. */
  private String draft() {
    var id = NewId.next();
    jdbc.sql(
            """
            insert into dossiers.dossier
              (id, applicant, applicant_name, phone, service, service_version, procedure_code,
               answers, status, changed_at)
            values (:id, :applicant, :name, '+84912000010', 'birth-registration', 1, '1.001193',
                    '{}', 0, now())
            """)
        .param("id", id)
        .param("applicant", names.find(NameKind.TAX_CODE, TAX_CODE).orElseThrow().value())
        .param("name", ENTERPRISE)
        .update();
    return id.toString();
  }

  private static void said(Page page, String words) {
    assertThat(page.locator("main").innerText()).contains(words);
  }

  private static void looked(Page page) {
    page.waitForLoadState();
    Browser.assertAccessible(page);
  }

  private static void shoot(Page page, String name) {
    Browser.screenshot(page, "enterprise-" + name + "-" + page.viewportSize().width);
  }
}
