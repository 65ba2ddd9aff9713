package org.motcua.simulators.agency.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.simulators.agency.Window.body;
import static org.motcua.simulators.agency.Window.location;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.simulators.agency.FakePerson;
import org.motcua.simulators.agency.FakeProvider;
import org.motcua.simulators.agency.ProvinceTest;

/** The way to the national portal and back, as people go it and as it can go wrong. */
class SignInTests extends ProvinceTest {

  @AfterEach
  void asItShouldBe() {
    PORTAL.isAway = false;
    PORTAL.provider.reset();
  }

  @Test
  void theRequestIsThatOfAnOlderAgency() {
    var asked = newWindow().ask("");
    assertThat(asked.toString()).startsWith(PORTAL.address() + "/oauth2/authorize?");
    assertThat(asked.getQuery())
        .contains(
            "response_type=code",
            "client_id=quangninh-portal",
            "scope=openid",
            "redirect_uri=http://localhost:8090/login/oauth2/code/motcua",
            "acr_values=LoA1",
            "ui_locales=vi",
            "nonce=",
            "state=")
        .doesNotContain("code_challenge");
  }

  @Test
  void theSecretGoesInTheBody() {
    newWindow().signIn(FakePerson.stranger());
    assertThat(PORTAL.provider.lastTokenRequest)
        .containsEntry("client_id", "quangninh-portal")
        .containsEntry("client_secret", "motcua-demo-secret")
        .doesNotContainKey("code_verifier");
    assertThat(PORTAL.provider.lastBasic).isNull();
  }

  @Test
  void whoHasAnOldAccountIsAskedOnceAndThenComesStraightIn() {
    var lan = FakePerson.lan();
    var window = newWindow();
    assertThat(body(window.signIn(lan)))
        .contains("Đây có phải tài khoản cũ của bạn?", "022165000271", "••• ••• 233")
        .doesNotContain("0904112233");
    assertThat(body(window.follow(window.post("/joining/old-account"))))
        .contains("Trang của tôi", "Phạm Thị Lan", "03/10/2018", "Mức 1: mật khẩu");
    assertThat(body(newWindow().signIn(lan))).contains("Trang của tôi");
  }

  @Test
  void whoIsNewIsAskedWhetherHeWantsAnAccount() {
    var window = newWindow();
    assertThat(body(window.signIn(FakePerson.stranger())))
        .contains("Mở tài khoản tại tỉnh", "Võ Minh Khôi", "+84912000001");
    assertThat(location(window.get("/my"))).isEqualTo("/joining");
    assertThat(window.post("/joining/new-account")).hasRedirectedUrl("/my");
    assertThat(window.post("/joining/new-account")).hasRedirectedUrl("/my");
    assertThat(window.get("/joining")).hasRedirectedUrl("/my");
    assertThat(body(window.get("/my"))).contains("Võ Minh Khôi");
  }

  @Test
  void anEnterpriseFindsItsAccountByTaxCode() {
    assertThat(body(newWindow().signIn(FakePerson.saoVang())))
        .contains("Đây có phải tài khoản cũ của bạn?", "5700123454");
  }

  @Test
  void whoSaysThatTheOldAccountIsNotHisIsSignedOutAndToldWhereToGo() {
    var window = newWindow();
    window.signIn(FakePerson.hung());
    assertThat(body(window.follow(window.post("/joining/disowning"))))
        .contains("tài khoản cũ không phải của bạn", "Trung tâm Phục vụ hành chính công");
    assertThat(window.get("/my")).hasRedirectedUrl("/sign-in?to=/my");
  }

  @Test
  void aNumberThatIsAnothersOpensNothing() {
    var number = FakePerson.newNumber();
    newWindow().arrive(FakePerson.citizen("Bùi Văn Đạt", number));
    assertThat(body(newWindow().signIn(FakePerson.citizen("Bùi Văn Đạt", number))))
        .contains("Số của bạn đang thuộc một tài khoản khác");
  }

  @Test
  void papersNeedMoreThanAPasswordAndThePortalIsAskedForIt() {
    var mai = FakePerson.mai();
    var window = newWindow();
    window.arrive(mai);
    var asked = window.ask(query(location(window.get("/my/papers"))));
    assertThat(asked.getQuery()).contains("acr_values=LoA2", "id_token_hint=ey");
    var answered = window.answer(PORTAL.provider.approve(asked, mai.at("LoA2")));
    assertThat(answered).hasRedirectedUrl("/my/papers");
    assertThat(body(window.follow(answered))).contains("CS 11982/2019", "Mức 2: mã một lần");
    assertThat(body(window.get("/happenings"))).contains("Xác thực thêm, đạt LoA2", "N. T. Mai");
  }

