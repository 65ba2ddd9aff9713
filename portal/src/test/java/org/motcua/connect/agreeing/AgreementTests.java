package org.motcua.connect.agreeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.connect.TestSites.REDIRECT;
import static org.motcua.connect.model.PersonalData.ADDRESS;
import static org.motcua.connect.model.PersonalData.BIRTH;
import static org.motcua.connect.model.PersonalData.EMAIL;
import static org.motcua.connect.model.PersonalData.NAME;
import static org.motcua.connect.model.PersonalData.NUMBER;
import static org.motcua.connect.model.PersonalData.PHONE;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.connect.TestSites;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Agreement;
import org.motcua.connect.model.AgreementStore;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientStore;
import org.motcua.connect.model.SignOnStore;
import org.motcua.connect.sandbox.SandboxPeople;
import org.motcua.identity.Acting;
import org.motcua.identity.Consents;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.testing.Citizens;
import org.motcua.testing.Enterprises;
import org.motcua.testing.FormToken;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

@SpringBootTest
@AutoConfigureMockMvc
class AgreementTests {

  private static final String ALL_ASKED = "NAME,NUMBER,BIRTH,PHONE,EMAIL";

  @Autowired MockMvcTester mvc;
  @Autowired MockMvc plainMvc;
  @Autowired ClientStore clients;
  @Autowired KnownClients known;
  @Autowired SignOnStore signOns;
  @Autowired AgreementStore agreements;
  @Autowired Consents consents;
  @Autowired Mandates mandates;

  private final CurrentUser mai = Citizens.mai();
  private TestSites sites;

  @BeforeEach
  void setUpSites() {
    sites = new TestSites(clients, known, signOns);
  }

  @Test
  void thePageSaysWhoReceivesWhatWithOnesOwnValues() {
    assertThat(page(mai, sites.open()))
        .contains("Đăng nhập vào Cổng thử của Quảng Ninh", "thu.quangninh.example", "Quảng Ninh")
        .contains("Nguyễn Thị Mai", "022 ••• ••• 234", "Số điện thoại: ••• ••• 001")
        .contains("mật khẩu, hồ sơ và giấy tờ của bạn vẫn ở lại đây")
        .doesNotContain("022190001234", "+84912000001", "Mới");
  }

  @Test
  void whatTheAccountDoesNotKnowIsSaidAndNotAsked() {
    assertThat(page(Citizens.hoa(), sites.open()))
        .contains("Tài khoản chưa có, nên không gửi gì")
        .contains("Trang này còn hỏi: Thư điện tử")
        .doesNotContain("value=\"EMAIL\"");
  }

  @Test
  void anEnterpriseIsNotAskedForItsBirthday() {
    var site = sites.open();
    assertThat(page(Enterprises.saoVang(), site))
        .contains("Tên doanh nghiệp", "Mã số thuế", "5700123454")
        .doesNotContain("Ngày sinh", "Họ và tên");
    agree(Enterprises.saoVang(), site, ALL_ASKED);
    assertThat(agreement(Enterprises.saoVang(), site).covers(portal(site))).isTrue();
  }

  @Test
  void nothingIsChosenBeforehandAndLaterWhatWasChosen() {
    var site = sites.open();
    assertThat(page(mai, site)).doesNotContain(" checked");
    assertThat(agree(mai, site, ALL_ASKED, "PHONE"))
        .hasRedirectedUrl("/sign-on/onward?" + query(site));
    assertThat(agreement(mai, site).given()).containsExactlyInAnyOrder(NAME, NUMBER, PHONE);
    assertThat(agreement(mai, site).refused()).containsExactlyInAnyOrder(BIRTH, EMAIL);
    assertThat(page(mai, site))
        .containsOnlyOnce(" checked")
        .containsPattern("value=\"PHONE\"[^>]* checked");
  }

  @Test
  void whatTheSiteWantsAnewIsMarkedAndAskedBeforeAnythingIsKept() {
    var site = sites.open();
    agree(mai, site, ALL_ASKED);
    var more = sites.wants(site, EnumSet.of(NAME, NUMBER, BIRTH), EnumSet.of(PHONE, ADDRESS));
    assertThat(agreement(mai, more).covers(portal(more))).isFalse();
    assertThat(page(mai, more)).contains("Trang này nay hỏi thêm thông tin");

    var wantsMoreStill = sites.wants(site, EnumSet.of(NAME, NUMBER, BIRTH, ADDRESS), Set.of());
    assertThat(agree(mai, wantsMoreStill, "NAME,NUMBER,BIRTH,PHONE"))
        .as("he has not seen that the address is needed")
        .hasRedirectedUrl("/agreement?" + query(site));
    assertThat(agreement(mai, site).given()).doesNotContain(ADDRESS);
  }

