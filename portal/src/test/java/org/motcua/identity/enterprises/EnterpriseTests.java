package org.motcua.identity.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.FormToken.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Mandates;
import org.motcua.identity.Power;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NameKind;
import org.motcua.organisation.TaxCode;
import org.motcua.testing.CertificateAuthority;
import org.motcua.testing.CertificateAuthority.Holder;
import org.motcua.testing.Enterprises;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.Registers;
import org.motcua.testing.Registers.Fault;
import org.motcua.testing.Residents;
import org.motcua.testing.Residents.Resident;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.web.util.HtmlUtils;

@SpringBootTest
@AutoConfigureMockMvc
class EnterpriseTests {

  private static final String PAGE = "/my/enterprises";
  private static final String SIGNING = PAGE + "/new/certificate";
  private static final Pattern TEXT = Pattern.compile("id=\"text\"[^>]*>\\s*([^<]+)</textarea>");
  private static final Pattern ASKED = Pattern.compile("name=\"asked\" value=\"([^\"]+)\"");
  private static final AtomicInteger founded = new AtomicInteger(2000);

  @Autowired MockMvcTester mvc;
  @Autowired AccountStore accounts;
  @Autowired AccountNames names;
  @Autowired Accounts persons;
  @Autowired Mandates mandates;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  @BeforeEach
  void everythingInOrder() {
    Registers.reset();
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
  }

  @AfterEach
  void everythingAnswersAgain() {
    Registers.reset();
    clock.reset();
  }

  @Test
  void aRepresentativeFoundsTheAccountAndManagesIt() {
    var van = Residents.known(accounts);
    var taxCode = represented(van, "Công ty TNHH Hoa Sữa", "ACTIVE");
    var enterprise = founds(van, taxCode);

    assertThat(page(van.verified(), PAGE)).contains("Công ty TNHH Hoa Sữa", "Quản lý thành viên");
    assertThat(page(van.verified(), PAGE + "/" + enterprise + "?said=founded"))
        .contains("Đã lập tài khoản cho Công ty TNHH Hoa Sữa", van.name(), "(bạn)");
    assertThat(mandates.listMembers(enterprise))
        .singleElement()
        .satisfies(member -> assertThat(member.powers()).containsExactlyInAnyOrder(Power.values()));
    assertThat(persons.getPerson(enterprise).kind()).isEqualTo(AccountKind.ENTERPRISE);
    assertThat(Registers.asked(Registers.ENTERPRISES))
        .allSatisfy(asked -> assertThat(asked.purpose()).isEqualTo("enterprise-account"));
  }

  @Test
  void foundingTwiceIsFoundingOnce() {
    var van = Residents.known(accounts);
    var taxCode = represented(van, "Công ty TNHH Hoa Sữa", "ACTIVE");
    var enterprise = founds(van, taxCode);
    assertThat(post(van.verified(), PAGE, "taxCode", taxCode))
        .hasRedirectedUrl(PAGE + "/" + enterprise + "?said=managed");
    assertThat(mandates.listMembers(enterprise)).hasSize(1);
  }

  @Test
  void whoIsNotVerifiedIsAskedForItFirst() {
    var van = Residents.known(accounts);
    var taxCode = represented(van, "Công ty TNHH Hoa Sữa", "ACTIVE");
    assertThat(post(van.user(), PAGE, "taxCode", taxCode)).hasRedirectedUrl("/step-up");
    assertThat(Registers.asked(Registers.ENTERPRISES)).isEmpty();
  }

  @Test
  void whoDoesNotRepresentItIsTold() {
    var van = Residents.known(accounts);
    assertThat(refusal(van, "0100109106")).contains("Bạn không có tên trong số người đại diện");
  }

  @Test
  void suspendedDissolvedAndUnknownEnterprisesAreRefusedWithWhatToDo() {
    var van = Residents.known(accounts);
    assertThat(refusal(van, represented(van, "Công ty Ngủ Đông", "SUSPENDED")))
        .contains("Công ty Ngủ Đông đang tạm ngừng kinh doanh", "hoạt động trở lại");
    assertThat(refusal(van, represented(van, "Công ty Đã Xa", "DISSOLVED")))
        .contains("Công ty Đã Xa đã giải thể");
    assertThat(refusal(van, taxCode())).contains("không có mã số thuế này");
    assertThat(refusal(van, "123")).contains("Mã số thuế không đúng");
  }