  @Test
  void whoComesBackWithTooLittleIsToldAndNotSentRoundAndRound() {
    var window = newWindow();
    var person = FakePerson.stranger();
    window.arrive(person);
    var asked = window.ask(query(location(window.get("/my/papers"))));
    assertThat(body(window.follow(window.answer(PORTAL.provider.approve(asked, person)))))
        .contains("Cần xác thực thêm", "Mức 1: mật khẩu");
  }

  @Test
  void whoWantedThePapersComesToThemByWayOfHisNewAccount() {
    var window = newWindow();
    assertThat(window.get("/my/papers")).hasRedirectedUrl("/sign-in?to=/my/papers");
    assertThat(body(window.get("/sign-in?to=/my/papers")))
        .contains("/oauth2/authorization/motcua?to=/my/papers");
    var person = FakePerson.stranger().at("LoA3");
    window.follow(window.answer(PORTAL.provider.approve(window.ask("?to=/my/papers"), person)));
    assertThat(window.post("/joining/new-account")).hasRedirectedUrl("/my/papers");
    assertThat(body(window.get("/my/papers"))).contains("Tỉnh không lưu giữ giấy tờ nào của bạn");
  }

  @Test
  void nobodyIsLedToForeignPages() {
    var window = newWindow();
    var person = FakePerson.stranger();
    window.arrive(person);
    var asked = window.ask("?to=https://evil.example/my");
    assertThat(window.answer(PORTAL.provider.approve(asked, person))).hasRedirectedUrl("/my");
  }

  @Test
  void twoWindowsMayBothBeOnTheWay() {
    var window = newWindow();
    var person = FakePerson.stranger();
    var first = window.ask("");
    var second = window.ask("");
    assertThat(window.answer(PORTAL.provider.approve(second, person))).hasRedirectedUrl("/joining");
    assertThat(window.answer(PORTAL.provider.approve(first, person))).hasRedirectedUrl("/joining");
  }

  @Test
  void anAnswerSentAgainBringsBackWhoIsSignedInAndStartsAnewWhoIsNot() {
    var window = newWindow();
    var answer = PORTAL.provider.approve(window.ask(""), FakePerson.stranger());
    window.answer(answer);
    assertThat(window.answer(answer)).hasRedirectedUrl("/my");
    assertThat(body(newWindow().follow(newWindow().answer(answer))))
        .contains("Lần đăng nhập này đã cũ", "Đăng nhập lại");
  }

  @Test
  void anAnswerWithAnotherStateIsNotTaken() {
    expectTrouble(answer -> answer.put("state", "another"), "Lần đăng nhập này đã cũ");
  }

  @Test
  void anAnswerOfAnotherIssuerIsNotTaken() {
    expectTrouble(
        answer -> answer.put("iss", "https://evil.example"), "Câu trả lời không đáng tin");
  }

  @Test
  void anAnswerOfNoIssuerIsNotTaken() {
    expectTrouble(answer -> answer.remove("iss"), "Câu trả lời không đáng tin");
  }

  @Test
  void aForeignCodeIsNotTaken() {
    expectTrouble(answer -> answer.put("code", "guessed"), "Lần đăng nhập này đã cũ");
  }

  @Test
  void anIdTokenWithAnotherNonceIsNotTaken() {
    PORTAL.provider.idTokenChange = token -> token.claim("nonce", "another");
    expectTrouble(answer -> {}, "Câu trả lời không đáng tin");
  }

  @Test
  void anIdTokenOfAnotherIssuerIsNotTaken() {
    PORTAL.provider.idTokenChange = token -> token.issuer("https://evil.example");
    expectTrouble(answer -> {}, "Câu trả lời không đáng tin");
  }

  @Test
  void anIdTokenForAnotherClientIsNotTaken() {
    PORTAL.provider.idTokenChange = token -> token.audience("hue-portal");
    expectTrouble(answer -> {}, "Câu trả lời không đáng tin");
  }

