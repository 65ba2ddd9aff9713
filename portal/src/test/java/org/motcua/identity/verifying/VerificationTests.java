package org.motcua.identity.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.FormToken.csrf;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NameKind;
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
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

@SpringBootTest
@AutoConfigureMockMvc
class VerificationTests {

  private static final String PAGE = "/my/account/verification";

  @Autowired MockMvcTester mvc;
  @Autowired AccountStore accounts;
  @Autowired AccountNames names;
  @Autowired Accounts persons;
  @Autowired Verifications verifications;
  @Autowired SchedulerClient jobs;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  @BeforeEach
  void everythingInOrder() {
    Registers.reset();
    jdbc.sql("delete from platform.rate_limit where id like 'identity.verify%'").update();
  }

  /** Faults of one test must not leave a register alone in the next. */
  @AfterEach
  void resetClock() {
    Registers.reset();
    clock.advance(Duration.ofMinutes(5));
    asks(Residents.known(accounts));
    clock.reset();
  }

  @Test
  void whoIsAskedForWhatIsSaidBefore() {
    assertThat(page(Residents.withCitizenId(accounts)))
        .contains("Cơ sở dữ liệu quốc gia về dân cư (Bộ Công an)", "Nhà mạng di động")
        .contains("Đào Thị Cẩm Vân", "15/06/1991")
        .doesNotContain("Bảo hiểm xã hội Việt Nam");
    assertThat(page(Residents.withInsuranceNumber(accounts))).contains("Bảo hiểm xã hội Việt Nam");
    assertThat(Registers.asked(Registers.POPULATION)).isEmpty();
  }

  @Test
  void whoIsKnownAsTheAccountSaysIsVerifiedAtOnce() {
    var van = Residents.known(accounts);
    asks(van);
    assertThat(page(van)).contains("Bạn đã được xác thực", "cơ sở dữ liệu quốc gia về dân cư");
    assertThat(verifications.find(van.id()))
        .hasValueSatisfying(found -> assertThat(found.how()).isEqualTo(How.REGISTER));
    assertThat(audited(van, "identity.verified")).isEqualTo(1);
    assertThat(Phones.unreadSms(van.phone())).as("she sees it").isEmpty();
  }

  @Test
  void askingAgainAfterwardsAsksNobody() {
    var van = Residents.known(accounts);
    asks(van);
    asks(van);
    assertThat(Registers.asked(Registers.POPULATION)).hasSize(1);
  }

  @Test
  void theNumberOfAFormerCardFindsTheAccountAsWell() {
    var van = Residents.withCitizenId(accounts);
    var former = "103" + van.number().substring(6);
    Registers.person(van.number(), former, van.name(), Residents.BORN.toString(), van.phone());
    asks(van);
    assertThat(names.find(NameKind.CITIZEN_ID, former)).contains(van.id());
    assertThat(names.find(NameKind.CITIZEN_ID, van.number())).contains(van.id());
  }

  @Test
  void whoRegisteredWithAFormerNumberGetsTheOneForLife() {
    var van = Residents.withFormerNumber(accounts);
    var forLife = "022191" + van.number().substring(3);
    Registers.person(forLife, van.number(), van.name(), Residents.BORN.toString(), van.phone());
    asks(van);
    assertThat(persons.getPerson(van.id()).citizenId()).isEqualTo(forLife);
    assertThat(names.find(NameKind.CITIZEN_ID, van.number())).contains(van.id());
    assertThat(names.find(NameKind.CITIZEN_ID, forLife)).contains(van.id());
  }

  @Test
  void theInsurersNumberLeadsToTheIdentityCard() {
    var van = Residents.withInsuranceNumber(accounts);
    var citizenId = "022191" + van.number().substring(4);
    Registers.insured(van.number(), van.name(), Residents.BORN.toString(), citizenId);
    Registers.person(citizenId, null, van.name(), Residents.BORN.toString(), van.phone());
    asks(van);
    assertThat(verifications.isVerified(van.id())).isTrue();
    assertThat(persons.getPerson(van.id()).citizenId()).isEqualTo(citizenId);
  }