  @Test
  void aRegisterOutOfOrderIsNoRefusal() {
    var van = Residents.known(accounts);
    var taxCode = represented(van, "Công ty TNHH Hoa Sữa", "ACTIVE");
    Registers.fails(Registers.ENTERPRISES, Fault.GARBLED);
    assertThat(refusal(van, taxCode)).contains("đang gián đoạn", "thử lại sau ít phút");
    Registers.mended(Registers.ENTERPRISES);
    founds(van, taxCode);
  }

  @Test
  void theEnterprisesCertificateFoundsTheAccountWhileTheRegisterIsDown() {
    var van = Residents.known(accounts);
    var taxCode = taxCode();
    Registers.fails(Registers.ENTERPRISES, Fault.UNAVAILABLE);
    var certificate = issued("Công ty TNHH Hoa Sữa", taxCode, "CCCD:" + van.number());
    assertThat(signs(van, certificate)).startsWith(PAGE + "/").endsWith("?said=founded");
    var enterprise = names.find(NameKind.TAX_CODE, taxCode).orElseThrow();
    assertThat(persons.getPerson(enterprise).name()).isEqualTo("Công ty TNHH Hoa Sữa");
    assertThat(mandates.manages(van.id(), enterprise)).isTrue();
    assertThat(signs(van, certificate)).isEqualTo(PAGE + "/" + enterprise + "?said=managed");
    assertThat(
            jdbc.sql(
                    """
                    select details ->> 'shownBy' from platform.audit_entry
                    where action = 'identity.enterprise-founded' and object_id = :id
                    """)
                .param("id", enterprise.toString())
                .query(String.class)
                .single())
        .isEqualTo("certificate");
  }

  @Test
  void onlyWhomTheCertificateNamesFoundsWithIt() {
    var van = Residents.known(accounts);
    var lan = Residents.known(accounts);
    var vans = issued("Công ty TNHH Hoa Sữa", taxCode(), "CMND:" + van.number());
    assertThat(signs(lan, vans))
        .contains("Chứng thư số của Công ty TNHH Hoa Sữa ghi người đại diện là người khác")
        .contains("mời bạn làm thành viên");
    assertThat(signs(van, issued("Công ty TNHH Hoa Sữa", taxCode(), null)))
        .contains("không ghi ai là người đại diện", "bạn chỉ cần mã số thuế");
    var persons = CertificateAuthority.TRUSTED.issue(van.name(), "CMND:" + van.number());
    assertThat(signs(van, persons)).contains("Đây là chứng thư số của cá nhân");
    var foreign =
        new CertificateAuthority("Lạ")
            .issueToEnterprise("Công ty TNHH Hoa Sữa", taxCode(), "CMND:" + van.number());
    assertThat(signs(van, foreign)).contains("không nằm trong danh sách");
  }

  @Test
  void aCertificateOutlivesNoEnterprise() {
    var van = Residents.known(accounts);
    var taxCode = represented(van, "Công ty Đã Xa", "DISSOLVED");
    assertThat(signs(van, issued("Công ty Đã Xa", taxCode, "CMND:" + van.number())))
        .contains("Công ty Đã Xa đã giải thể");
  }

  @Test
  void whoIsNotVerifiedIsAskedForItBeforeSigning() {
    var van = Residents.known(accounts);
    assertThat(mvc.get().uri(SIGNING).with(SignedIn.as(van.user()))).hasRedirectedUrl("/step-up");
    assertThat(page(van.user(), PAGE + "/new"))
        .contains("Xác nhận qua Cơ sở dữ liệu đăng ký doanh nghiệp", SIGNING);
  }

  /** Signs what the page asks for: where it leads, or the page with the refusal. */
  private String signs(Resident resident, Holder certificate) {
    var shown = mvc.get().uri(SIGNING).with(SignedIn.as(resident.verified())).exchange();
    var page = HtmlUtils.htmlUnescape(content(shown.getResponse()));
    var answer =
        post(
                resident.verified(),
                SIGNING,
                "asked",
                found(ASKED, page),
                "signature",
                certificate.signs(found(TEXT, page)))
            .cookie(Objects.requireNonNull(shown.getResponse().getCookie("motcua_challenge")))
            .exchange()
            .getResponse();
    var location = answer.getRedirectedUrl();
    return location == null ? HtmlUtils.htmlUnescape(content(answer)) : location;
  }