  @Test
  void anIdTokenThatHasExpiredIsNotTaken() {
    PORTAL.provider.idTokenChange =
        token ->
            token
                .issueTime(Date.from(Instant.now().minusSeconds(600)))
                .expirationTime(Date.from(Instant.now().minusSeconds(90)));
    expectTrouble(answer -> {}, "Đồng hồ hai bên lệch nhau");
  }

  @Test
  void anIdTokenOfTomorrowTellsOfAWrongClock() {
    PORTAL.provider.idTokenChange =
        token -> token.issueTime(Date.from(Instant.now().plusSeconds(90)));
    expectTrouble(answer -> {}, "Đồng hồ hai bên lệch nhau");
  }

  @Test
  void anIdTokenWithoutSignatureIsNotTaken() {
    PORTAL.provider.unsigned = true;
    expectTrouble(answer -> {}, "Câu trả lời không đáng tin");
  }

  @Test
  void anIdTokenSignedByAnotherIsNotTaken() {
    PORTAL.provider.signsWith = FakeProvider.newKey();
    expectTrouble(answer -> {}, "Câu trả lời không đáng tin");
  }

  @Test
  void userInfoOfAnotherPersonIsNotTaken() {
    var window = newWindow();
    var mixed = FakePerson.mai().with("x", 1);
    var other = new FakePerson("other", "sid", "LoA1", mixed.userInfo());
    assertThat(body(window.signIn(other))).contains("Thông tin từ Cổng quốc gia không đủ");
  }

  @Test
  void whoHasNoTechIdCannotBeTold() {
    assertThat(body(newWindow().signIn(FakePerson.mai().without("TechID"))))
        .contains("Thông tin từ Cổng quốc gia không đủ");
  }

  @Test
  void whoDoesNotAgreeIsToldThatNothingWasGiven() {
    var window = newWindow();
    var answer = PORTAL.provider.refuse(window.ask(""), "access_denied");
    assertThat(body(window.follow(window.answer(answer)))).contains("Bạn đã không đồng ý");
    answer = PORTAL.provider.refuse(window.ask(""), "login_required");
    assertThat(body(window.follow(window.answer(answer)))).contains("Bạn chưa đăng nhập tại Cổng");
  }

  @Test
  void aPortalThatIsAwayIsToldKindlyBeforeAnybodyIsSentThere() {
    PORTAL.isAway = true;
    var window = newWindow();
    var page = window.follow(window.get("/oauth2/authorization/motcua"));
    assertThat(page).hasStatus(503);
    assertThat(body(page))
        .contains("Không kết nối được với Cổng quốc gia", PORTAL.address().toString());
  }

  @Test
  void aPortalThatFailsOnTheWayIsToldKindly() {
    var window = newWindow();
    var answer = PORTAL.provider.approve(window.ask(""), FakePerson.stranger());
    PORTAL.provider.tokensFailWith = 503;
    assertThat(body(window.follow(window.answer(answer)))).contains("Cổng quốc gia đang bận");
  }

  @Test
  void aFormFromBeforeTheSignInIsAskedAnew() {
    var window = newWindow();
    window.signIn(FakePerson.stranger());
    window.signIn(FakePerson.stranger());
    var stale = newWindow();
    stale.signIn(FakePerson.stranger());
    assertThat(mvc.post().uri("/joining/new-account")).hasRedirectedUrl("/joining");
    assertThat(mvc.post().uri("/sign-out")).hasRedirectedUrl("/");
  }

  @Test
  void pagesRunNothingForeignAndFormsMayLeadToThePortal() {
    assertThat(mvc.get().uri("/"))
        .hasStatusOk()
        .headers()
        .hasValue(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' "
                + PORTAL.address()
                + "; base-uri 'none'; frame-ancestors 'none'");
    assertThat(mvc.get().uri("/?lang=en"))
        .bodyText()
        .contains("Sign in with your national public-service account", "Quảng Ninh province");
    assertThat(mvc.get().uri("/province.css")).bodyText().contains("--accent: #075b88");
  }

  private void expectTrouble(Consumer<Map<String, String>> change, String words) {
    var window = newWindow();
    var answer = PORTAL.provider.approve(window.ask(""), FakePerson.stranger());
    change.accept(answer);
    assertThat(body(window.follow(window.answer(answer)))).contains(words);
    assertThat(window.get("/my")).hasRedirectedUrl("/sign-in?to=/my");
  }

  private static String query(String address) {
    assertThat(address).startsWith("/oauth2/authorization/motcua?");
    return address.substring(address.indexOf('?'));
  }
}
