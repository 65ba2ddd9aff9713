package org.motcua.identity.recovering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.DemoPeople;
import org.motcua.testing.Phones;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class RecoveryTests {

  private static final String HUNG = "022088005678";
  private static final String PASSWORD = "MotCua@2020";
  private static final String OLD_PHONE = "+84912000002";
  private static final String NEW_PHONE = "+84912888002";
  private static final Pattern REFERENCE = Pattern.compile("KP-[0-9A-Z]{4}-[0-9A-Z]{4}");
  private static final Pattern LINK = Pattern.compile("/recover/(finish|stop)/[\\w-]+");

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Recoveries recoveries;
  @Autowired SendRecoveryLink sendLink;

  @BeforeEach
  @AfterEach
  void asItWas() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    jdbc.sql("delete from identity.one_time_code").update();
    jdbc.sql("delete from identity.recovery").update();
    jdbc.sql(
            """
            update identity.account set phone = :phone, social_insurance_number = '7908123456',
              password_hash = (select password_hash from identity.account where id = :mai)
            where citizen_id = :id
            """)
        .param("phone", OLD_PHONE)
        .param("mai", DemoPeople.citizen("022190001234").value())
        .param("id", HUNG)
        .update();
    jdbc.sql(
            """
            insert into identity.account_name (name, kind, account_id, since)
            values ('7908123456', 'SOCIAL_INSURANCE_NUMBER', :account, now()) on conflict do nothing
            """)
        .param("account", DemoPeople.citizen(HUNG).value())
        .update();
    Phones.clear(OLD_PHONE);
    Phones.clear(NEW_PHONE);
  }

  @Test
  void anOfficerWhoHasSeenThePaperGivesTheAccountBackAtOnce() {
    var oldDevice = visitor().signsIn(HUNG, PASSWORD, OLD_PHONE);
    Phones.clear(OLD_PHONE);
    var reference = asks(HUNG, "trần văn  HÙNG", "COUNTER");
    var officer = reception();
    officer.opens("/desk/recoveries/search?reference=" + reference.toLowerCase()).follows();
    assertThat(officer.page()).contains(reference, "0912 888 002").doesNotContain("1988");
    approves(officer, reference, "022 088 005 678", "5", "11", "1988", true);
    assertThat(officer.follows().page()).contains("Đã chấp nhận");
    assertThat(Phones.awaitSmsWith("/recover/stop/", OLD_PHONE)).contains("bộ phận một cửa");

    var hung = finishes("một câu thật dài");
    assertThat(hung.location()).isEqualTo("/recover/finished");
    assertThat(Phones.awaitSmsWith("đã được khôi phục", OLD_PHONE)).contains("18001096");
    assertThat(oldDevice.opens("/my").location()).isEqualTo("/sign-in");
    assertThat(visitor().signsIn(HUNG, "một câu thật dài", NEW_PHONE).location()).isEqualTo("/my");
  }

  @Test
  void whoAsksForAnAccountThatDoesNotExistIsToldTheSame() {
    var known = visitor().opens("/recover");
    known.submits("/recover", fields(HUNG, "Trần Văn Hùng", "COUNTER")).follows();
    var unknown = visitor().opens("/recover");
    unknown.submits("/recover", fields("001099999999", "Không Ai Cả", "COUNTER")).follows();
    assertThat(unknown.status()).isEqualTo(known.status());
    assertThat(withoutReference(unknown.page())).isEqualTo(withoutReference(known.page()));
  }

  @Test
  void theHotlineWaitsAndTheHolderCanStopIt() {
    var reference = asks(HUNG, "Trần Văn Hùng", "HOTLINE");
    var hotline = visitor().signsIn("vpcp.hotline", PASSWORD, "+84912000402");
    hotline.opens("/desk/recoveries/" + reference);
    approves(hotline, reference, "7908 123 456", "5", "11", "1988", false);
    assertThat(hotline.follows().page()).contains("Liên kết sẽ được nhắn lúc");

    var stop = link(Phones.awaitSmsWith("/recover/", OLD_PHONE));
    var hung = visitor().opens(stop);
    assertThat(hung.submits(stop).page()).contains("Đã ngăn việc lấy lại tài khoản");
    sendLink.send(recoveries.find(new Reference(reference)).orElseThrow().id());
    assertThat(recoveries.find(new Reference(reference)).orElseThrow())
        .as("no link to the stranger")
        .returns(RecoveryState.STOPPED, Recovery::state);
    assertThat(jdbc.sql("select count(link_hash) from identity.recovery").query(Integer.class))
        .returns(0, counted -> counted.single());
    assertThat(hotline.opens("/desk/recoveries/" + reference).page())
        .contains("Chủ tài khoản đã ngăn");
  }

  @Test
  void whatWasTypedFirstIsNoSecondIdentifierAndThreeMisfitsRefuseTheRequest() {
    var reference = asks(HUNG, "Trần Văn Hùng", "HOTLINE");
    var hotline = visitor().signsIn("vpcp.hotline", PASSWORD, "+84912000402");
    hotline.opens("/desk/recoveries/" + reference);
    approves(hotline, reference, HUNG, "5", "11", "1988", false);
    assertThat(hotline.page()).contains("Không khớp với tài khoản. Còn 2 lần");
    approves(hotline, reference, "7908123456", "6", "11", "1988", false);
    approves(hotline, reference, "2213004567", "5", "11", "1988", false);
    assertThat(hotline.follows().page()).contains("Đã từ chối");
    approves(hotline, reference, "7908123456", "5", "11", "1988", false);
    assertThat(hotline.follows().page()).as("too late").contains("Đã từ chối");
  }

  @Test
  void aCounterSeesNoRequestsOfTheHotlineAndOtherOfficersNone() {
    var reference = asks(HUNG, "Trần Văn Hùng", "HOTLINE");
    assertThat(reception().opens("/desk/recoveries/" + reference).status()).isEqualTo(404);
    var leader = visitor().signsIn("hongha.leader", PASSWORD, "+84912000103");
    assertThat(leader.opens("/desk/recoveries").status()).isEqualTo(403);
  }

  @Test
  void theOfficerMustHaveSeenThePaper() {
    var reference = asks(HUNG, "Trần Văn Hùng", "COUNTER");
    var officer = reception().opens("/desk/recoveries/" + reference);
    approves(officer, reference, HUNG, "5", "11", "1988", false);
    assertThat(officer.page()).contains("Hãy đối chiếu giấy tờ");
  }

  private String asks(String number, String name, String way) {
    var asker = visitor().opens("/recover");
    asker.submits("/recover", fields(number, name, way)).follows();
    assertThat(asker.page()).contains("Đã ghi nhận yêu cầu");
    var found = REFERENCE.matcher(asker.page());
    assertThat(found.find()).isTrue();
    assertThat(Phones.awaitSmsWith(found.group(), NEW_PHONE)).isNotEmpty();
    return found.group();
  }

  private static String[] fields(String number, String name, String way) {
    return new String[] {"number", number, "fullName", name, "phone", "0912 888 002", "way", way};
  }

  private static void approves(
      Visitor officer,
      String reference,
      String number,
      String day,
      String month,
      String year,
      boolean seen) {
    var address = "/desk/recoveries/" + reference + "/approval";
    if (seen) {
      officer.submits(
          address,
          "number",
          number,
          "born.day",
          day,
          "born.month",
          month,
          "born.year",
          year,
          "seen",
          "true");
    } else {
      officer.submits(
          address, "number", number, "born.day", day, "born.month", month, "born.year", year);
    }
  }

  private Visitor finishes(String password) {
    var link = link(Phones.awaitSmsWith("/recover/", NEW_PHONE));
    var hung = visitor().opens(link);
    assertThat(hung.page()).contains("Đặt lại tài khoản");
    hung.submits(link + "/code").follows();
    var code = Phones.awaitCode(NEW_PHONE);
    assertThat(hung.submits(link, "code", code, "password", "12345678").page())
        .contains("quá phổ biến");
    return hung.submits(link, "code", code, "password", password);
  }

  private static String link(String sms) {
    var found = LINK.matcher(sms);
    assertThat(found.find()).as(sms).isTrue();
    return found.group();
  }

  /** Each visitor has a token of his own in his forms, and an address of his own. */
  private static String withoutReference(String page) {
    return REFERENCE
        .matcher(page)
        .replaceAll("KP")
        .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
  }

  private Visitor reception() {
    return visitor().signsIn("hongha.reception", PASSWORD, "+84912000101");
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
