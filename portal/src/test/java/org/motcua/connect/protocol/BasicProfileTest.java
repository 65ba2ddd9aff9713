package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.connect.model.PersonalData.ADDRESS;
import static org.motcua.connect.model.PersonalData.BIRTH;
import static org.motcua.connect.model.PersonalData.EMAIL;
import static org.motcua.connect.model.PersonalData.GENDER;
import static org.motcua.connect.model.PersonalData.NAME;
import static org.motcua.connect.model.PersonalData.NUMBER;
import static org.motcua.connect.model.PersonalData.PHONE;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Display;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.ClaimRequirement;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSetRequest;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.testing.Citizens;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the OpenID Foundation's certification profile Basic OP asks of a provider, in the order of
 * its test plan.
 */
class BasicProfileTest extends ProtocolTest {

  @AfterEach
  void resetMail() {
    maiHas(null);
  }

  // Codes and ID tokens

  @Test
  void aCodeIsExchangedForAnIdTokenOfThisIssuerForThisClientAndRequest() {
    var agency = agencies.system().registered(wire);
    var on = agency.signsIn(mai());
    var identity = on.identity();
    assertThat(identity.getIssuer().getValue()).isEqualTo(issuer);
    assertThat(identity.getAudience())
        .extracting(Object::toString)
        .containsExactly(agency.id().getValue());
    assertThat(identity.getNonce()).isEqualTo(on.request().getNonce());
    assertThat(identity.getSubject().getValue()).isNotBlank().hasSizeLessThanOrEqualTo(255);
    assertThat(identity.getSessionID().getValue()).isNotBlank();
    assertThat(identity.getACR()).isEqualTo(new ACR("LoA2"));
    assertThat(identity.getAuthenticationTime())
        .isNotNull()
        .isBeforeOrEqualTo(identity.getIssueTime());
    assertThat(identity.getExpirationTime()).isAfter(identity.getIssueTime());
    assertThat(on.access().getType().getValue()).isEqualTo("Bearer");
    assertThat(on.access().getLifetime()).isBetween(1L, 600L);
  }

  @Test
  void anAnswerWithTokensIsKeptByNobodyOnTheWay() {
    var agency = agencies.system().registered(wire);
    var answer = agency.exchanges(agency.getsCode(mai()));
    assertThat(answer.getCacheControl()).contains("no-store");
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    assertThat(answer.getEntityContentType().matches(ContentType.APPLICATION_JSON)).isTrue();
  }

  @Test
  void aRequestWithoutAResponseTypeIsRefused() {
    var agency = agencies.system().registered(wire);
    var request = agency.request().build();
    var surfer = mai().opens(without("response_type", request.toURI())).goesOn();
    if (surfer.location().isPresent()) {
      assertThat(surfer.location().get().toString())
          .startsWith(agency.callback().toString())
          .contains("state=" + request.getState(), "error=")
          .doesNotContain("code=");
    } else {
      assertThat(surfer.status()).isEqualTo(400);
    }
  }

  @Test
  void aRequestWithoutANonceSucceeds() {
    var agency = agencies.system().registered(wire);
    var request = agency.request().nonce(null).build();
    assertThat(agency.signsIn(mai(), request).identity().getNonce()).isNull();
  }

  // Userinfo

  @Test
  void userinfoAnswersAGetWithTheTokenInTheHeader() {
    var on = agencies.system().registered(wire).signsIn(mai());
    isAboutTheSamePerson(on, on.agency().asksWho(on.access()));
  }

  @Test
  void userinfoAnswersAPostWithTheTokenInTheHeader() {
    var on = agencies.system().registered(wire).signsIn(mai());
    var request =
        new HTTPRequest(HTTPRequest.Method.POST, on.agency().provider().getUserInfoEndpointURI());
    request.setAuthorization("Bearer " + on.access());
    isAboutTheSamePerson(on, on.agency().send(request));
  }

  @Test
  void userinfoAnswersAPostWithTheTokenInTheForm() {
    var on = agencies.system().registered(wire).signsIn(mai());
    var userinfo = on.agency().provider().getUserInfoEndpointURI();
    isAboutTheSamePerson(
        on, on.agency().send(new UserInfoRequest(userinfo, HTTPRequest.Method.POST, on.access())));
  }