  @Test
  void aNumberThatAnotherAccountHasStaysThere() {
    var other = Residents.withCitizenId(accounts);
    var van = Residents.withInsuranceNumber(accounts);
    Registers.insured(van.number(), van.name(), Residents.BORN.toString(), other.number());
    Registers.person(other.number(), null, van.name(), Residents.BORN.toString(), van.phone());
    asks(van);
    assertThat(verifications.isVerified(van.id())).isTrue();
    assertThat(persons.getPerson(van.id()).citizenId()).isNull();
    assertThat(names.find(NameKind.CITIZEN_ID, other.number())).contains(other.id());
  }

  @Test
  void aNameThatDiffersIsSaidWithWhatToDo() {
    var van = Residents.withCitizenId(accounts);
    Registers.person(van.number(), null, "Đào Cẩm Vân", "1991-06-15", van.phone());
    refuses(van, "Họ tên không khớp", "bộ phận một cửa gần nhất");
  }

  @Test
  void aDateOfBirthThatDiffersIsSaid() {
    var van = Residents.withCitizenId(accounts);
    Registers.person(van.number(), null, van.name(), "1991-06-16", van.phone());
    refuses(van, "Ngày sinh không khớp");
  }

  @Test
  void aNumberOfSomebodyElseIsSaid() {
    var van = Residents.withCitizenId(accounts);
    Registers.person(van.number(), null, "Ai Đó Khác", "1991-01-01", van.phone());
    refuses(van, "Số này không khớp với họ tên và ngày sinh");
  }

  @Test
  void anUnknownNumberIsSaid() {
    refuses(Residents.withCitizenId(accounts), "Cơ sở dữ liệu dân cư chưa có số này");
    refuses(Residents.withInsuranceNumber(accounts), "Bảo hiểm xã hội Việt Nam không có mã số");
  }

  @Test
  void anInsurerWithoutTheNumberOfTheCardLeadsNoFurther() {
    var van = Residents.withInsuranceNumber(accounts);
    Registers.insured(van.number(), van.name(), "1991-06-15", null);
    refuses(van, "Bảo hiểm xã hội chưa có số căn cước công dân của bạn");
  }

  @Test
  void whomTheRegisterBelievesDeadIsSentToThePolice() {
    var van = Residents.known(accounts);
    Registers.died(van.number());
    refuses(van, "người mang số này đã mất", "công an xã, phường");
  }

  @Test
  void aPhoneInSomebodyElsesNameDoesNotVerify() {
    var van = Residents.known(accounts);
    Registers.phone(van.phone(), "022190001234");
    refuses(van, "Số điện thoại không đứng tên bạn", "Tại quầy", "chứng thư số");
  }

