package org.motcua.simulators.agency.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.simulators.agency.Window.body;
import static org.motcua.simulators.agency.Window.location;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.simulators.agency.FakePerson;
import org.motcua.simulators.agency.FakeProvider;
import org.motcua.simulators.agency.ProvinceTest;
import org.motcua.simulators.agency.Window;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing out here, and being signed out by the portal from behind. */
class SignOutTests extends ProvinceTest {

  private static final String CLIENT = "quangninh-portal";

  private final FakePerson person = FakePerson.stranger();
  private Window window;

  @BeforeEach
  void come() {
    window = newWindow();
    window.arrive(person);
  }

  @AfterEach
  void asItShouldBe() {
    PORTAL.isAway = false;
    PORTAL.provider.reset();
  }

  @Test
  void whoSignsOutHereIsSentToThePortalWithAProofAndComesBackSignedOut() {
    var left = URI.create(location(window.post("/sign-out")));
    assertThat(left.toString()).startsWith(PORTAL.address() + "/connect/logout?");
    assertThat(left.getQuery())
        .contains("id_token_hint=ey", "post_logout_redirect_uri=http://localhost:8090/&");
    var state = UriComponentsBuilder.fromUri(left).build().getQueryParams().getFirst("state");
    assertThat(body(window.get("/?state=" + state))).contains("Bạn đã đăng xuất khỏi tỉnh và khỏi");
    assertThat(body(window.get("/?state=guessed"))).doesNotContain("Bạn đã đăng xuất");
    assertSignedOut(window);
  }

  @Test
  void signingOutTwiceIsNoTrouble() {
    window.post("/sign-out");
    assertThat(window.post("/sign-out")).hasRedirectedUrl("/");
  }

  @Test
  void whenThePortalIsAwayOneIsSignedOutHereAndToldSo() {
    PORTAL.isAway = true;
    assertThat(body(window.follow(window.post("/sign-out"))))
        .contains("Bạn đã đăng xuất khỏi cổng của tỉnh", PORTAL.address().toString());
    assertSignedOut(window);
  }

  @Test
  void thePortalEndsTheSessionsOfOneSignInAndNoOthers() {
    var elsewhere = newWindow();
    elsewhere.arrive(person.elsewhere());
    var again = newWindow();
    again.arrive(person);
    assertThat(tell(token -> token)).hasStatusOk();
    assertSignedOut(window);
    assertSignedOut(again);
    assertThat(elsewhere.get("/my")).hasStatusOk();
    assertThat(body(elsewhere.get("/happenings")))
        .contains("Cổng quốc gia báo đăng xuất; số phiên đã kết thúc: 2");
  }

  @Test
  void whoSignedInTwiceInOneWindowIsStillFound() {
    window.signIn(person);
    assertThat(tell(token -> token)).hasStatusOk();
    assertSignedOut(window);
  }

  @Test
  void aLogoutOfThePersonEndsAllItsSessions() {
    var elsewhere = newWindow();
    elsewhere.arrive(person.elsewhere());
    assertThat(tell(token -> token.claim("sid", null))).hasStatusOk();
    assertSignedOut(window);
    assertSignedOut(elsewhere);
  }

  @Test
  void aLogoutOfASessionAlreadyGoneIsAccepted() {
    window.post("/sign-out");
    assertThat(tell(token -> token)).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
  }

  @Test
  void aLogoutThatComesWhileSomebodyIsOnHisWayInMeetsHimThere() {
    var late = newWindow();
    PORTAL.provider.meanwhile = () -> tell(token -> token);
    assertThat(body(late.signIn(person))).contains("đã đăng xuất ở nơi khác");
    assertSignedOut(late);
  }

  @Test
  void aLogoutOfAnotherSignInStopsNobodyOnHisWayIn() {
    var late = newWindow();
    var other = person.elsewhere();
    PORTAL.provider.meanwhile =
        () -> tell(PORTAL.provider.logoutToken(other, CLIENT, token -> token));
    late.signIn(person);
    assertThat(late.get("/my")).hasStatusOk();
  }

  @Test
  void whoSignsInAgainAfterALogoutComesIn() {
    assertThat(tell(token -> token)).hasStatusOk();
    window.signIn(person);
    assertThat(window.get("/my")).hasStatusOk();
  }

  @Test
  void aLogoutTokenWorksOnce() {
    var token = PORTAL.provider.logoutToken(person, CLIENT, claims -> claims);
    assertThat(tell(token)).hasStatusOk();
    window.arrive(person);
    expectRefusal(tell(token));
  }

  @Test
  void logoutTokensThatBreakARuleAreRefused() {
    expectRefusal(tell(token -> token.audience("hue-portal")));
    expectRefusal(tell(token -> token.issuer("https://evil.example")));
    expectRefusal(tell(token -> token.claim("nonce", "n")));
    expectRefusal(tell(token -> token.claim("events", null)));
    expectRefusal(tell(token -> token.claim("events", Map.of("other", Map.of()))));
    expectRefusal(tell(token -> token.jwtID(null)));
    expectRefusal(tell(token -> token.claim("sid", null).subject(null)));
    expectRefusal(tell(token -> token.issueTime(null)));
    expectRefusal(tell(token -> token.expirationTime(null)));
    expectRefusal(tell(token -> expired(token)));
    expectRefusal(tell("no token"));
    expectRefusal(
        mvc.post()
            .uri(BackChannelLogout.ADDRESS)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .exchange());
  }

  @Test
  void logoutTokensThatAreNotSignedByThePortalAreRefused() {
    PORTAL.provider.unsigned = true;
    expectRefusal(tell(token -> token));
    PORTAL.provider.reset();
    PORTAL.provider.signsWith = FakeProvider.newKey();
    expectRefusal(tell(token -> token));
  }

  private static JWTClaimsSet.Builder expired(JWTClaimsSet.Builder token) {
    return token
        .issueTime(Date.from(Instant.now().minusSeconds(600)))
        .expirationTime(Date.from(Instant.now().minusSeconds(90)));
  }

  private MvcTestResult tell(UnaryOperator<JWTClaimsSet.Builder> change) {
    return tell(PORTAL.provider.logoutToken(person, CLIENT, change));
  }

  private MvcTestResult tell(String token) {
    return mvc.post()
        .uri(BackChannelLogout.ADDRESS)
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .param("logout_token", token)
        .exchange();
  }

  private void expectRefusal(MvcTestResult result) {
    assertThat(result).hasStatus(400).bodyText().contains("\"error\":\"invalid_request\"");
    assertThat(window.get("/my")).hasStatusOk();
  }

  private static void assertSignedOut(Window window) {
    assertThat(window.get("/my")).hasRedirectedUrl("/sign-in?to=/my");
  }
}