  private static String found(Pattern pattern, String page) {
    var found = pattern.matcher(page);
    assertThat(found.find()).as("%s in %s", pattern, page).isTrue();
    return found.group(1);
  }

  private static Holder issued(String enterprise, String taxCode, @Nullable String representative) {
    return CertificateAuthority.TRUSTED.issueToEnterprise(enterprise, taxCode, representative);
  }

  @Test
  void aRepresentativeTakesManagementOfAnAccountThatExists() {
    var hung = Residents.known(accounts);
    Registers.enterprise(
        "5700123454", "Công ty TNHH Sao Vàng", "ACTIVE", hung.number(), hung.name());
    var saoVang = Enterprises.saoVang().id();
    assertThat(post(hung.verified(), PAGE, "taxCode", "5700 123 454"))
        .hasRedirectedUrl(PAGE + "/" + saoVang + "?said=taken");
    assertThat(mandates.manages(hung.id(), saoVang)).isTrue();
    assertThat(page(Enterprises.saoVang(), PAGE + "/" + saoVang)).contains(hung.name());
    // The enterprise signs in by itself, too: its last member may go.
    assertThat(removes(hung.verified(), saoVang, hung)).hasRedirectedUrl(PAGE + "?said=left");
  }

  @Test
  void aMemberIsInvitedByNumberAndNameAcceptsAndIsTakenBackAtOnce() {
    var van = Residents.known(accounts);
    var lan = Residents.known(accounts);
    var enterprise = founds(van, represented(van, "Công ty TNHH Hoa Sữa", "ACTIVE"));
    invites(van, enterprise, lan.number(), "dao thi cam van", "SEE", "PAY");
    assertThat(Phones.awaitSms(lan.phone())).contains("Công ty TNHH Hoa Sữa mời bạn");
    assertThat(page(van.verified(), PAGE + "/" + enterprise))
        .contains("Lời mời chưa trả lời", lan.number());

    assertThat(page(lan.verified(), PAGE)).contains("Lời mời làm thành viên", "Nộp phí, lệ phí");
    assertThat(post(lan.user(), accepting(enterprise))).hasRedirectedUrl("/step-up");
    assertThat(post(lan.verified(), accepting(enterprise)))
        .hasRedirectedUrl(PAGE + "/" + enterprise + "?said=joined");
    var mandate = mandates.listStanding(enterprise, lan.id()).getFirst();
    assertThat(mandate.powers()).isEqualTo(Set.of(Power.SEE, Power.PAY));
    assertThat(page(lan.verified(), PAGE)).contains("Làm thay doanh nghiệp");

    assertThat(removes(van.verified(), enterprise, lan))
        .hasRedirectedUrl(PAGE + "/" + enterprise + "?said=removed");
    assertThat(mandates.findStanding(mandate.id())).isEmpty();
    assertThat(page(lan.verified(), PAGE)).contains("chưa làm thay doanh nghiệp nào");
  }

  @Test
  void anInvitationIsShownOnlyToWhomItNames() {
    var van = Residents.known(accounts);
    var lan = Residents.known(accounts);
    var enterprise = founds(van, represented(van, "Công ty TNHH Hoa Sữa", "ACTIVE"));
    invites(van, enterprise, lan.number(), "Người Khác Hẳn", "SEE");
    assertThat(page(lan.verified(), PAGE)).doesNotContain("Lời mời làm thành viên");
    assertThat(post(lan.verified(), accepting(enterprise))).hasRedirectedUrl(PAGE + "?said=gone");
    assertThat(post(van.verified(), accepting(enterprise))).hasRedirectedUrl(PAGE + "?said=gone");
  }