  @Test
  void userinfoWithoutATokenSaysThatOneIsNeeded() {
    var agency = agencies.system().registered(wire);
    var answer =
        agency.send(
            new HTTPRequest(HTTPRequest.Method.GET, agency.provider().getUserInfoEndpointURI()));
    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getWWWAuthenticate()).startsWith("Bearer");
  }

  @Test
  void userinfoWithAnInventedTokenSaysThatItIsInvalid() {
    var agency = agencies.system().registered(wire);
    var answer = agency.asksWho(new BearerAccessToken("invented"));
    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getWWWAuthenticate()).contains("invalid_token");
  }

  private static void isAboutTheSamePerson(SignedOn on, HTTPResponse answer) {
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
    assertThat(answer.getEntityContentType().matches(ContentType.APPLICATION_JSON)).isTrue();
    assertThat(AgencySystem.person(answer).getSubject()).isEqualTo(on.identity().getSubject());
  }

  // Scopes

  @Test
  void theScopeProfileGivesNameGenderAndBirth() {
    var person = given("openid profile");
    assertThat(person.getName()).isEqualTo("Nguyễn Thị Mai");
    assertThat(person.getGender().getValue()).isEqualTo("female");
    assertThat(person.getBirthdate()).isEqualTo("1990-03-27");
    assertThat(person.getPhoneNumber()).isNull();
    assertThat(person.getAddress()).isNull();
  }

  @Test
  void theScopeEmailGivesTheMailAddressThatWasConfirmed() {
    maiHas("mai@thu.example");
    var person = given("openid email");
    assertThat(person.getEmailAddress()).isEqualTo("mai@thu.example");
    assertThat(person.getEmailVerified()).isTrue();
    assertThat(person.getName()).isNull();
  }

  @Test
  void theScopeEmailGivesNothingWhereNoMailAddressWasConfirmed() {
    maiHas(null);
    var person = given("openid email");
    assertThat(person.toJSONObject()).doesNotContainKeys("email", "email_verified", "ThuDienTu");
    assertThat(person.getName()).isNull();
  }

  /** Only what was confirmed by a code is an account's mail address. */
  private void maiHas(String email) {
    jdbc.sql("update identity.account set email = :email where id = :mai")
        .param("email", email)
        .param("mai", Citizens.mai().id().value())
        .update();
  }

  @Test
  void theScopePhoneGivesThePhoneNumber() {
    var person = given("openid phone");
    assertThat(person.getPhoneNumber()).isEqualTo(Citizens.MAI_PHONE);
    assertThat(person.getPhoneNumberVerified()).isTrue();
    assertThat(person.getName()).isNull();
  }

  @Test
  void theScopeAddressGivesTheAddressAsOneText() {
    var person = given("openid address");
    assertThat(person.getAddress().getFormatted()).contains("Lê Thánh Tông", "Hồng Hà");
    assertThat(person.getName()).isNull();
  }

  @Test
  void allScopesTogetherGiveAll() {
    var person = given("openid profile email phone address");
    assertThat(person.getName()).isNotNull();
    assertThat(person.getPhoneNumber()).isNotNull();
    assertThat(person.getAddress()).isNotNull();
  }

  @Test
  void scopesMayStandInAnyOrder() {
    assertThat(given("address profile openid").getName()).isNotNull();
  }

  private UserInfo given(String scope) {
    var agency =
        agencies
            .system()
            .needing(NAME, NUMBER, BIRTH, GENDER, PHONE, EMAIL, ADDRESS)
            .registered(wire);
    return agency.signsIn(mai(), agency.request(scope).build()).person();
  }

  // How the portal behaves toward the person

  @Test
  void aPageOrAPopupMayBeWishedFor() {
    var agency = agencies.system().registered(wire);
    agency.signsIn(mai(), agency.request().display(Display.PAGE).build());
    agency.signsIn(mai(), agency.request().display(Display.POPUP).build());
  }

  @Test
  void whoIsSignedInIsNotAskedAgain() {
    var agency = agencies.system().registered(wire);
    var mai = mai();
    var first = agency.signsIn(mai);
    var second = agency.signsIn(mai);
    assertThat(mai.steps()).isEmpty();
    assertThat(second.identity().getSubject()).isEqualTo(first.identity().getSubject());
    assertThat(second.sid()).isEqualTo(first.sid());
  }

  @Test
  void aClientMayWishThatThePersonShowsAnewWhoItIs() {
    var agency = agencies.system().registered(wire);
    var mai = Surfer.mai(wire);
    var first = agency.signsIn(mai);
    assertThat(mai.steps()).contains("/sign-in", "/sign-in/code");
    clock.advance(Duration.ofSeconds(30));
    var second = agency.signsIn(mai, agency.request().prompt(Prompt.Type.LOGIN).build());
    assertThat(mai.steps()).containsAnyOf("/sign-in", "/sign-in/code");
    assertThat(second.identity().getSubject()).isEqualTo(first.identity().getSubject());
    assertThat(second.identity().getAuthenticationTime())
        .isAfter(first.identity().getAuthenticationTime());
  }

  @Test
  void withoutAPageNobodyWhoIsNotSignedInGetsACode() {
    var agency = agencies.system().registered(wire);
    var stranger = Surfer.mai(wire);
    var error = agency.isRefused(stranger, silently(agency));
    assertThat(error.getCode()).isEqualTo("login_required");
    assertThat(stranger.steps()).isEmpty();
  }

  @Test
  void withoutAPageWhoIsSignedInGetsTheSameAnswerAsBefore() {
    var agency = agencies.system().registered(wire);
    var mai = mai();
    var first = agency.signsIn(mai);
    var second = agency.signsIn(mai, silently(agency));
    assertThat(mai.steps()).isEmpty();
    assertThat(second.identity().getSubject()).isEqualTo(first.identity().getSubject());
    assertThat(second.identity().getAuthenticationTime())
        .isEqualTo(first.identity().getAuthenticationTime());
  }

  @Test
  void withoutAPageNobodyWhoHasNotAgreedGetsACode() {
    var agency = agencies.system().registered(wire);
    assertThat(agency.isRefused(mai(), silently(agency)).getCode()).isEqualTo("consent_required");
  }

  @Test
  void withoutAPageAndWithAPageIsNoRequest() {
    var agency = agencies.system().registered(wire);
    var request = agency.request().customParameter("prompt", "none login").build();
    assertThat(agency.isRefused(mai(), request).getCode()).isEqualTo("invalid_request");
  }

  @Test
  void aClientMayWishThatThePersonAgreesAnew() {
    var agency = agencies.system().registered(wire);
    var mai = mai();
    agency.signsIn(mai);
    agency.signsIn(mai, agency.request().prompt(Prompt.Type.CONSENT).build());
    assertThat(mai.steps()).containsExactly("/agreement");
  }

  private static AuthenticationRequest silently(AgencySystem agency) {
    return agency.request().prompt(Prompt.Type.NONE).build();
  }

  @Test
  void aSignInOlderThanTheClientLikesIsDoneAnew() {
    var agency = agencies.system().registered(wire);
    var mai = Surfer.mai(wire);
    var first = agency.signsIn(mai);
    clock.advance(Duration.ofSeconds(30));
    var second = agency.signsIn(mai, agency.request().maxAge(1).build());
    assertThat(mai.steps()).containsAnyOf("/sign-in", "/sign-in/code");
    assertThat(second.identity().getAuthenticationTime())
        .isAfter(first.identity().getAuthenticationTime())
        .isCloseTo(clock.instant(), 5000);
  }

  @Test
  void aSignInYoungEnoughIsTaken() {
    var agency = agencies.system().registered(wire);
    var mai = mai();
    var first = agency.signsIn(mai);
    var second = agency.signsIn(mai, agency.request().maxAge(10_000).build());
    assertThat(mai.steps()).isEmpty();
    assertThat(second.identity().getAuthenticationTime())
        .isEqualTo(first.identity().getAuthenticationTime());
  }

  @Test
  void parametersThatNobodyKnowsAreIgnored() {
    var agency = agencies.system().registered(wire);
    agency.signsIn(mai(), agency.request().customParameter("extra", "foobar").build());
  }

  @Test
  void theClientMaySayWhomItKnowsByAnEarlierIdToken() {
    var agency = agencies.system().registered(wire);
    var mai = mai();
    var first = agency.signsIn(mai);
    var request = agency.request().prompt(Prompt.Type.NONE).idTokenHint(first.idToken()).build();
    assertThat(agency.signsIn(mai, request).identity().getSubject())
        .isEqualTo(first.identity().getSubject());
  }

  @Test
  void anotherPersonThanTheOneInTheHintIsNotAnswered() {
    var agency = agencies.system().registered(wire);
    var ofMai = agency.signsIn(mai());
    var hung = hung();
    agency.signsIn(hung);
    var request = agency.request().prompt(Prompt.Type.NONE).idTokenHint(ofMai.idToken()).build();
    assertThat(agency.isRefused(hung, request).getCode()).isEqualTo("login_required");
  }

  @Test
  void aLoginHintFillsInTheName() {
    var agency = agencies.system().registered(wire);
    var request = agency.request().loginHint("022190001234").build();
    var stranger = Surfer.mai(wire).opens(request.toURI());
    stranger.opens(stranger.location().orElseThrow());
    assertThat(stranger.page()).contains("value=\"022190001234\"");
    agency.heard(stranger.goesOn().location().orElseThrow(), request).toSuccessResponse();
  }

  @Test
  void thePagesAreInTheLanguageThatTheClientSays() {
    var agency = agencies.system().registered(wire);
    var request = agency.request().uiLocales(language("en")).build();
    var stranger = Surfer.mai(wire).opens(request.toURI());
    assertThat(stranger.opens(stranger.location().orElseThrow()).page()).contains("lang=\"en\"");
  }

  @Test
  void languagesThatNobodySpeaksHereAreIgnored() {
    var agency = agencies.system().registered(wire);
    agency.signsIn(mai(), agency.request().uiLocales(language("se")).build());
    agency.signsIn(mai(), agency.request().claimsLocales(language("se")).build());
  }

  private static List<LangTag> language(String code) {
    try {
      return List.of(LangTag.parse(code));
    } catch (LangTagException e) {
      throw new AssertionError(e);
    }
  }

  // Levels

  @Test
  void aLevelThatIsReachedIsNamedInTheIdToken() {
    var agency = agencies.system().registered(wire);
    var on = agency.signsIn(mai(), agency.request().acrValues(List.of(new ACR("LoA1"))).build());
    assertThat(on.identity().getACR()).isEqualTo(new ACR("LoA2"));
  }

  @Test
  void whoIsNotKnownSurelyEnoughShowsMore() {
    var agency = agencies.system().registered(wire);
    var mai = signedIn(Surfer.mai(wire), Citizens.mai().knownAs(LevelOfAssurance.LOA1));
    var weak = agency.signsIn(mai);
    assertThat(weak.identity().getACR()).isEqualTo(new ACR("LoA1"));
    var strong = agency.signsIn(mai, agency.request().acrValues(List.of(new ACR("LoA2"))).build());
    assertThat(mai.steps()).contains("/step-up", "/sign-in/code");
    assertThat(strong.identity().getACR()).isEqualTo(new ACR("LoA2"));
  }

  @Test
  void levelsThatNobodyKnowsAreIgnored() {
    var agency = agencies.system().registered(wire);
    var foreign = List.of(new ACR("1"), new ACR("2"));
    agency.signsIn(mai(), agency.request().acrValues(foreign).build());
  }

  // Codes

  @Test
  void aCodeUsedTwiceIsRefusedAndItsTokensEnd() {
    var on = agencies.system().registered(wire).signsIn(mai());
    assertThat(on.alive()).isTrue();
    assertThat(AgencySystem.refusal(on.agency().exchanges(on.code()))).isEqualTo("invalid_grant");
    assertThat(on.alive()).isFalse();
  }

  @Test
  void aCodeUsedAgainAfterHalfAMinuteIsRefusedAndItsTokensEnd() {
    var on = agencies.system().registered(wire).signsIn(mai());
    clock.advance(Duration.ofSeconds(30));
    assertThat(AgencySystem.refusal(on.agency().exchanges(on.code()))).isEqualTo("invalid_grant");
    assertThat(on.alive()).isFalse();
  }

  @Test
  void aCodeThatLayAboutIsRefused() {
    var agency = agencies.system().registered(wire);
    var code = agency.getsCode(mai());
    clock.advance(Duration.ofMinutes(2));
    assertThat(AgencySystem.refusal(agency.exchanges(code))).isEqualTo("invalid_grant");
  }

  @Test
  void nobodyIsSentToAnAddressThatIsNotRegistered() {
    var agency = agencies.system().registered(wire);
    var elsewhere = URI.create(agency.callback() + "/elsewhere");
    var mai = mai().opens(agency.request().redirectionURI(elsewhere).build().toURI()).goesOn();
    assertThat(mai.location()).isEmpty();
    assertThat(mai.status()).isEqualTo(400);
  }

  // Ways to ask

  @Test
  void aRequestMayBePosted() {
    var agency = agencies.system().registered(wire);
    var request = agency.request().build();
    var mai = mai().posts(request.getEndpointURI(), request.toQueryString()).goesOn();
    var answer = agency.heard(mai.location().orElseThrow(), request);
    AgencySystem.tokens(agency.exchanges(answer.toSuccessResponse().getAuthorizationCode()));
  }

  @Test
  void aPostedRequestOfSomebodyWhoIsNotSignedInGoesOnAfterwards() {
    var agency = agencies.system().registered(wire);
    var request = agency.request().build();
    var mai = Surfer.mai(wire).posts(request.getEndpointURI(), request.toQueryString()).goesOn();
    assertThat(agency.heard(mai.location().orElseThrow(), request).indicatesSuccess()).isTrue();
  }

  @Test
  void aClientMayProveItselfByItsSecretInTheForm() {
    var registration = agencies.system();
    var agency = registration.registered(wire);
    agency
        .provingItselfBy(() -> new ClientSecretPost(registration.id(), registration.secret()))
        .signsIn(mai());
  }

  @Test
  void aRequestObjectIsRefusedAsNotUnderstood() {
    var agency = agencies.system().registered(wire);
    var object = new PlainJWT(new JWTClaimsSet.Builder().claim("scope", "openid").build());
    var request = agency.request().requestObject(object).build();
    assertThat(agency.isRefused(mai(), request).getCode()).isEqualTo("request_not_supported");
  }

  @Test
  void aRequestObjectWithAnotherRedirectAddressLeadsNobodyThere() {
    var agency = agencies.system().registered(wire);
    var object =
        new PlainJWT(
            new JWTClaimsSet.Builder()
                .claim("redirect_uri", "https://attacker.example/callback")
                .build());
    var request = agency.request().requestObject(object).build();
    assertThat(agency.isRefused(mai(), request).getCode()).isEqualTo("request_not_supported");
  }

  @Test
  void aRequestElsewhereIsNotFetched() {
    var agency = agencies.system().registered(wire);
    var request =
        agency.request().customParameter("request_uri", "https://agency.example/r.jwt").build();
    assertThat(agency.isRefused(mai(), request).getCode()).isEqualTo("request_uri_not_supported");
  }

  @Test
  void aRequestElsewhereThatSaysNoAddressOfTheClientsIsRefusedHere() {
    var agency = agencies.system().registered(wire);
    var elsewhere =
        agency
            .request()
            .redirectionURI(URI.create("https://attacker.example/callback"))
            .customParameter("request_uri", "https://agency.example/r.jwt")
            .build()
            .toURI();
    for (var request : List.of(elsewhere, without("redirect_uri", elsewhere))) {
      var mai = mai().opens(request).goesOn();
      assertThat(mai.location()).as(mai.toString()).isEmpty();
      assertThat(mai.status()).isEqualTo(400);
    }
  }

  @Test
  void singleClaimsMayBeAskedForWithoutTheirScope() {
    var agency = agencies.system().needing(NAME, NUMBER, PHONE).registered(wire);
    var claims =
        new OIDCClaimsRequest()
            .withUserInfoClaimsRequest(
                new ClaimsSetRequest()
                    .add(
                        new ClaimsSetRequest.Entry("name")
                            .withClaimRequirement(ClaimRequirement.ESSENTIAL)));
    var on = agency.signsIn(mai(), agency.request().claims(claims).build());
    assertThat(on.person().getName()).isEqualTo("Nguyễn Thị Mai");
    assertThat(on.person().getPhoneNumber()).isNull();
  }

  @Test
  void aClaimInTheIdTokenMayBeAskedFor() {
    var agency = agencies.system().registered(wire);
    var claims =
        new OIDCClaimsRequest()
            .withIDTokenClaimsRequest(new ClaimsSetRequest().add("name").add("auth_time"));
    var on = agency.signsIn(mai(), agency.request().claims(claims).build());
    assertThat(on.identity().getStringClaim("name")).isEqualTo("Nguyễn Thị Mai");
    assertThat(on.identity().getAuthenticationTime()).isNotNull();
  }

  @Test
  void aClientMayProveItsRequestByAKeyOfTheMoment() {
    var agency = agencies.system().registered(wire);
    var verifier = new CodeVerifier();
    var request = agency.request().codeChallenge(verifier, CodeChallengeMethod.S256).build();
    var grant =
        new AuthorizationCodeGrant(agency.getsCode(mai(), request), agency.callback(), verifier);
    AgencySystem.tokens(agency.asksForTokens(grant));
  }

  @Test
  void aSystemRegisteredForProofKeysSignsPeopleInByThem() {
    agencies.system().withProofKey().registered(wire).signsIn(mai());
  }

  // What each agency calls a person

  @Test
  void twoAgenciesKnowAPersonByNamesThatDoNotMatch() {
    var mai = mai();
    var here = agencies.system().registered(wire).signsIn(mai);
    var sameAgency = agencies.system().registered(wire).signsIn(mai);
    var other = agencies.system().of(Agencies.HUE).registered(wire).signsIn(mai);
    assertThat(sameAgency.identity().getSubject()).isEqualTo(here.identity().getSubject());
    assertThat(other.identity().getSubject()).isNotEqualTo(here.identity().getSubject());
    assertThat(List.of(here.sid(), sameAgency.sid(), other.sid())).doesNotHaveDuplicates();
  }

  private static URI without(String parameter, URI request) {
    return UriComponentsBuilder.fromUri(request).replaceQueryParam(parameter).build(true).toUri();
  }
}
