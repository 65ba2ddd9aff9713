package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.connect.model.PersonalData.GENDER;
import static org.motcua.connect.model.PersonalData.NAME;
import static org.motcua.connect.model.PersonalData.NUMBER;
import static org.motcua.connect.model.PersonalData.PHONE;

import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agency learns what the person lets it know, and no more. */
class AgreementTest extends ProtocolTest {

  private AgencySystem agency;
  private Surfer mai;

  @BeforeEach
  void register() {
    agency = agencies.system().needing(NAME, NUMBER).likingToKnow(PHONE, GENDER).registered(wire);
    mai = mai();
  }

  @Test
  void aPersonIsAskedAtTheFirstSignInOnly() {
    agency.signsIn(mai);
    assertThat(mai.steps()).containsExactly("/agreement");
    agency.signsIn(mai);
    assertThat(mai.steps()).isEmpty();
    agency.signsIn(mai());
    assertThat(mai.steps()).isEmpty();
  }

  @Test
  void anAgreementIsOfOnePersonWithOneSystem() {
    agency.signsIn(mai);
    var hung = hung();
    agency.signsIn(hung);
    assertThat(hung.steps()).containsExactly("/agreement");
    agencies.system().registered(wire).signsIn(mai);
    assertThat(mai.steps()).containsExactly("/agreement");
  }

  @Test
  void thePageSaysWhoWantsToKnowWhat() {
    comesToTheAgreement(agency.request().build());
    assertThat(mai.page())
        .contains(agency.id().getValue(), "Quảng Ninh", "Nguyễn Thị Mai")
        .contains("value=\"PHONE\"", "value=\"GENDER\"")
        .doesNotContain("value=\"NAME\"");
  }

  @Test
  void whatIsOptionalIsGivenByChoiceAlone() {
    var request = agency.request("openid profile phone").build();
    var nothing = agency.signsIn(mai, request).person();
    assertThat(nothing.getName()).isEqualTo("Nguyễn Thị Mai");
    assertThat(nothing.getPhoneNumber()).isNull();
    assertThat(nothing.getGender()).isNull();
    assertThat(nothing.toJSONObject()).doesNotContainKeys("SoDienThoai", "GioiTinh");

    var anew = agency.request("openid profile phone").prompt(Prompt.Type.CONSENT).build();
    comesToTheAgreement(anew);
    mai.submits("/agreement", "given", "PHONE").goesOn();
    var code = agency.heard(mai.location().orElseThrow(), anew).toSuccessResponse();
    var tokens = AgencySystem.tokens(agency.exchanges(code.getAuthorizationCode()));
    var phone = agency.person(tokens.getAccessToken());
    assertThat(phone.getPhoneNumber()).isNotNull();
    assertThat(phone.getGender()).isNull();
  }

  @Test
  void whatIsNotOnTheListIsNotGivenByWhoeverForgesAChoice() {
    var request = agency.request("openid address").build();
    comesToTheAgreement(request);
    mai.submits("/agreement", "given", "ADDRESS").goesOn();
    var code = agency.heard(mai.location().orElseThrow(), request).toSuccessResponse();
    var tokens = AgencySystem.tokens(agency.exchanges(code.getAuthorizationCode()));
    assertThat(agency.person(tokens.getAccessToken()).getAddress()).isNull();
  }

  @Test
  void whoRefusesIsSentBackWithoutACodeAndAskedTheNextTime() {
    var request = agency.request().build();
    comesToTheAgreement(request);
    mai.submits("/agreement", "refused", "true").goesOn();
    var answer = agency.heard(mai.location().orElseThrow(), request);
    assertThat(answer.toErrorResponse().getErrorObject().getCode()).isEqualTo("access_denied");
    agency.signsIn(mai);
    assertThat(mai.steps()).containsExactly("/agreement");
  }

  @Test
  void aRefusalSendsNobodyToAnAddressThatIsNotRegistered() {
    comesToTheAgreement(agency.request().build());
    var forged =
        "client_id="
            + agency.id()
            + "&redirect_uri="
            + URLEncoder.encode("https://attacker.example/", StandardCharsets.UTF_8);
    mai.submits("/agreement", "refused", "true", "query", forged);
    assertThat(mai.location()).isEmpty();
    assertThat(mai.status()).isEqualTo(400);
  }

  @Test
  void nobodyAgreesThroughAPageOfAnotherSite() {
    var query = agency.request().build().toURI().getRawQuery();
    mai.posts(
        URI.create("/agreement"),
        "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&given=PHONE");
    assertThat(mai.status()).isEqualTo(403);
    agency.signsIn(mai);
    assertThat(mai.steps()).containsExactly("/agreement");
  }

  private void comesToTheAgreement(AuthenticationRequest request) {
    mai.opens(request.toURI());
    mai.opens(mai.location().orElseThrow());
    assertThat(mai.status()).as(mai.toString()).isEqualTo(200);
  }
}