  @Test
  void aWithdrawnRefusedOrExpiredInvitationIsGone() {
    var van = Residents.known(accounts);
    var lan = Residents.known(accounts);
    var enterprise = founds(van, represented(van, "Công ty TNHH Hoa Sữa", "ACTIVE"));

    invites(van, enterprise, lan.number(), lan.name(), "SEE");
    var withdrawn = accepting(enterprise);
    var address = PAGE + "/" + enterprise + "/invitations/" + invitation(enterprise);
    assertThat(post(van.verified(), address + "/withdrawal"))
        .hasRedirectedUrl(PAGE + "/" + enterprise + "?said=withdrawn");
    assertThat(post(lan.verified(), withdrawn)).hasRedirectedUrl(PAGE + "?said=gone");

    invites(van, enterprise, lan.number(), lan.name(), "SEE");
    var refused = accepting(enterprise);
    post(lan.user(), refused.replace("acceptance", "refusal")).exchange();
    assertThat(post(lan.verified(), refused)).hasRedirectedUrl(PAGE + "?said=gone");

    invites(van, enterprise, lan.number(), lan.name(), "SEE");
    var expired = accepting(enterprise);
    clock.advance(Duration.ofDays(15));
    assertThat(post(lan.verified(), expired)).hasRedirectedUrl(PAGE + "?said=gone");
  }

  @Test
  void whoIsAMemberAlreadyIsNotInvited() {
    var van = Residents.known(accounts);
    var enterprise = founds(van, represented(van, "Công ty TNHH Hoa Sữa", "ACTIVE"));
    assertThat(text(invitation(van, enterprise, van.number(), van.name(), "SEE")))
        .contains("đã là thành viên");
    assertThat(text(invitation(van, enterprise, "12", "", "NONSENSE")))
        .contains("Số căn cước công dân gồm 12 chữ số", "Hãy nhập họ và tên của người được mời")
        .contains("Hãy chọn ít nhất một quyền");
  }

  @Test
  void theLastWhoManagesCannotGoNorGiveItUp() {
    var van = Residents.known(accounts);
    var lan = Residents.known(accounts);
    var enterprise = founds(van, represented(van, "Công ty TNHH Hoa Sữa", "ACTIVE"));
    var members = PAGE + "/" + enterprise;
    assertThat(removes(van.verified(), enterprise, van))
        .hasRedirectedUrl(members + "?said=lastManager");
    assertThat(post(van.verified(), powersOf(enterprise, van), "powers", "SEE"))
        .hasRedirectedUrl(members + "?said=lastManager");

    invites(van, enterprise, lan.number(), lan.name(), "MANAGE");
    post(lan.verified(), accepting(enterprise)).exchange();
    assertThat(removes(van.verified(), enterprise, van)).hasRedirectedUrl(PAGE + "?said=left");
    assertThat(removes(lan.verified(), enterprise, lan))
        .hasRedirectedUrl(members + "?said=lastManager");
  }

  @Test
  void powersAreChangedAtOnce() {
    var van = Residents.known(accounts);
    var lan = Residents.known(accounts);
    var enterprise = founds(van, represented(van, "Công ty TNHH Hoa Sữa", "ACTIVE"));
    invites(van, enterprise, lan.number(), lan.name(), "SEE");
    post(lan.verified(), accepting(enterprise)).exchange();
    var form = powersOf(enterprise, lan).replace("/powers", "");
    assertThat(page(van.verified(), form)).contains(lan.name(), "Chấm dứt quyền");
    assertThat(post(van.verified(), powersOf(enterprise, lan), "powers", "FILE", "powers", "SIGN"))
        .hasRedirectedUrl(PAGE + "/" + enterprise + "?said=changed");
    assertThat(mandates.listStanding(enterprise, lan.id()))
        .singleElement()
        .satisfies(it -> assertThat(it.powers()).isEqualTo(Set.of(Power.FILE, Power.SIGN)));
  }

