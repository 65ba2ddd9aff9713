package org.motcua.identity.parcels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.testing.Citizens;
import org.motcua.testing.FormToken;
import org.motcua.testing.Phones;
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
