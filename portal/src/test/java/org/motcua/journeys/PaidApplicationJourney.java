package org.motcua.journeys;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.submitting.FilledForms;
import org.motcua.eservices.FilledExample;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServiceSlug;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.payments.refunding.SendRefunds;
import org.motcua.testing.Browser;
import org.motcua.testing.Citizens;
import org.motcua.testing.Officers;
import org.motcua.testing.VnpayHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Mai insures herself for a month: she pays at VNPAY, comes back, hands in by one button, and has
 * her money back when the insurance refuses it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PaidApplicationJourney extends DossiersTest {

  private static final ServiceSlug INSURANCE = new ServiceSlug("voluntary-social-insurance");

  @RegisterExtension final Browser browser = new Browser();

  @Autowired DossierStore dossiers;
  @Autowired OnlineServices services;
  @Autowired Posts posts;
  @Autowired SendRefunds sendRefunds;

  @Test
  void onADesktopOnePaysHandsInAndSeesItGoBack() {
    payHandInAndSeeItGoBack(browser.desktop(), "desktop");
  }

  @Test
  void onAPhoneWithoutScriptsToo() {
    payHandInAndSeeItGoBack(browser.phoneWithoutScript(), "plain");
  }

  private void payHandInAndSeeItGoBack(Page page, String size) {
    VnpayHouse.leadsTo(browser.address());
    var id = filled();
    page.navigate(mine(id) + "/review");
    People.MAI.signIn(page);
    page.navigate(mine(id) + "/review");
    look(page, "fee-review-" + size);
    page.locator("#declared").check();
    press(page, "Nộp 264.000 đồng rồi nộp hồ sơ");
    assertThat(main(page)).contains("264.000", "Chờ nộp");

    page.locator("button[name=way][value=vnpay]").click();
    page.waitForURL("**/vnpay/paymentv2/vpcpay.html?*");
    press(page, "Trả");
    assertThat(main(page)).contains("Đã nộp thành công");
    page.navigate(mine(id) + "/review");
    assertThat(main(page)).contains("Đã nộp 264.000 đồng. Còn một bước: bấm Nộp hồ sơ");
    assertThat(page.locator("#declared").isChecked()).as("said before").isTrue();
    look(page, "fee-paid-" + size);
    press(page, "Nộp hồ sơ");
    assertThat(main(page)).contains("Đã nộp hồ sơ");
    page.navigate(mine(id));
    assertThat(main(page)).contains("Đã nộp trực tuyến");
    look(page, "fee-dossier-" + size);

    refuse(id);
    await()
        .atMost(ofSeconds(60))
        .untilAsserted(
            () -> {
              page.reload();
              assertThat(main(page)).contains("Đang hoàn lại 264.000 đồng");
            });
    look(page, "fee-back-" + size);
    seeItArrive(page, id, size);
  }

  private void seeItArrive(Page page, DossierId id, String size) {
    page.navigate("/my/payments");
    assertThat(main(page)).contains("Đang hoàn tiền", "Đang hoàn lại 264.000 đồng");
    look(page, "fee-mine-" + size);
    page.locator("main h2 a[href^='/pay/']").first().click();
    assertThat(main(page)).contains("Đang hoàn tiền", "264.000 đồng – đang chuyển về cho bạn");
    look(page, "fee-payment-back-" + size);
    sendRefunds.sendAll();
    page.reload();
    assertThat(main(page)).contains("Đã hoàn lại tiền cho bạn", "264.000 đồng – đã hoàn");
    look(page, "fee-payment-there-" + size);
    page.navigate("/my/payments");
    assertThat(main(page)).contains("Đã hoàn tiền", "Đã hoàn lại 264.000 đồng");
    page.navigate(mine(id));
    assertThat(main(page)).contains("Đã hoàn lại 264.000 đồng");
    look(page, "fee-there-" + size);
  }

  private DossierId filled() {
    var mai = Citizens.mai().knownAs(LevelOfAssurance.LOA3);
    var example = FilledExample.of(INSURANCE, "lowest-income-monthly");
    goTo(example.today(), LocalTime.of(9, 0));
    var id = begin(mai, INSURANCE.value());
    new FilledForms(mvc, dossiers).fillIn(id, services.get(INSURANCE), example, mai);
    return id;
  }

  private void refuse(DossierId id) {
    var officer = Officers.newcomer("Phạm Thị Tiếp");
    var agency = dossier(id).decidingAgency();
    posts.appoint(new Post(new OfficerId(officer.id().value()), agency, Role.RECEPTION), "test");
    as(officer).send(desk(id) + "/refusal", "reason", "Đang đóng bắt buộc");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
    page.waitForLoadState();
  }

  private static String main(Page page) {
    return page.locator("main").innerText();
  }

  private static void look(Page page, String name) {
    Browser.assertAccessible(page);
    Browser.screenshot(page, name);
  }
}
