package org.motcua.identity.parcels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DataAccesses;
import org.motcua.identity.DataAccesses.Seen;
import org.motcua.identity.DataAccesses.Viewer;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.verifying.How;
import org.motcua.identity.verifying.Verifications;
import org.motcua.organisation.AgencyId;
import org.motcua.testing.Citizens;
import org.motcua.testing.FormToken;
import org.motcua.testing.Phones;
import org.motcua.testing.Residents;
import org.motcua.testing.Residents.Resident;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class ParcelTests {

  private static final String PHONE = "+84912000003";

  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Parcels parcels;
  @Autowired AccountStore accounts;
  @Autowired Verifications verifications;
  @Autowired Mandates mandates;
  @Autowired DataAccesses accesses;

  @BeforeEach
  void noParcels() {
    jdbc.sql("delete from identity.parcel").update();
    Phones.clear(PHONE);
  }

  @Test
  void allThatIsHeldComesAsOneFileWhichItsOwnerIsToldOf() throws IOException {
    ask(Citizens.hoa());
    assertThat(awaitReady()).contains("Tệp dữ liệu của bạn", "/my/account/data");
    var page = mvc.get().uri("/my/account/data").with(SignedIn.as(Citizens.hoa())).exchange();
    assertThat(page).bodyText().contains("Tệp đã sẵn sàng");

    var files = unzip(download(Citizens.hoa()).getResponse().getContentAsByteArray());
    assertThat(files.keySet())
        .contains(
            "identity/person.json",
            "identity/consent.json",
            "dossiers/dossier.json",
            "notifications/message.json",
            "catalogue/question.json",
            "index.html");
    assertThat(files.get("identity/person.json")).contains("Lê Thị Hoa", "2213004567");
    assertThat(files.get("index.html"))
        .contains("Lê Thị Hoa", "2213004567")
        .doesNotContain("$argon2");
  }

  @Test
  void whatIsKeptAsACodeReadsAsWordsInTheLanguageThatWasAskedIn() throws IOException {
    var van = Residents.withCitizenId(accounts);
    var friend = Residents.withCitizenId(accounts);
    verifications.verified(van.id(), How.COUNTER, "system:test");
    mandates.grant(
        new NewMandate(
            MandateKind.DELEGATION,
            van.id(),
            friend.id(),
            Set.of(Power.SEE, Power.FILE),
            new MandateScope.All(),
            null),
        van.user());
    accesses.record(
        new Seen(van.id(), "account:" + van.id(), "identity.recover.seen", "KP-2345-6789"),
        new Viewer.Officer(friend.id()),
        new AgencyId("000.00.00.H49"),
        "identity.recover.why");

    var vietnamese = parcelOf(van, "");
    var page = vietnamese.get("index.html");
    assertThat(page)
        .contains("Trong gói này", "Ai làm thay bạn", "Xác thực danh tính", "tại bộ phận một cửa")
        .contains("Tiếng Việt", "Quảng Ninh", "href=\"#identity-mandateGiven\"")
        .doesNotContain("VIETNAMESE", "DELEGATION", "CITIZEN_ID", "000.00.00.H49");
    assertThat(vietnamese.get("identity/mandateGiven.json")).contains("\"DELEGATION\"");
    assertThat(vietnamese.get("identity/access.json")).contains("000.00.00.H49", "KP-2345-6789");
    assertThat(vietnamese.keySet())
        .contains(
            "identity/verified.json",
            "identity/mandateHeld.json",
            "identity/mandateOffered.json",
            "identity/invitation.json",
            "identity/session.json",
            "identity/recovery.json",
            "catalogue/vote.json");

    jdbc.sql("delete from identity.parcel").update();
    assertThat(parcelOf(van, "?lang=en").get("index.html"))
        .contains("In this parcel", "Who acts for you", "at a one-stop counter", "lang=\"en\"")
        .doesNotContain("Ai làm thay", "Xác thực");
  }

  @Test
  void askingAgainWhileOneIsFreshMakesNoSecond() {
    ask(Citizens.hoa());
    ask(Citizens.hoa());
    awaitReady();
    ask(Citizens.hoa());
    assertThat(jdbc.sql("select count(*) from identity.parcel").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void nobodyElseGetsItAndAPasswordAloneIsNotEnough() {
    ask(Citizens.hoa());
    awaitReady();
    assertThat(mvc.get().uri(address()).with(SignedIn.as(Citizens.hung())).exchange())
        .hasStatus(404);
    var unsure =
        new CurrentUser(
            Citizens.hoa().id(), AccountKind.CITIZEN, "Lê Thị Hoa", LevelOfAssurance.LOA1, null);
    assertThat(mvc.get().uri(address()).with(SignedIn.as(unsure)).exchange())
        .hasStatus3xxRedirection();
  }

  private Map<String, String> parcelOf(Resident resident, String language) throws IOException {
    Phones.clear(resident.phone());
    var user = resident.verified();
    mvc.post()
        .uri("/my/account/data" + language)
        .with(SignedIn.as(user))
        .with(FormToken.csrf())
        .exchange();
    Phones.awaitSmsWith("/my/account/data", resident.phone());
    return unzip(download(user).getResponse().getContentAsByteArray());
  }

  private void ask(CurrentUser user) {
    assertThat(mvc.post().uri("/my/account/data").with(SignedIn.as(user)).with(FormToken.csrf()))
        .hasRedirectedUrl("/my/account/data");
  }

  private static String awaitReady() {
    return Phones.awaitSmsWith("/my/account/data", PHONE);
  }

  private MvcTestResult download(CurrentUser user) {
    var result = mvc.get().uri(address()).with(SignedIn.as(user)).exchange();
    assertThat(result).hasStatusOk();
    return result;
  }

  private String address() {
    var id = jdbc.sql("select id from identity.parcel").query(String.class).single();
    return "/my/account/data/" + id + "/motcua.zip";
  }

  private static Map<String, String> unzip(byte[] bytes) throws IOException {
    var files = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
