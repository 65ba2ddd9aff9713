package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.connect.model.PersonalData.ADDRESS;
import static org.motcua.connect.model.PersonalData.EMAIL;
import static org.motcua.connect.model.PersonalData.GENDER;
import static org.motcua.connect.model.PersonalData.NAME;
import static org.motcua.connect.model.PersonalData.NUMBER;
import static org.motcua.connect.model.PersonalData.PHONE;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.testing.Citizens;
import org.motcua.testing.Enterprises;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The very calls of the systems that provinces wrote in 2019 and 2020, letter by letter: without
 * proof keys, without a nonce, the secret in the form, userinfo by POST with a content type but
 * nothing in it, and each token checked with itself.
 */
class OldAgencyClientTest extends ProtocolTest {

  /** Base64 with all the signs that an address may not hold as they are. */
  private static final String STATE = "k+9/Zm8+YmE/cg==";

  private final JsonMapper json = new JsonMapper();

  private AgencySystem agency;
  private String id;
  private String secret;

  @BeforeEach
  void register() {
    var registration =
        agencies.system().needing(NAME, NUMBER, GENDER, PHONE, ADDRESS).likingToKnow(EMAIL);
    agency = registration.registered(wire);
    id = registration.id().getValue();
    secret = registration.secret().getValue();
  }

  @Test
  void theWholeOldWayLeadsToThePersonsData() {
    var person = userinfo(token(code(mai())).get("access_token").asString());
    assertThat(person.get("TechID").asString()).isEqualTo(Citizens.mai().id().toString());
    assertThat(person.get("LoaiTaiKhoan").isIntegralNumber()).isTrue();
    assertThat(person.get("LoaiTaiKhoan").asInt()).isEqualTo(1);
    assertThat(person.get("SoDinhDanh").asString()).isEqualTo("022190001234");
    assertThat(person.get("HoVaTen").asString()).isEqualTo("Nguyễn Thị Mai");
    assertThat(person.get("SoDienThoai").asString()).endsWith("912000001");
    assertThat(person.get("DiaChi").asString()).contains("Lê Thánh Tông");
    assertThat(person.get("loAs").asString()).isEqualTo("LoA2");
    assertThat(person.hasNonNull("sub")).isTrue();
    assertThat(person.hasNonNull("GioiTinh")).isTrue();
    assertThat(person.has("MaSoThue")).isFalse();
  }

  @Test
  void anEnterpriseIsKnownByItsTaxCode() {
    var saoVang = new Surfer(wire, "5700123454", "+84912000010");
    var person =
        userinfo(
            token(code(signedIn(saoVang, Enterprises.saoVang()))).get("access_token").asString());
    assertThat(person.get("LoaiTaiKhoan").asInt()).isEqualTo(2);
    assertThat(person.get("MaSoThue").asString()).isEqualTo("5700123454");
    assertThat(person.get("TenDoanhNghiep").asString()).isEqualTo("Công ty TNHH Sao Vàng");
    assertThat(person.get("TechID").asString()).isEqualTo(Enterprises.saoVang().id().toString());
    assertThat(person.has("SoDinhDanh")).isFalse();
  }

  @Test
  void theStateComesBackByteForByte() {
    var arrived = mai().arrives(request(STATE));
    assertThat(Query.of(arrived)).containsEntry("state", STATE);
  }

  @Test
  void whoIsNotSignedInIsAskedForAPasswordAndACodeAndThenComesBack() {
    var mai = Surfer.mai(wire);
    assertThat(Query.of(mai.arrives(request(STATE)))).containsEntry("state", STATE);
    assertThat(mai.steps()).containsExactly("/sign-in", "/sign-in/code", "/agreement");
  }

  @Test
  void theAnswerWithTokensHoldsWhatOldClientsRead() {
    var tokens = token(code(mai()));
    assertThat(tokens.get("token_type").asString()).isEqualToIgnoringCase("bearer");
    assertThat(tokens.get("expires_in").isIntegralNumber()).isTrue();
    assertThat(tokens.get("id_token").asString().split("\\.")).hasSize(3);
    assertThat(tokens.get("scope").asString()).isEqualTo("openid");
  }

  @Test
  void aTokenIsCheckedWithItself() {
    var token = token(code(mai())).get("access_token").asString();
    var answer = check(token, token);
    assertThat(answer.statusCode()).isEqualTo(200);
    var said = json.readTree(answer.body());
    assertThat(said.get("active").asBoolean()).isTrue();
    assertThat(said.get("client_id").asString()).isEqualTo(id);
    assertThat(said.get("exp").isIntegralNumber()).isTrue();
    assertThat(Instant.ofEpochSecond(said.get("exp").asLong())).isAfter(clock.instant());
  }

  @Test
  void aTokenThatHasEndedIsNotActiveOrNotLetInAnyMore() {
    var mai = mai();
    var token = token(code(mai)).get("access_token").asString();
    mai.opens("/").submits("/sign-out");
    var answer = check(token, token);
    if (answer.statusCode() == 200) {
      assertThat(json.readTree(answer.body()).get("active").asBoolean()).isFalse();
    } else {
      assertThat(answer.statusCode()).isEqualTo(401);
    }
  }

  @Test
  void theSignOutLeadsBackToTheAgency() {
    var mai = mai();
    var idToken = token(code(mai)).get("id_token").asString();
    mai.opens(
            agency.provider().getEndSessionEndpointURI()
                + "?id_token_hint="
                + idToken
                + "&post_logout_redirect_uri="
                + encoded(agency.home().toString()))
        .goesOn();
    assertThat(mai.location()).contains(agency.home());
    assertThat(mai.opens("/my").location().orElseThrow().getPath()).isEqualTo("/sign-in");
  }

  private String code(Surfer person) {
    return Query.of(person.arrives(request(STATE))).get("code");
  }

  private URI request(String state) {
    return URI.create(
        agency.provider().getAuthorizationEndpointURI()
            + "?response_type=code&client_id="
            + id
            + "&redirect_uri="
            + encoded(agency.callback().toString())
            + "&scope=openid&acr_values=LoA1&state="
            + encoded(state));
  }

  private JsonNode token(String code) {
    var form =
        "grant_type=authorization_code&code="
            + encoded(code)
            + "&redirect_uri="
            + encoded(agency.callback().toString())
            + "&client_id="
            + id
            + "&client_secret="
            + encoded(secret);
    var answer =
        wire.send(
            HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)),
            agency.provider().getTokenEndpointURI());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private JsonNode userinfo(String token) {
    var answer =
        wire.send(
            HttpRequest.newBuilder()
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.noBody()),
            agency.provider().getUserInfoEndpointURI());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> check(String token, String bearer) {
    return wire.send(
        HttpRequest.newBuilder()
            .header("Authorization", "Bearer " + bearer)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("token=" + encoded(token) + "&state=0")),
        agency.provider().getIntrospectionEndpointURI());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
