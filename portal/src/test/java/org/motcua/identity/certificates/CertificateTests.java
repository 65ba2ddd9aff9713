package org.motcua.identity.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.testing.CertificateAuthority;
import org.motcua.testing.CertificateAuthority.Holder;
import org.motcua.testing.CertificateAuthority.Wish;
import org.motcua.testing.Citizens;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class CertificateTests {

  private static final CertificateAuthority AUTHORITY = CertificateAuthority.TRUSTED;
  private static final String PASSWORD = "MotCua@2020";
  private static final String MAI = "CMND:022190001234";
  private static final String HOME = "/my/account/certificates";
  private static final Pattern TEXT = Pattern.compile("id=\"text\"[^>]*>\\s*([^<]+)</textarea>");
  private static final Pattern ASKED = Pattern.compile("name=\"asked\" value=\"([^\"]+)\"");

  @Autowired MockMvc mvc;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    Phones.clear(Citizens.MAI_PHONE);
  }

  /** Lists of revoked certificates that were fetched in this test are old in the next. */
  @AfterEach
  void forgetCertificates() {
    AUTHORITY.comeBack();
    jdbc.sql("delete from identity.certificate").update();
    jdbc.sql("delete from identity.verification where how = 'CERTIFICATE'").update();
    clock.reset();
  }

  @Test
  void whoseNumberHasAnAccountSignsInByASignatureAlone() {
    var mai = visitor();
    assertThat(signsIn(mai, mai()).location()).isEqualTo("/my");
    assertThat(mai.follows().page()).contains("Nguyễn Thị Mai");
    assertThat(Phones.awaitSmsWith("CA Thử nghiệm", Citizens.MAI_PHONE))
        .contains("CA Thử nghiệm", "18001096");
    assertThat(mai.opens(HOME).page()).contains("Nơi cấp: CA Thử nghiệm", "Dùng lần cuối");
  }

  @Test
  void anEnterpriseSignsInByItsTaxCode() {
    var director = AUTHORITY.issue("Công ty TNHH Sao Vàng", "MST:5700123454");
    var enterprise = visitor();
    assertThat(signsIn(enterprise, director).location()).isEqualTo("/my");
    assertThat(enterprise.follows().page()).contains("Công ty TNHH Sao Vàng");
  }

  @Test
  void whoHasNoAccountIsOfferedOne() {
    assertThat(signsIn(visitor(), AUTHORITY.issue("Ai", "CMND:022090009999")).page())
        .contains("Chưa có tài khoản", "href=\"/register\"");
    assertThat(signsIn(visitor(), AUTHORITY.issue("Cty", "MST:0100109106")).page())
        .contains("Chưa có tài khoản", "href=\"/register/enterprise\"");
  }

  @Test
  void aSignatureServesOnce() {
    var holder = mai();
    var mai = visitor().opens("/sign-in/certificate");
    var asked = found(ASKED, mai);
    var signature = holder.signs(found(TEXT, mai));
    var listener = mai.copy();
    assertThat(
            mai.submits("/sign-in/certificate", "asked", asked, "signature", signature).location())
        .isEqualTo("/my");
    assertThat(
            listener.submits("/sign-in/certificate", "asked", asked, "signature", signature).page())
        .contains("đã hết hạn hoặc đã dùng rồi");
  }

  @Test
  void aSignatureServesOnlyInTheBrowserThatWasAskedAndForAQuarterOfAnHour() {
    var holder = mai();
    var mai = visitor().opens("/sign-in/certificate");
    var asked = found(ASKED, mai);
    var signature = holder.signs(found(TEXT, mai));
    var thief = visitor().opens("/sign-in/certificate");
    assertThat(thief.submits("/sign-in/certificate", "asked", asked, "signature", signature).page())
        .contains("đã hết hạn hoặc đã dùng rồi");
    clock.advance(Duration.ofMinutes(15));
    assertThat(mai.submits("/sign-in/certificate", "asked", asked, "signature", signature).page())
        .contains("đã hết hạn hoặc đã dùng rồi");
  }

  @Test
  void whatWasSignedToAddACertificateSignsNobodyIn() {
    var holder = mai();
    var mai = visitor().signsIn("022190001234", PASSWORD, Citizens.MAI_PHONE);
    mai.opens(HOME + "/new");
    var asked = found(ASKED, mai);
    var signature = holder.signs(found(TEXT, mai));
    assertThat(mai.submits("/sign-in/certificate", "asked", asked, "signature", signature).page())
        .contains("đã hết hạn hoặc đã dùng rồi");
  }

  @Test
  void thePageMayBeReadAgainWhileOneSigns() {
    var mai = visitor().opens("/sign-in/certificate");
    var asked = found(ASKED, mai);
    assertThat(found(ASKED, mai.opens("/sign-in/certificate"))).isEqualTo(asked);
    assertThat(mai.opens("/sign-in/certificate/text/" + asked).page()).contains(asked);
    assertThat(mai.opens("/sign-in/certificate/text/forged").status()).isEqualTo(404);
  }

  @Test
  void aSignatureOfSomethingElseIsRefusedAndAFreshTextIsGiven() {
    var mai = visitor().opens("/sign-in/certificate");
    var asked = found(ASKED, mai);
    mai.submits("/sign-in/certificate", "asked", asked, "signature", mai().signs("Xin chào"));
    assertThat(mai.page()).contains("không khớp với đoạn văn bản");
    assertThat(found(ASKED, mai)).isNotEqualTo(asked);
  }

  @Test
  void garbageIsRefusedAndCostsNoText() {
    var mai = visitor().opens("/sign-in/certificate");
    var asked = found(ASKED, mai);
    assertThat(mai.submits("/sign-in/certificate", "asked", asked, "signature", " ").page())
        .contains("Hãy chọn tệp chữ ký");
    assertThat(mai.submits("/sign-in/certificate", "asked", asked, "signature", "xyz").page())
        .contains("Không đọc được chữ ký này");
    assertThat(found(ASKED, mai)).isEqualTo(asked);
  }

  @Test
  void anExpiredCertificateIsRefused() {
    var now = Instant.now();
    var expired =
        AUTHORITY.issue("Mai", MAI, Wish.usual().validUntil(now.minus(Duration.ofHours(1))));
    assertThat(signsIn(visitor(), expired).page()).contains("đã hết hạn từ ngày");
    var early = AUTHORITY.issue("Mai", MAI, Wish.usual().validFrom(now.plus(Duration.ofDays(1))));
    assertThat(signsIn(visitor(), early).page()).contains("chưa đến ngày có hiệu lực");
  }

  @Test
  void aRevokedCertificateIsRefused() {
    var holder = mai();
    AUTHORITY.revoke(holder);
    clock.advance(Duration.ofMinutes(20));
    assertThat(signsIn(visitor(), holder).page()).contains("đã bị nơi cấp thu hồi");
  }

  @Test
  void whatIsRevokedLaterOpensNothingTenMinutesOn() {
    var holder = mai();
    assertThat(signsIn(visitor(), holder).location()).isEqualTo("/my");
    AUTHORITY.revoke(holder);
    clock.advance(Duration.ofMinutes(11));
    assertThat(signsIn(visitor(), holder).page()).contains("đã bị nơi cấp thu hồi");
  }

  @Test
  void anUnknownAuthoritysCertificateIsRefused() {
    var foreign = new CertificateAuthority("Lạ").issue("Nguyễn Thị Mai", MAI);
    assertThat(signsIn(visitor(), foreign).page()).contains("không nằm trong danh sách");
  }

  @Test
  void anAuthorityOfTheSameNameIsNotTheSame() {
    var impostor = new CertificateAuthority("Thử nghiệm").issue("Nguyễn Thị Mai", MAI);
    assertThat(signsIn(visitor(), impostor).page()).contains("không nằm trong danh sách");
  }

  @Test
  void aCertificateForOtherPurposesIsRefused() {
    var encryption = AUTHORITY.issue("Mai", MAI, Wish.usual().usedFor(KeyUsage.keyEncipherment));
    assertThat(signsIn(visitor(), encryption).page()).contains("không được cấp để ký");
  }

  @Test
  void withoutANumberNobodyKnowsWhoseItIs() {
    assertThat(signsIn(visitor(), AUTHORITY.issue("Nguyễn Thị Mai", null)).page())
        .contains("không biết là của ai");
  }

  @Test
  void whileTheAuthorityIsAwayNothingIsBelieved() {
    var holder = mai();
    assertThat(signsIn(visitor(), holder).location()).isEqualTo("/my");
    AUTHORITY.goAway();
    clock.advance(Duration.ofMinutes(11));
    assertThat(signsIn(visitor(), holder).location())
        .as("its list is good for a day")
        .isEqualTo("/my");
    clock.advance(Duration.ofDays(2));
    assertThat(signsIn(visitor(), holder).page()).contains("Hiện không hỏi được nơi cấp");
    AUTHORITY.comeBack();
  }

  @Test
  void aCertificateIsAddedAndTakenOffAndThenOpensNothing() {
    var holder = mai();
    var mai = visitor().signsIn("022190001234", PASSWORD, Citizens.MAI_PHONE);
    adds(mai, holder);
    assertThat(mai.location()).isEqualTo(HOME + "?done=added");
    assertThat(mai.follows().page()).contains("Đã thêm chứng thư số");
    var id = jdbc.sql("select id from identity.certificate").query(UUID.class).single();
    assertThat(mai.opens(HOME + "/" + id + "/removal").page()).contains("Xóa chứng thư số này?");
    mai.submits(HOME + "/" + id + "/removal");
    assertThat(mai.follows().page()).contains("Đã xóa chứng thư số", "chưa có chứng thư số nào");
    assertThat(signsIn(visitor(), holder).page()).contains("Bạn đã xóa chứng thư số này");
    adds(mai, holder);
    assertThat(signsIn(visitor(), holder).location()).isEqualTo("/my");
  }

  @Test
  void addingOnesCertificateVerifiesThePersonAndSigningInWithItDoesNot() {
    signsIn(visitor(), mai());
    assertThat(verified()).as("the account may be one that somebody else made").isZero();
    clock.advance(Duration.ofMinutes(2));
    adds(visitor().signsIn("022190001234", PASSWORD, Citizens.MAI_PHONE), mai());
    assertThat(verified()).isOne();
  }

  private long verified() {
    return jdbc.sql("select count(*) from identity.verification where how = 'CERTIFICATE'")
        .query(Long.class)
        .single();
  }

  @Test
  void anothersCertificateCannotBeAdded() {
    var mai = visitor().signsIn("022190001234", PASSWORD, Citizens.MAI_PHONE);
    adds(mai, AUTHORITY.issue("Trần Văn Hùng", "CMND:022088005678"));
    assertThat(mai.page()).contains("không phải số của tài khoản này");
  }

  @Test
  void aCertificateInAnotherNameVerifiesNobody() {
    var mai = visitor().signsIn("022190001234", PASSWORD, Citizens.MAI_PHONE);
    adds(mai, AUTHORITY.issue("Trần Thị Mai", MAI));
    assertThat(mai.page()).contains("Họ tên trong chứng thư khác");
    assertThat(verified()).isZero();

    adds(mai, AUTHORITY.issue("NGUYEN THI MAI", MAI));
    assertThat(verified()).as("many tokens write names without marks").isOne();
  }

  @Test
  void whoIsSignedInProvesNothingWithAnothersCertificate() {
    var mai = visitor().signsIn("022190001234", PASSWORD, Citizens.MAI_PHONE);
    var hung = AUTHORITY.issue("Trần Văn Hùng", "CMND:022088005678");
    assertThat(signsIn(mai, hung).page()).contains("của một tài khoản khác");
  }

  private void adds(Visitor who, Holder holder) {
    who.opens(HOME + "/new");
    who.submits(HOME, "asked", found(ASKED, who), "signature", holder.signs(found(TEXT, who)));
  }

  private static Visitor signsIn(Visitor who, Holder holder) {
    who.opens("/sign-in/certificate");
    return who.submits(
        "/sign-in/certificate",
        "asked",
        found(ASKED, who),
        "signature",
        holder.signs(found(TEXT, who)));
  }

  private static String found(Pattern pattern, Visitor who) {
    var found = pattern.matcher(who.page());
    assertThat(found.find()).as("%s in %s", pattern, who.page()).isTrue();
    return found.group(1);
  }

  private static Holder mai() {
    return AUTHORITY.issue("Nguyễn Thị Mai", MAI);
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
