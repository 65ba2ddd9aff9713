package org.motcua.connect.registering;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.ClientStage;
import org.motcua.connect.model.ClientStore;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
class ClientsPagesTests {

  private static final String BACK = "https://halong.example/back";
  private static final Pattern SECRET =
      Pattern.compile("id=\"secret\" type=\"text\" value=\"([^\"]+)");
  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)");
  private static final Pattern QUERY = Pattern.compile("name=\"query\" value=\"([^\"]*)");
  private static final String MOT = "00000000-0000-0000-0000-000000000001";

  @Autowired MockMvc mvc;
  @Autowired MockMvcTester tester;
  @Autowired ClientStore clients;
  @Autowired KnownClients known;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;

  private String id = "";

  @BeforeEach
  void begin() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    id = "thu-" + UUID.randomUUID().toString().substring(0, 8);
  }

  @AfterEach
  void clean() {
    clock.reset();
    for (var table : List.of("client_event", "client_count", "client_secret")) {
      jdbc.sql("delete from connect." + table + " where client_id like 'thu-%'").update();
    }
    jdbc.sql("delete from connect.client where id like 'thu-%'").update();
  }

  @Test
  void whoAdministersNothingIsRefusedAndOthersSystemsAreNotEvenThere() {
    assertThat(open(Officers.hongHaLeader(), "/desk/clients")).hasStatus(403);
    assertThat(open(Officers.haLongAdmin(), "/desk/clients")).hasStatus(200);
    for (var page : List.of("", "/change", "/secret", "/live", "/closing", "/trial")) {
      assertThat(open(Officers.haLongAdmin(), "/desk/clients/quangninh-portal" + page))
          .hasStatus(404);
    }
  }

  @Test
  void whoKeepsThePortalExchangesItsKeysAndASecondClickDoesNothing() {
    assertThat(open(Officers.haLongAdmin(), "/desk/signing-keys")).hasStatus(403);
    var keeper = new Visitor(mvc).signsIn("vpcp.admin", "MotCua@2020", "+84912000401");
    assertThat(keeper.opens("/desk/clients").page()).contains("/desk/signing-keys");
    assertThat(keeper.opens("/desk/signing-keys").page())
        .contains("Đang dùng để ký", "RS256", "ES256");

    keeper.submits("/desk/signing-keys/exchange");
    assertThat(keeper.follows().page()).contains("Đã thay khóa", "Sắp dùng", "Đã thay");
    var keys = keys();
    keeper.submits("/desk/signing-keys/exchange");
    assertThat(keys()).isEqualTo(keys);
    clock.advance(Duration.ofSeconds(11));
    assertThat(keeper.opens("/desk/signing-keys").page())
        .contains("Đang dùng để ký")
        .doesNotContain("Sắp dùng");
  }

  private List<@Nullable String> keys() {
    return jdbc.sql("select id from connect.signing_key order by id").query(String.class).list();
  }

  @Test
  void withoutAFreshProofNothingIsChanged() {
    var answer = open(Officers.haLongAdmin(), "/desk/clients/new");
    assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/step-up");
  }

  @Test
  void aSystemIsRegisteredOnceAndItsSecretShownOnce() {
    var admin = admin();
    var form = portal(admin);
    admin.submits("/desk/clients", form);
    assertThat(admin.status()).as(admin.page()).isEqualTo(200);
    var secret = found(SECRET, admin);
    assertThat(secret).hasSize(43);
    admin.submits("/desk/clients", form);
    assertThat(admin.location()).contains("/desk/clients/" + id, "registered-before");
    assertThat(admin.follows().page()).contains("Cổng thử", "Thử nghiệm", "Đã đăng ký");
    assertThat(admin.page()).doesNotContain(secret);
    assertThat(clients.find(new ClientId(id)).orElseThrow().secrets()).hasSize(1);
    assertThat(events("REGISTERED")).isEqualTo(1);
    assertThat(audited("connect.registered")).isEqualTo(1);
    assertThat(admin.opens("/desk/clients").page()).contains(id);
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    var admin = admin();
    admin.submits(
        "/desk/clients",
        with(
            portal(admin),
            Map.of(
                "id", "Thu Nghiem",
                "name", "",
                "agency", "000.00.00.H57",
                "contact", "nowhere",
                "redirectAddresses", "http://halong.example/",
                "proof", "KEYS",
                "keySet", "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}")));
    assertThat(admin.page())
        .contains(
            "Hãy chọn một cơ quan của bạn",
            "Mã gồm 3 đến 40 ký tự",
            "Hãy nhập tên",
            "phải bắt đầu bằng https",
            "Đây là khóa riêng")
        .doesNotContain("c2VjcmV0");
  }

  @Test
  void nobodyGivesHimselfTheNationalCatalogue() {
    var admin = admin();
    admin.submits(
        "/desk/clients",
        with(portal(admin), Map.of("kinds", "PROGRAM", "scopes", "catalogue.write")));
    assertThat(admin.page()).contains("Hãy chọn ít nhất một giao diện");
  }

  @Test
  void twoSecretsLiveWhileOneIsRenewedAndNeverThree() {
    var admin = admin();
    var first = registered(admin);
    var second = renewed(admin, "KEEP");
    assertThat(token(first).path("error").asString()).isEqualTo("unauthorized_client");
    assertThat(token(second).path("error").asString()).isEqualTo("unauthorized_client");
    var third = renewed(admin, "KEEP");
    assertThat(token(first).path("error").asString()).isEqualTo("invalid_client");
    assertThat(token(second).path("error").asString()).isEqualTo("unauthorized_client");
    admin.opens("/desk/clients/" + id);
    admin.submits("/desk/clients/" + id + "/secret/former/end");
    known.listening();
    assertThat(token(second).path("error").asString()).isEqualTo("invalid_client");
    assertThat(token(third).path("error").asString()).isEqualTo("unauthorized_client");
  }

  @Test
  void aSystemIsTriedInTheSandboxThenGoesLiveThenIsClosed() {
    var admin = admin();
    var secret = registered(admin);
    assertThat(admin.opens("/desk/clients/" + id + "/trial").page()).contains("code_verifier=");
    assertThat(admin.opens("/desk/clients/" + id + "/live").page()).contains("Còn thiếu");

    var answer = signedOn(new Visitor(mvc), "", secret);
    var person = userInfo(answer.path("access_token").asString());
    assertThat(person.path("HoVaTen").asString()).isEqualTo("Thử Thị Một");
    assertThat(person.path("loAs").asString()).isEqualTo("LoA2");
    var refreshed =
        posted(
            "/oauth2/token",
            "grant_type",
            "refresh_token",
            "refresh_token",
            answer.path("refresh_token").asString(),
            "client_id",
            id,
            "client_secret",
            secret);
    assertThat(refreshed.path("access_token").asString()).isNotEmpty();

    admin.opens("/desk/clients/" + id + "/live");
    assertThat(admin.page()).doesNotContain("Còn thiếu");
    admin.submits("/desk/clients/" + id + "/live");
    assertThat(admin.location()).endsWith("told=live");
    admin.opens("/desk/clients/" + id);
    admin.submits("/desk/clients/" + id + "/live");
    assertThat(events("WENT_LIVE")).isEqualTo(1);
    known.listening();
    assertThat(status("/userinfo", refreshed.path("access_token").asString()))
        .as("made-up people are gone")
        .isEqualTo(401);

    assertThat(admin.opens("/desk/clients/" + id + "/closing").page()).contains("Đóng hệ thống");
    admin.submits("/desk/clients/" + id + "/closing");
    assertThat(admin.location()).isEqualTo("/desk/clients/" + id + "?told=closed");
    admin.follows().submits("/desk/clients/" + id + "/closing");
    assertThat(admin.follows().page()).contains("Hệ thống đã đóng");
    assertThat(events("CLOSED")).isEqualTo(1);
    assertThat(clients.find(new ClientId(id)).orElseThrow().stage()).isEqualTo(ClientStage.CLOSED);
    known.listening();
    assertThat(token(secret).path("error").asString()).isEqualTo("invalid_client");
  }

  @Test
  void aProgramIsTriedByOneTokenThoughNothingIsOpenToItYet() {
    var admin = admin();
    admin.submits(
        "/desk/clients",
        with(portal(admin), Map.of("kinds", "PROGRAM", "scopes", "dossiers.read")));
    known.listening();
    var secret = found(SECRET, admin);
    assertThat(admin.opens("/desk/clients/" + id + "/live").page()).contains("Còn thiếu", "/trial");
    assertThat(admin.opens("/desk/clients/" + id + "/trial").page())
        .contains("grant_type=client_credentials")
        .doesNotContain("code_verifier");
    assertThat(token(secret).path("access_token").asString()).isNotEmpty();
    assertThat(admin.opens("/desk/clients/" + id + "/live").page()).doesNotContain("Còn thiếu");
  }

  @Test
  void aChangeIsLoggedWithWhatItTouchesAndASecondClickIsNot() {
    var admin = admin();
    registered(admin);
    var form = with(portal(admin), Map.of("contact", "khac@halong.example"));
    admin.opens("/desk/clients/" + id + "/change");
    admin.submits("/desk/clients/" + id + "/change", form);
    assertThat(admin.location()).endsWith("told=changed");
    admin.submits("/desk/clients/" + id + "/change", form);
    assertThat(admin.location()).endsWith("told=as-before");
    assertThat(events("CHANGED")).isEqualTo(1);
    assertThat(admin.follows().page()).contains("contact", "khac@halong.example");
  }

  @Test
  void theSandboxAsksAgainWhenTheSystemWantsMore() {
    var secret = registered(admin());
    var visitor = new Visitor(mvc);
    signedOn(visitor, "", secret);
    assertThat(visitor.opens(authorize("")).location()).as("known now").startsWith(BACK);
    assertThat(visitor.opens(authorize("&prompt=login")).location()).startsWith("/sandbox?");
    assertThat(visitor.opens(authorize("&acr_values=LoA3")).location()).startsWith("/sandbox?");
    assertThat(visitor.follows().page()).contains("đòi hỏi từ mức LoA3");
    clock.advance(Duration.ofMinutes(5));
    assertThat(visitor.opens(authorize("&max_age=60")).location()).startsWith("/sandbox?");
    assertThat(visitor.opens(authorize("&prompt=none&max_age=60")).location())
        .contains("error=login_required");
    assertThat(
            userInfo(signedOn(visitor, "&acr_values=LoA3", secret).path("access_token").asString())
                .path("loAs")
                .asString())
        .isEqualTo("LoA3");
  }

  @Test
  void theSandboxIsForSystemsThatAreBeingBuilt() {
    assertThat(tester.get().uri("/sandbox?client_id=hue-portal")).hasStatus(400);
    assertThat(tester.get().uri("/sandbox")).hasStatus(400);
  }

  @Test
  void aRefusalIsExplainedInTheLog() {
    var admin = admin();
    registered(admin);
    token("not-the-secret");
    assertThat(admin.opens("/desk/clients/" + id).page())
        .contains("invalid_client", "Hệ thống không chứng minh được mình là ai");
  }

  private Visitor admin() {
    return new Visitor(mvc).signsIn("halong.admin", "MotCua@2020", "+84912000301");
  }

  private String[] portal(Visitor admin) {
    admin.opens("/desk/clients/new");
    assertThat(admin.status()).as(admin.location()).isEqualTo(200);
    var agency = Pattern.compile("<option value=\"([^\"]+)\" selected").matcher(admin.page());
    assertThat(agency.find()).isTrue();
    return new String[] {
      "key", found(KEY, admin),
      "agency", agency.group(1),
      "id", id,
      "name", "Cổng thử",
      "englishName", "A trial portal",
      "contact", "van-hanh@halong.example",
      "kinds", "PORTAL",
      "redirectAddresses", BACK,
      "proofKey", "false",
      "refreshes", "true",
      "data.NAME", "REQUIRED",
      "data.NUMBER", "REQUIRED",
      "data.PHONE", "OPTIONAL",
      "proof", "SECRET"
    };
  }

  private static String[] with(String[] form, Map<String, String> others) {
    var all = new ArrayList<String>();
    for (var field = 0; field < form.length; field += 2) {
      if (!others.containsKey(form[field])) all.addAll(Arrays.asList(form[field], form[field + 1]));
    }
    others.forEach((name, value) -> all.addAll(List.of(name, value)));
    return all.toArray(String[]::new);
  }

  private String registered(Visitor admin) {
    admin.submits("/desk/clients", portal(admin));
    known.listening();
    return found(SECRET, admin);
  }

  private String renewed(Visitor admin, String former) {
    admin.opens("/desk/clients/" + id + "/secret");
    admin.submits("/desk/clients/" + id + "/secret", "key", found(KEY, admin), "former", former);
    known.listening();
    return found(SECRET, admin);
  }

  private String authorize(String more) {
    return "/oauth2/authorize?response_type=code&scope=openid&state=s&client_id="
        + id
        + "&redirect_uri="
        + BACK
        + more;
  }

  /** The whole way of somebody made up; what the token endpoint answers. */
  private JsonNode signedOn(Visitor visitor, String more, String secret) {
    visitor.opens(authorize(more + "&prompt=login"));
    assertThat(visitor.location()).startsWith("/sandbox?");
    visitor.follows();
    assertThat(visitor.page()).contains("Thử Thị Một", "người không có thật");
    var level = more.contains("LoA3") ? "LoA3" : "LoA2";
    visitor.submits("/sandbox", "query", found(QUERY, visitor), "person", MOT, "level", level);
    assertThat(visitor.location()).startsWith("/sign-on/onward?");
    visitor.opens(visitor.location().replace("/sign-on/onward", "/oauth2/authorize"));
    if (visitor.location().startsWith("/agreement?")) {
      visitor.follows();
      visitor.submits(
          "/agreement",
          "query",
          found(QUERY, visitor),
          "asked",
          "NAME",
          "asked",
          "NUMBER",
          "asked",
          "PHONE");
      visitor.opens(visitor.location().replace("/sign-on/onward", "/oauth2/authorize"));
    }
    assertThat(visitor.location()).startsWith(BACK + "?code=");
    var code = visitor.location().replaceAll(".*code=([^&]+).*", "$1");
    return posted(
        "/oauth2/token",
        "grant_type",
        "authorization_code",
        "code",
        URLDecoder.decode(code, StandardCharsets.UTF_8),
        "redirect_uri",
        BACK,
        "client_id",
        id,
        "client_secret",
        secret);
  }

  /** Refused either way: as a client that is known and may not, or as an unknown one. */
  private JsonNode token(String secret) {
    return posted(
        "/oauth2/token",
        "grant_type",
        "client_credentials",
        "client_id",
        id,
        "client_secret",
        secret);
  }

  private JsonNode posted(String path, String... fields) {
    var request = tester.post().uri(path);
    for (var field = 0; field < fields.length; field += 2) {
      request = request.param(fields[field], fields[field + 1]);
    }
    return json.readTree(request.exchange().getResponse().getContentAsByteArray());
  }

  private JsonNode userInfo(String token) {
    return json.readTree(
        tester
            .get()
            .uri("/userinfo")
            .header("Authorization", "Bearer " + token)
            .exchange()
            .getResponse()
            .getContentAsByteArray());
  }

  private int status(String path, String token) {
    return tester
        .get()
        .uri(path)
        .header("Authorization", "Bearer " + token)
        .exchange()
        .getResponse()
        .getStatus();
  }

  private MvcTestResult open(CurrentUser user, String path) {
    return tester.get().uri(path).with(SignedIn.as(user)).exchange();
  }

  private long events(String kind) {
    return jdbc.sql("select count(*) from connect.client_event where client_id = ? and kind = ?")
        .params(id, kind)
        .query(Long.class)
        .single();
  }

  private long audited(String action) {
    return jdbc.sql("select count(*) from platform.audit_entry where object_id = ? and action = ?")
        .params(id, action)
        .query(Long.class)
        .single();
  }

  private static String found(Pattern pattern, Visitor visitor) {
    var matcher = pattern.matcher(visitor.page());
    assertThat(matcher.find()).as("%s in %s", pattern, visitor.page()).isTrue();
    return matcher.group(1);
  }
}