  @Test
  void whatWasPutRightCanBeAskedAgain() {
    var van = Residents.known(accounts);
    Registers.phone(van.phone(), "022190001234");
    refuses(van, "Số điện thoại không đứng tên bạn");
    Registers.phone(van.phone(), van.number());
    asks(van);
    assertThat(verifications.isVerified(van.id())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aRegisterOutOfOrderIsAskedAgainWithoutThePersonAndAnSmsTellsTheOutcome(Fault fault) {
    var van = Residents.known(accounts);
    Registers.fails(Registers.POPULATION, fault);
    asks(van);
    assertThat(page(van)).contains("Cơ quan được hỏi chưa trả lời", "Đã hỏi 1 lần");
    assertThat(verifications.isVerified(van.id())).isFalse();

    Registers.mended(Registers.POPULATION);
    bringsForward(van);
    assertThat(Phones.awaitSmsWith("bạn đã được xác thực danh tính", van.phone()))
        .contains("bạn đã được xác thực danh tính", PAGE);
    assertThat(page(van)).contains("Bạn đã được xác thực");
  }

  @Test
  void aRefusalAfterWaitingIsToldAsWell() {
    var van = Residents.known(accounts);
    Registers.fails(Registers.PHONES, Fault.UNAVAILABLE);
    asks(van);
    Registers.mended(Registers.PHONES);
    Registers.phone(van.phone(), "022190001234");
    bringsForward(van);
    assertThat(Phones.awaitSmsWith("Số điện thoại không đứng tên bạn", van.phone()))
        .contains("Số điện thoại không đứng tên bạn");
    assertThat(page(van)).contains("Số điện thoại không đứng tên bạn", "Xác thực lại");
  }

  @Test
  void whoDoesNotWantToWaitAsksAgain() {
    var van = Residents.known(accounts);
    Registers.fails(Registers.POPULATION, Fault.UNAVAILABLE);
    asks(van);
    Registers.mended(Registers.POPULATION);
    asks(van);
    assertThat(page(van)).contains("Bạn đã được xác thực");
  }

  @Test
  void afterDaysInVainItIsGivenUp() {
    var van = Residents.known(accounts);
    Registers.fails(Registers.POPULATION, Fault.UNAVAILABLE);
    asks(van);
    clock.advance(Duration.ofDays(3).plusHours(1));
    bringsForward(van);
    assertThat(Phones.awaitSmsWith("không trả lời", van.phone())).contains("không trả lời");
    assertThat(page(van)).contains("Chúng tôi đã ngừng hỏi");
  }

  @Test
  void nobodyTriesOutOthersBirthdays() {
    var van = Residents.withCitizenId(accounts);
    for (var time = 0; time < 5; time++) asks(van);
    assertThat(mvc.post().uri(PAGE).with(SignedIn.as(van.user())).with(csrf())).hasStatus(429);
    assertThat(Registers.asked(Registers.POPULATION)).hasSize(5);
  }

  @Test
  void anEnterpriseIsVerifiedByThoseWhoRepresentIt() {
    assertThat(mvc.get().uri(PAGE).with(SignedIn.as(Enterprises.saoVang())))
        .hasRedirectedUrl("/my/enterprises");
  }

  @Test
  void aCounterVerifiesAsWellAndTheFirstWayStays() {
    var van = Residents.known(accounts);
    verifications.verified(van.id(), How.COUNTER, "account:" + Residents.known(accounts).id());
    verifications.verified(van.id(), How.CERTIFICATE, van.user().actor());
    assertThat(page(van)).contains("tại bộ phận một cửa");
    assertThat(audited(van, "identity.verified")).isEqualTo(1);
    verifications.noLongerVerified(van.id(), van.user().actor());
    assertThat(verifications.isVerified(van.id())).isFalse();
  }

  @Test
  void thePageReadsInEnglish() {
    var van = Residents.known(accounts);
    assertThat(text(van.user(), PAGE + "?lang=en"))
        .contains("Verify your identity", "National Population Database", "Agree and verify");
  }

  private void refuses(Resident resident, String... words) {
    asks(resident);
    assertThat(page(resident)).contains(words);
    assertThat(verifications.isVerified(resident.id())).isFalse();
  }

  private void asks(Resident resident) {
    assertThat(mvc.post().uri(PAGE).with(SignedIn.as(resident.user())).with(csrf()))
        .hasRedirectedUrl(PAGE);
  }

  private String page(Resident resident) {
    return text(resident.user(), PAGE);
  }

  private String text(CurrentUser user, String address) {
    var response = mvc.get().uri(address).with(SignedIn.as(user)).exchange().getResponse();
    var html = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    return HtmlUtils.htmlUnescape(html);
  }

  private void bringsForward(Resident resident) {
    var request =
        jdbc.sql("select id from identity.verification_request where account_id = :id")
            .param("id", resident.id().value())
            .query(String.class)
            .single();
    jobs.reschedule(TaskInstanceId.of(VerificationJob.NAME, request), Instant.now());
  }

  private int audited(Resident resident, String action) {
    return jdbc.sql(
            """
            select count(*) from platform.audit_entry where object_id = :id and action = :action
            """)
        .param("id", resident.id().toString())
        .param("action", action)
        .query(Integer.class)
        .single();
  }
}