  @Test
  void whatHeHasNotSeenIsNotRefusedInHisName() {
    var site = sites.open();
    agree(mai, site, "NAME,NUMBER,BIRTH", "BIRTH", "PHONE");
    assertThat(agreement(mai, site).given()).containsExactlyInAnyOrder(NAME, NUMBER, BIRTH);
    assertThat(agreement(mai, site).covers(portal(site))).isFalse();
  }

  @Test
  void unknownWordsInTheFormAreNothing() {
    var site = sites.open();
    agree(mai, site, ALL_ASKED + ",SHOE_SIZE", "SHOE_SIZE", "", "GENDER", "phone");
    assertThat(agreement(mai, site).given()).containsExactlyInAnyOrder(NAME, NUMBER);
  }

  @Test
  void anEmptyFormIsRefused() {
    assertThat(mvc.post().uri("/agreement").with(SignedIn.as(mai)).with(FormToken.csrf()))
        .hasStatus(400)
        .bodyText()
        .contains("Yêu cầu đăng nhập không đúng");
    assertThat(mvc.get().uri("/agreement").with(SignedIn.as(mai))).hasStatus(400);
  }

  @Test
  void agreeingTwiceAndComingBackToThePageAgreeAlike() {
    var site = sites.open();
    agree(mai, site, ALL_ASKED, "PHONE");
    var first = agreement(mai, site);
    agree(mai, site, ALL_ASKED, "PHONE");
    assertThat(agreement(mai, site).given()).isEqualTo(first.given());
    assertThat(stands(site)).isTrue();
    agree(mai, site, ALL_ASKED, "EMAIL");
    assertThat(agreement(mai, site).given()).containsExactlyInAnyOrder(NAME, NUMBER, EMAIL);
  }

  @Test
  void twoSitesInTwoWindowsAreTwoAgreements() {
    var one = sites.open();
    var other = sites.open();
    page(mai, one);
    page(mai, other);
    agree(mai, one, ALL_ASKED, "PHONE");
    agree(mai, other, ALL_ASKED, "BIRTH");
    assertThat(agreement(mai, one).given()).contains(PHONE).doesNotContain(BIRTH);
    assertThat(agreement(mai, other).given()).contains(BIRTH).doesNotContain(PHONE);
  }

  @Test
  void aRequestThatWasTamperedWithLeadsNowhereElse() {
    var site = sites.open();
    assertThat(post(mai, "client_id=nobody", ALL_ASKED)).hasStatus(400);
    assertThat(post(mai, "client_id=national-database", ALL_ASKED)).hasStatus(400);
    assertThat(post(mai, "https://evil.example/?client_id=" + site.id(), ALL_ASKED)).hasStatus(400);
    assertThat(post(mai, "client_id=" + site.id() + "&state={x}%0D%0A", ALL_ASKED))
        .hasRedirectedUrl("/sign-on/onward?client_id=" + site.id() + "&state=%7Bx%7D%0D%0A");
    assertThat(refuse(mai, "client_id=" + site.id() + "&redirect_uri=https://evil.example"))
        .hasStatus(400);
  }

  @Test
  void aSiteThatHasCeasedIsNotAgreedTo() {
    var site = sites.open();
    page(mai, site);
    sites.close(site);
    assertThat(agree(mai, site, ALL_ASKED)).hasStatus(400);
    assertThat(agreements.find(mai.id(), site.id())).isEmpty();
  }

  @Test
  void whoeverDoesNotAgreeGoesBackAndNothingIsKept() {
    var site = sites.open();
    var refused = refuse(mai, query(site));
    assertThat(refused).hasStatusOk();
    assertThat(refused.getResponse().getHeader("Refresh"))
        .startsWith("0;url=" + REDIRECT + "?error=access_denied&state=s%26t&iss=");
    assertThat(agreements.find(mai.id(), site.id())).isEmpty();
  }

  @Test
  void officersAndThoseWithLimitsDecideNothing() {
    var site = sites.open();
    var officer = Officers.hongHaReception();
    assertThat(agree(officer, site, ALL_ASKED)).hasRedirectedUrl("/sign-on/onward?" + query(site));
    assertThat(agreements.find(officer.id(), site.id())).isEmpty();

    var hung = actsForMai(Set.of(Power.SEE));
    assertThat(agree(hung, site, ALL_ASKED)).hasRedirectedUrl("/sign-on/onward?" + query(site));
    assertThat(agreements.find(mai.id(), site.id())).isEmpty();
  }

  @Test
  void whoeverActsForAnotherReadsWhoseDataItIs() {
    assertThat(page(actsForMai(EnumSet.allOf(Power.class)), sites.open()))
        .contains("Bạn đang làm thay Nguyễn Thị Mai", "022 ••• ••• 234");
  }