  @Test
  void aMemberSeesOnlyHimselfAndToStrangersItDoesNotExist() {
    var van = Residents.known(accounts);
    var lan = Residents.known(accounts);
    var stranger = Residents.known(accounts);
    var enterprise = founds(van, represented(van, "Công ty TNHH Hoa Sữa", "ACTIVE"));
    invites(van, enterprise, lan.number(), lan.name(), "SEE");
    post(lan.verified(), accepting(enterprise)).exchange();
    var members = PAGE + "/" + enterprise;
    assertThat(page(lan.verified(), members)).contains("Quyền của bạn").doesNotContain("Mời");
    assertThat(mvc.get().uri(members + "/invitations/new").with(SignedIn.as(lan.verified())))
        .hasStatus(404);
    assertThat(mvc.get().uri(members).with(SignedIn.as(stranger.verified()))).hasStatus(404);
    assertThat(removes(lan.verified(), enterprise, van)).hasStatus(404);
    assertThat(post(lan.verified(), powersOf(enterprise, lan), "powers", "MANAGE")).hasStatus(404);
    assertThat(removes(lan.verified(), enterprise, lan)).hasRedirectedUrl(PAGE + "?said=left");
  }

  @Test
  void anEnterpriseThatSignsInByItselfFindsItsMembers() {
    assertThat(mvc.get().uri(PAGE).with(SignedIn.as(Enterprises.saoVang())))
        .hasRedirectedUrl(PAGE + "/" + Enterprises.saoVang().id());
    assertThat(page(Enterprises.saoVang(), PAGE + "/" + Enterprises.saoVang().id()))
        .contains("Công ty TNHH Sao Vàng", "Mời thành viên");
  }

  private AccountId founds(Resident resident, String taxCode) {
    var answer = post(resident.verified(), PAGE, "taxCode", taxCode).exchange().getResponse();
    assertThat(answer.getRedirectedUrl()).startsWith(PAGE + "/").endsWith("?said=founded");
    var id = String.valueOf(answer.getRedirectedUrl()).replace(PAGE + "/", "");
    return AccountId.of(id.replace("?said=founded", ""));
  }

  private String refusal(Resident resident, String taxCode) {
    return text(post(resident.verified(), PAGE, "taxCode", taxCode));
  }

  private void invites(
      Resident by, AccountId enterprise, String number, String name, String... powers) {
    assertThat(invitation(by, enterprise, number, name, powers))
        .hasRedirectedUrl(PAGE + "/" + enterprise + "?said=invited");
  }

  private MockMvcRequestBuilder invitation(
      Resident by, AccountId enterprise, String number, String name, String... powers) {
    var address = PAGE + "/" + enterprise + "/invitations";
    return post(by.user(), address, "number", number, "fullName", name).param("powers", powers);
  }

  private MockMvcRequestBuilder removes(CurrentUser by, AccountId enterprise, Resident member) {
    return post(by, powersOf(enterprise, member).replace("/powers", "/revocation"));
  }

  private String powersOf(AccountId enterprise, Resident member) {
    var mandate = mandates.listStanding(enterprise, member.id()).getFirst().id();
    return PAGE + "/" + enterprise + "/members/" + mandate + "/powers";
  }

  private String accepting(AccountId enterprise) {
    return PAGE + "/invitations/" + invitation(enterprise) + "/acceptance";
  }

  private String invitation(AccountId enterprise) {
    return jdbc.sql("select id from identity.enterprise_invitation where enterprise_id = :id")
        .param("id", enterprise.value())
        .query(String.class)
        .single();
  }

  private MockMvcRequestBuilder post(CurrentUser user, String address, String... fields) {
    var request = mvc.post().uri(address).with(SignedIn.as(user)).with(csrf());
    for (var field = 0; field < fields.length; field += 2) {
      request.param(fields[field], fields[field + 1]);
    }
    return request;
  }

  private String page(CurrentUser user, String address) {
    return text(mvc.get().uri(address).with(SignedIn.as(user)));
  }

  private static String text(MockMvcRequestBuilder request) {
    return HtmlUtils.htmlUnescape(content(request.exchange().getResponse()));
  }

  private static String content(MockHttpServletResponse response) {
    return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  /** An enterprise that the register knows and this person represents. */
  private static String represented(Resident by, String name, String state) {
    var taxCode = taxCode();
    Registers.enterprise(taxCode, name, state, by.number(), by.name());
    return taxCode;
  }

  /** Not given to anybody yet; the tenth digit checks the others, and some nine have none. */
  private static String taxCode() {
    while (true) {
      var nine = "57%07d".formatted(founded.incrementAndGet());
      for (var check = 0; check < 10; check++) {
        if (TaxCode.parse(nine + check).isPresent()) return nine + check;
      }
    }
  }
}
