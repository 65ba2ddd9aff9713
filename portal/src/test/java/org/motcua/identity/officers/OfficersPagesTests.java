package org.motcua.identity.officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.FormToken.csrf;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DemoPeople;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.organisation.UnitCode;
import org.motcua.testing.Clicks;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Officers;
import org.motcua.testing.Phones;
import org.motcua.testing.SignedIn;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class OfficersPagesTests {

  private static final CurrentUser ADMIN = Officers.haLongAdmin();
  private static final CurrentUser GOVERNMENT_ADMIN =
      new CurrentUser(DemoPeople.officer("vpcp.admin"), AccountKind.OFFICER, "Lý Thu Hà");
  private static final String PASSWORD = "sáng nay trời có mây";
  private static final Pattern LINK = Pattern.compile("(/first-sign-in/[\\w-]+)");

  @Autowired MockMvcTester mvc;
  @Autowired MockMvc plainMvc;
  @Autowired Posts posts;
  @Autowired Organisation organisation;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  /** Of each test its own: messages of another may still be on their way. */
  private static final AtomicInteger serial = new AtomicInteger(700_000);

  private String phone = "";
  private String signInName = "";

  @BeforeEach
  void begin() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    phone = "+84912" + serial.getAndIncrement();
    signInName = "thu." + UUID.randomUUID().toString().substring(0, 8);
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void anAdministratorSeesTheOfficersOfHisAgencyAndOfThoseBelow() {
    var own = text(open(ADMIN, "/desk/officers"));
    assertThat(own).contains("Ngô Thanh Bình", "halong.admin", "(bạn)", "phường Hồng Hà");
    assertThat(own).doesNotContain("Đỗ Minh Quân");
    assertThat(text(open(ADMIN, "/desk/officers?agency=" + hongHa().value())))
        .contains("Đỗ Minh Quân", "Phạm Thu Trang", "Lãnh đạo");
  }

  @Test
  void searchFindsNamesWithoutDiacriticsAndSignInNamesInAllAgenciesBelow() {
    assertThat(text(open(ADMIN, "/desk/officers?q=trang%20pham")))
        .contains("Phạm Thu Trang", "hongha.reception")
        .doesNotContain("Đỗ Minh Quân");
    assertThat(text(open(ADMIN, "/desk/officers?q=baichay.lead"))).contains("Bùi Quốc Việt");
    assertThat(text(open(ADMIN, "/desk/officers?q=100%25"))).contains("Không tìm thấy cán bộ nào");
    assertThat(text(open(ADMIN, "/desk/officers?q=trinh%20ngoc%20hai")))
        .as("an officer of the Government Office")
        .contains("Không tìm thấy cán bộ nào");
  }

  @Test
  void whoAdministersNothingIsRefused() {
    assertThat(open(Officers.hongHaLeader(), "/desk/officers")).hasStatus(403);
    assertThat(send(Officers.hongHaLeader(), "/desk/officers", newOfficer())).hasStatus(403);
  }

  @Test
  void othersOfficersAreNotEvenThere() {
    var stranger = "/desk/officers/" + DemoPeople.officer("tuphap.editor");
    assertThat(open(ADMIN, stranger)).hasStatus(404);
    assertThat(send(ADMIN, stranger + "/suspension", "reason", "SECURITY")).hasStatus(404);
    assertThat(send(ADMIN, stranger + "/first-sign-in")).hasStatus(404);
    assertThat(open(ADMIN, "/desk/officers?agency=000.00.00.H49")).hasStatus(403);
    assertThat(open(ADMIN, "/desk/officers/nobody")).hasStatus(404);
  }

  @Test
  void anAddedOfficerSetsThePasswordHimselfAndSignsInWithTwoFactors() {
    var id = added();
    assertThat(text(open(ADMIN, here(id))))
        .contains("Trần Thị Thử", "Chờ đăng nhập lần đầu", "Tiếp nhận");

    var officer = new Visitor(plainMvc).opens(link());
    assertThat(officer.page()).contains("Chào Trần Thị Thử", signInName);
    officer.submits(lastLink, "password", "12345678");
    assertThat(officer.page()).contains("quá phổ biến");
    officer.submits(lastLink, "password", PASSWORD);
    assertThat(officer.page()).contains("Đã đặt mật khẩu");
    officer.submits(lastLink, "password", "another password altogether");
    assertThat(officer.page()).as("a second click").contains("Đã đặt mật khẩu");
    assertThat(officer.opens("/desk").location()).as("no session yet").isEqualTo("/sign-in");

    assertThat(new Visitor(plainMvc).signsIn(signInName, PASSWORD, phone).location())
        .isEqualTo("/desk");
    assertThat(text(open(ADMIN, here(id)))).contains("Đang hoạt động");
    assertThat(new Visitor(plainMvc).opens(lastLink).status()).isEqualTo(404);
  }

  @Test
  void aLinkIsWorthNothingAfterThreeDaysOrALaterOne() {
    var id = added();
    var first = link();
    clock.advance(Duration.ofMinutes(2));
    assertThat(send(ADMIN, here(id) + "/first-sign-in")).hasStatus(302);
    var second = link();
    assertThat(new Visitor(plainMvc).opens(first).status()).isEqualTo(404);
    assertThat(new Visitor(plainMvc).opens(second).status()).isEqualTo(200);
    clock.advance(Duration.ofHours(73));
    assertThat(new Visitor(plainMvc).opens(second).page()).contains("không còn dùng được");
  }

  @Test
  void clickingTwiceAddsOneOfficerAndSendsOneMessage() {
    var form = newOfficer();
    var first = send(ADMIN, "/desk/officers", form);
    var second = send(ADMIN, "/desk/officers", form);
    assertThat(second.getResponse().getRedirectedUrl())
        .isEqualTo(first.getResponse().getRedirectedUrl());
    link();
    assertThat(Phones.unreadSms(phone)).isEmpty();
  }

  @Test
  void whatIsWrongIsToldAtEachField() {
    assertThat(
            text(
                send(
                    ADMIN,
                    "/desk/officers",
                    "agency",
                    hongHa().value(),
                    "fullName",
                    "4",
                    "signInName",
                    "022190001234",
                    "phone",
                    "0203 3 123 456",
                    "email",
                    "nowhere")))
        .contains(
            "Hãy nhập họ và tên",
            "Tên đăng nhập gồm 4 đến 40 ký tự",
            "Hãy nhập số điện thoại di động",
            "Hãy nhập địa chỉ thư điện tử",
            "Hãy chọn ít nhất một vị trí");
    var taken = newOfficer().clone();
    taken[List.of(taken).indexOf("signInName") + 1] = "hongha.leader";
    assertThat(text(send(ADMIN, "/desk/officers", taken))).contains("đã có người dùng");
  }

  @Test
  void nobodyAddsOfficersAboveHimselfNorPostsThatAnAgencyDoesNotHave() {
    var above = newOfficer();
    above[List.of(above).indexOf("agency") + 1] = "000.00.00.H49";
    assertThat(send(ADMIN, "/desk/officers", above)).hasStatus(403);
    var controller = newOfficer();
    controller[List.of(controller).indexOf("roles") + 1] = "PROCEDURE_CONTROLLER";
    assertThat(text(send(ADMIN, "/desk/officers", controller)))
        .contains("Hãy chọn ít nhất một vị trí");
  }

  @Test
  void postsAreGivenAndTakenBackTwiceAsOnce() {
    var id = added();
    var officer = new OfficerId(id.value());
    for (var twice = 0; twice < 2; twice++) {
      assertThat(post(id, "/posts", baiChay(), Role.SPECIALIST)).hasStatus(302);
    }
    assertThat(posts.holds(officer, baiChay(), Role.SPECIALIST)).isTrue();
    for (var twice = 0; twice < 2; twice++) {
      assertThat(post(id, "/posts/removal", baiChay(), Role.SPECIALIST)).hasStatus(302);
    }
    assertThat(posts.holds(officer, baiChay(), Role.SPECIALIST)).isFalse();
    assertThat(text(post(id, "/posts", new AgencyId("000.00.00.H49"), Role.LEADER)))
        .contains("không thuộc phạm vi của bạn");
    assertThat(audited(id))
        .contains("identity.officer-added", "identity.first-sign-in-sent")
        .containsOnlyOnce("identity.officer-added");
    assertThat(auditedOfficer(id))
        .containsOnlyOnce("organisation.dismissed")
        .contains("organisation.appointed");
  }

  @Test
  void nobodyChangesOneself() {
    var oneself = ADMIN.id();
    assertThat(send(ADMIN, here(oneself) + "/suspension", "reason", "ON_LEAVE")).hasStatus(403);
    assertThat(send(ADMIN, here(oneself) + "/first-sign-in")).hasStatus(403);
    assertThat(post(oneself, "/posts", hongHa(), Role.LEADER)).hasStatus(403);
    var own = posts.postsOf(new OfficerId(oneself.value())).getFirst().agency();
    assertThat(post(oneself, "/posts/removal", own, Role.ADMINISTRATOR)).hasStatus(403);
    assertThat(posts.holds(new OfficerId(oneself.value()), own, Role.ADMINISTRATOR)).isTrue();
    assertThat(text(open(ADMIN, here(oneself)))).contains("tài khoản của chính bạn");
  }

  @Test
  void whoAlsoServesAboveIsNotTouchedButForOnesOwnPosts() {
    var id = added();
    var officer = new OfficerId(id.value());
    var province = new Post(officer, new AgencyId("000.00.00.H49"), Role.PROCEDURE_EDITOR);
    posts.appoint(province, "system:test");

    assertThat(text(open(ADMIN, here(id)))).contains("ngoài phạm vi của bạn");
    assertThat(send(ADMIN, here(id) + "/suspension", "reason", "SECURITY")).hasStatus(403);
    assertThat(send(ADMIN, here(id) + "/first-sign-in")).hasStatus(403);
    assertThat(post(id, "/posts/removal", province.agency(), province.role())).hasStatusOk();
    assertThat(posts.postsOf(officer)).contains(province);
    assertThat(post(id, "/posts/removal", hongHa(), Role.RECEPTION)).hasStatus(302);
    assertThat(posts.postsOf(officer)).containsExactly(province);
  }

  @Test
  void aSuspendedOfficerIsSignedOutAtOnceAndCannotSignInUntilTakenBack() {
    var id = added();
    new Visitor(plainMvc).opens(link()).submits(lastLink, "password", PASSWORD);
    var officer = new Visitor(plainMvc).signsIn(signInName, PASSWORD, phone).follows();
    assertThat(officer.status()).isEqualTo(200);
    var halfWay = new Visitor(plainMvc).from("198.51.100.20").opens("/sign-in");
    clock.advance(Duration.ofMinutes(2));
    Phones.clear(phone);
    halfWay.submits("/sign-in", "name", signInName, "password", PASSWORD).follows();
    var code = Phones.awaitCode(phone);

    for (var twice = 0; twice < 2; twice++) {
      assertThat(send(ADMIN, here(id) + "/suspension", "reason", "SECURITY")).hasStatus(302);
    }
    assertThat(Phones.awaitSmsWith("đã bị tạm khóa", phone)).contains("đã bị tạm khóa");
    assertThat(Phones.unreadSms(phone)).isEmpty();
    assertThat(officer.opens("/desk").location()).isEqualTo("/sign-in");
    halfWay.submits("/sign-in/code", "code", code);
    assertThat(halfWay.opens("/desk").location()).isEqualTo("/sign-in");
    var later = new Visitor(plainMvc).from("198.51.100.21").opens("/sign-in");
    later.submits("/sign-in", "name", signInName, "password", PASSWORD);
    assertThat(later.location()).isNotEqualTo("/sign-in/code");
    assertThat(text(open(ADMIN, here(id)))).contains("Tạm khóa", "Nghi lộ mật khẩu");

    assertThat(send(ADMIN, here(id) + "/suspension/end")).hasStatus(302);
    assertThat(Phones.awaitSmsWith("đã được mở lại", phone)).contains("đã được mở lại");
    clock.advance(Duration.ofHours(1));
    assertThat(
            new Visitor(plainMvc)
                .from("198.51.100.22")
                .signsIn(signInName, PASSWORD, phone)
                .location())
        .isEqualTo("/desk");
    assertThat(audited(id))
        .containsOnlyOnce("identity.suspended")
        .containsOnlyOnce("identity.suspension-ended");
  }

  @Test
  void aNewFirstSignInEndsTheOldPasswordAndAllSessions() {
    var id = added();
    new Visitor(plainMvc).opens(link()).submits(lastLink, "password", PASSWORD);
    var officer = new Visitor(plainMvc).signsIn(signInName, PASSWORD, phone).follows();

    assertThat(send(ADMIN, here(id) + "/first-sign-in")).hasStatus(302);
    var sent = link();
    assertThat(send(ADMIN, here(id) + "/first-sign-in")).hasStatus(302);
    assertThat(Phones.unreadSms(phone)).as("a second click sends nothing").isEmpty();
    assertThat(officer.opens("/desk").location()).isEqualTo("/sign-in");
    var old = new Visitor(plainMvc).from("198.51.100.23").opens("/sign-in");
    old.submits("/sign-in", "name", signInName, "password", PASSWORD);
    assertThat(old.location()).isNotEqualTo("/sign-in/code");
    assertThat(text(open(ADMIN, here(id)))).doesNotContain(sent);
  }

  /** The lost phone may hold a key that opens the account without any password. */
  @Test
  void aNewFirstSignInTakesKeysAndAppsAway() {
    var id = added();
    link();
    jdbc.sql(
            """
            insert into identity.authenticator (account_id, sealed_secret, last_step, added_at)
            values (:id, '\\x00', 1, now())
            """)
        .param("id", id.value())
        .update();
    clock.advance(Duration.ofMinutes(2));

    assertThat(send(ADMIN, here(id) + "/first-sign-in")).hasStatus(302);

    var apps = "select count(*) from identity.authenticator where account_id = :id";
    assertThat(jdbc.sql(apps).param("id", id.value()).query(Integer.class).single()).isZero();
  }

  @Test
  void aNewFirstSignInLeavesNothingThatSignedTheOfficerInBefore() {
    var id = added();
    new Visitor(plainMvc).opens(link()).submits(lastLink, "password", PASSWORD);
    new Visitor(plainMvc).signsIn(signInName, PASSWORD, phone);
    holdsAllKindsOfKeys(id);
    assertThat(text(open(ADMIN, here(id) + "/first-sign-in")))
        .contains("khóa truy cập, ứng dụng xác thực và chứng thư số");

    assertThat(send(ADMIN, here(id) + "/first-sign-in")).hasStatus(302);
    for (var table : KEYS) {
      assertThat(
              jdbc.sql("select count(*) from identity." + table + " where account_id = ?")
                  .param(id.value())
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
    assertThat(
            jdbc.sql("select count(*) from platform.session where principal_name = ?")
                .param(id.toString())
                .query(Long.class)
                .single())
        .as("sessions")
        .isZero();
  }

  private static final List<String> KEYS =
      List.of("passkey", "authenticator", "recovery_code", "certificate", "known_browser");

  private void holdsAllKindsOfKeys(AccountId id) {
    jdbc.sql(
            """
            with passkey as (
              insert into identity.passkey
                (id, account_id, credential_id, credential, name, sign_count, uv_initialized,
                 backup_eligible, backed_up, transports, added_at)
              values (gen_random_uuid(), :id, uuid_send(:id), '', 'Máy ở cơ quan', 0, true, false,
                      false, '{}', now())),
            authenticator as (
              insert into identity.authenticator (account_id, sealed_secret, last_step, added_at)
              values (:id, '', 0, now())),
            recovery_code as (
              insert into identity.recovery_code (account_id, code_hash) values (:id, '\\x00'))
            insert into identity.certificate
              (id, account_id, fingerprint, subject, issuer, serial, not_after, added_at)
            values (gen_random_uuid(), :id, uuid_send(:id), 'Thử', 'CA', '1', now(), now())
            """)
        .param("id", id.value())
        .update();
    assertThat(
            jdbc.sql("select count(*) from identity.known_browser where account_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single())
        .as("the browser of the sign-in")
        .isPositive();
  }

  @Test
  void aWrongPhoneIsMendedUntilTheFirstSignInAndNeverAfter() {
    var id = added();
    var lost = link();
    var right = "+84912000778";
    Phones.clear(right);
    assertThat(send(ADMIN, here(id) + "/contact", "phone", "0912 000 778", "email", ""))
        .hasStatus(302);
    var sent = LINK.matcher(Phones.awaitSms(right));
    assertThat(sent.find()).isTrue();
    assertThat(new Visitor(plainMvc).opens(lost).status()).isEqualTo(404);
    new Visitor(plainMvc).opens(sent.group(1)).submits(sent.group(1), "password", PASSWORD);
    assertThat(text(send(ADMIN, here(id) + "/contact", "phone", phone, "email", "")))
        .contains("chỉ người đó đổi được");
  }

  @Test
  void theGovernmentOfficeAppointsTheFirstAdministratorOfAProvince() {
    var form = newOfficer();
    form[List.of(form).indexOf("agency") + 1] = "000.00.00.H49";
    form[List.of(form).indexOf("roles") + 1] = "ADMINISTRATOR";
    assertThat(send(GOVERNMENT_ADMIN, "/desk/officers", form)).hasStatus(302);
    assertThat(open(GOVERNMENT_ADMIN, "/desk/officers?agency=" + hongHa().value()))
        .as("what lies below is the province's own")
        .hasStatus(403);
  }

  private String lastLink = "";

  private String link() {
    var link = LINK.matcher(Phones.awaitSms(phone));
    assertThat(link.find()).isTrue();
    lastLink = link.group(1);
    return lastLink;
  }

  private AccountId added() {
    var answer = send(ADMIN, "/desk/officers", newOfficer());
    assertThat(answer).hasStatus(302);
    var address = String.valueOf(answer.getResponse().getRedirectedUrl());
    return AccountId.of(address.replaceAll(".*/desk/officers/([^?]+).*", "$1"));
  }

  private String[] newOfficer() {
    return new String[] {
      "key",
      UUID.randomUUID().toString(),
      "agency",
      hongHa().value(),
      "fullName",
      "Trần Thị Thử",
      "signInName",
      signInName,
      "phone",
      phone,
      "email",
      "thu@hongha.gov.vn",
      "roles",
      "RECEPTION"
    };
  }

  private MvcTestResult post(AccountId id, String what, AgencyId agency, Role role) {
    return send(ADMIN, here(id) + what, "agency", agency.value(), "role", role.name());
  }

  private List<@Nullable String> audited(AccountId id) {
    return actions("account", id);
  }

  private List<@Nullable String> auditedOfficer(AccountId id) {
    return actions("officer", id);
  }

  private List<@Nullable String> actions(String type, AccountId id) {
    return jdbc.sql(
            "select action from platform.audit_entry where object_type = ? and object_id = ?")
        .params(type, id.toString())
        .query(String.class)
        .list();
  }

  private AgencyId hongHa() {
    return organisation.committeeOf(new UnitCode("06697")).orElseThrow().id();
  }

  private AgencyId baiChay() {
    return organisation.committeeOf(new UnitCode("06673")).orElseThrow().id();
  }

  private static String here(AccountId id) {
    return "/desk/officers/" + id;
  }

  private MvcTestResult open(CurrentUser user, String address) {
    return mvc.get().uri(java.net.URI.create(address)).with(SignedIn.as(user)).exchange();
  }

  private MvcTestResult send(CurrentUser user, String address, String... fields) {
    var request = mvc.post().uri(java.net.URI.create(address)).with(SignedIn.as(user)).with(csrf());
    for (var field = 0; field < fields.length; field += 2) {
      request.param(fields[field], fields[field + 1]);
    }
    return request.exchange();
  }

  private static String text(MvcTestResult result) {
    return Clicks.text(result);
  }
}