  @Test
  void whoeverTriesASiteAsSomebodyMadeUpReadsThatNothingOfHisGoesAnywhere() {
    var site = sites.beingBuilt();
    var visitor = new Visitor(plainMvc).signsIn("022190001234", "MotCua@2020", Citizens.MAI_PHONE);
    var madeUp = SandboxPeople.all().getFirst();
    visitor.opens("/sandbox?" + query(site));
    visitor.submits(
        "/sandbox", "query", query(site), "person", madeUp.id().toString(), "level", "LoA2");
    assertThat(visitor.opens("/agreement?" + query(site)).page())
        .contains("Thử Thị Một không có thật", "Không thông tin nào của tài khoản thật được gửi đi")
        .doesNotContain("022 ••• ••• 234", "“Tài khoản của tôi”");
    assertThat(visitor.opens("/agreement?" + query(site) + "&lang=en").page())
        .contains("Thử Thị Một is made up", "Nothing of any real account is sent anywhere")
        .doesNotContain("022 ••• ••• 234", "“My account”");
    assertThat(page(mai, sites.open())).doesNotContain("không có thật");
  }

  @Test
  void aSessionThatEndsBeforeTheAnswerLosesNothing() {
    var site = sites.open();
    var visitor = new Visitor(plainMvc).signsIn("022190001234", "MotCua@2020", Citizens.MAI_PHONE);
    visitor.opens("/agreement?" + query(site));
    visitor.losesSession();
    visitor.submits(
        "/agreement", "query", query(site), "asked", ALL_ASKED, "given", "PHONE", "given", "BIRTH");
    assertThat(visitor.location()).isEqualTo("/sign-in");
    assertThat(agreements.find(mai.id(), site.id())).isEmpty();

    visitor.signsIn("022190001234", "MotCua@2020", Citizens.MAI_PHONE);
    assertThat(visitor.location()).startsWith("/agreement");
    assertThat(visitor.follows().location()).isEqualTo("/sign-on/onward?" + query(site));
    assertThat(agreement(mai, site).given()).containsExactlyInAnyOrder(NAME, NUMBER, PHONE, BIRTH);
  }

  @Test
  void whoeverIsSentToSignInReadsForWhichSite() {
    var site = sites.open();
    var visitor = new Visitor(plainMvc).opens("/oauth2/authorize?" + query(site));
    assertThat(visitor.location()).isEqualTo("/sign-in");
    assertThat(visitor.follows().page())
        .contains("Đăng nhập để tiếp tục vào Cổng thử của Quảng Ninh");
    assertThat(visitor.opens("/sign-in?lang=en").page())
        .contains("Sign in to continue to Quảng Ninh's trial portal");
  }

  private CurrentUser actsForMai(Set<Power> powers) {
    var hung = Citizens.hung();
    var mandate =
        mandates.grant(
            new NewMandate(
                MandateKind.DELEGATION, mai.id(), hung.id(), powers, new MandateScope.All(), null),
            mai);
    var acting = new Acting(hung.id(), hung.kind(), hung.name(), mandate.id());
    return new CurrentUser(mai.id(), mai.kind(), mai.name(), hung.level(), acting);
  }

  private String page(CurrentUser user, Client site) {
    var answer = mvc.get().uri("/agreement?" + query(site)).with(SignedIn.as(user)).exchange();
    assertThat(answer).hasStatusOk();
    return HtmlUtils.htmlUnescape(
        new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
  }

  private MvcTestResult agree(CurrentUser user, Client site, String asked, String... given) {
    return post(user, query(site), asked, given);
  }

  private MvcTestResult post(CurrentUser user, String query, String asked, String... given) {
    return mvc.post()
        .uri("/agreement")
        .param("query", query)
        .param("asked", asked)
        .param("given", given)
        .with(SignedIn.as(user))
        .with(FormToken.csrf())
        .exchange();
  }

  private MvcTestResult refuse(CurrentUser user, String query) {
    return mvc.post()
        .uri("/agreement")
        .param("query", query)
        .param("refused", "true")
        .with(SignedIn.as(user))
        .with(FormToken.csrf())
        .exchange();
  }

  private Agreement agreement(CurrentUser user, Client site) {
    return agreements.find(user.id(), site.id()).orElseThrow();
  }

  private boolean stands(Client site) {
    return consents.stands(mai.id(), "client:" + site.id(), "agency:" + site.agency());
  }

  private static Client.Portal portal(Client site) {
    return Objects.requireNonNull(site.portal());
  }

  private static String query(Client site) {
    return "client_id="
        + site.id()
        + "&redirect_uri=https%3A%2F%2Fthu.quangninh.example%2Fhelp&response_type=code&scope=openid&state=s%26t";
  }
}
