package org.motcua.identity.mandates.acting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.identity.mandates.MandatesTest;
import org.motcua.platform.sessions.SessionBeginning;
import org.motcua.testing.Citizens;
import org.motcua.testing.Clicks;
import org.motcua.testing.Enterprises;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class ActingTests extends MandatesTest {

  private static final List<String> OPEN =
      List.of(
          "/my/dossiers", "/my/packages", "/my/papers", "/my/inbox", "/my/questions", "/my/taxes");

  private static final String SIGN_IN_ELSEWHERE =
      "/oauth2/authorize?response_type=code&client_id=quangninh-portal&scope=openid"
          + "&redirect_uri=http://localhost:8090/login/oauth2/code/motcua";
  private static final Pattern FACTS =
      Pattern.compile("Thiết bị này.*?mc-device__facts\">([^<]*)", Pattern.DOTALL);

  @Autowired SessionRepository<? extends Session> sessions;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void hungActsForMaiAndEveryPageSaysSoUntilHeStops() {
    var hung = actsForMai(forAll());
    assertThat(hung.location()).isEqualTo("/my/dossiers");
    assertThat(hung.follows().page()).contains("Bạn đang làm thay", "Nguyễn Thị Mai");
    assertThat(hung.opens("/procedures").page()).contains("Bạn đang làm thay");

    hung.submits("/acting/end");
    assertThat(hung.follows().page()).contains("Bạn đã thôi làm thay");
    assertThat(hung.opens("/my").page())
        .contains("Trần Văn Hùng")
        .doesNotContain("Bạn đang làm thay");
  }

  @Test
  void switchingGivesANewSessionAndLeavesTheOldOneEmpty() {
    var mandate = forAll();
    var hung = hungAtHome();
    var before = hung.copy();
    var old = hung.session();
    hung.submits("/my/acting", "mandate", mandate.id().toString());
    assertThat(hung.session()).isNotEqualTo(old);
    clock.advance(Duration.ofMinutes(1));
    var sessions =
        jdbc.sql(
                "select count(*) from platform.session where session_id = :id and principal_name is"
                    + " not null")
            .param("id", old)
            .query(Integer.class)
            .single();
    assertThat(sessions).as("the old session is nobody's").isZero();
    assertThat(before.session()).isEqualTo(old);
  }

  @Test
  void actingForAnotherMakesNobodysDayLonger() {
    var mandate = forAll();
    var hung = hungAtHome();
    jdbc.sql("update platform.session set creation_time = creation_time - 11 * 3600000").update();
    var signedInAt = beginning(hung);
    hung.opens("/my/delegations").submits("/my/acting", "mandate", mandate.id().toString());
    assertThat(beginning(hung)).isEqualTo(signedInAt);
    assertThat(hung.follows().page()).contains("Bạn đang làm thay");
    hung.submits("/acting/end");
    assertThat(beginning(hung)).isEqualTo(signedInAt);
    assertThat(hung.opens("/my").page()).contains("Trần Văn Hùng");
  }

  @Test
  void theListOfDevicesGoesOnSayingFromWhereAndSinceWhenOneIsSignedIn() {
    var hung = visitor().from("203.0.113.88").signsIn(HUNG, PASSWORD, HUNG_PHONE);
    jdbc.sql("update platform.session set creation_time = creation_time - 3 * 3600000").update();
    var facts = factsOfThisDevice(hung.opens("/my/account/devices"));
    assertThat(facts).contains("203.0.113.x");

    hung.submits("/my/acting", "mandate", forAll().id().toString());
    var elsewhere = visitor().signsIn(HUNG, PASSWORD, HUNG_PHONE).opens("/my/account/devices");
    assertThat(elsewhere.page()).contains(facts + " ·");
    hung.follows().submits("/acting/end");
    assertThat(factsOfThisDevice(hung.opens("/my/account/devices"))).isEqualTo(facts);
  }

  @Test
  void signingInElsewhereInAnothersNameNeedsAMandateWithoutLimits() {
    for (var scope :
        List.of(new MandateScope.Procedure("1.001193"), new MandateScope.Dossier("H49.1-1-1"))) {
      var mandate = granted(Citizens.mai(), Citizens.hung(), scope);
      var hung = actsForMai(mandate);
      assertThat(hung.opens(SIGN_IN_ELSEWHERE).location()).isEqualTo("/acting/limited");
      assertThat(hung.follows().status()).isEqualTo(403);
      assertThat(hung.page()).contains("Bạn chưa thể đăng nhập vào trang khác", "Nguyễn Thị Mai");
      assertThat(hung.opens("/acting/limited?lang=en").page())
          .contains("You cannot sign in elsewhere now");
      mandates.revoke(mandate.id(), Citizens.mai());
    }
    assertThat(actsForMai(seesOnly()).opens(SIGN_IN_ELSEWHERE).location())
        .isEqualTo("/acting/limited");
    assertThat(actsForMai(forAll()).opens(SIGN_IN_ELSEWHERE).location()).startsWith("/agreement");
    assertThat(hungAtHome().opens(SIGN_IN_ELSEWHERE).location()).isNotEqualTo("/acting/limited");
  }

  @Test
  void aSecondClickOnActForIsAnsweredLikeTheFirst() {
    var mandate = forAll();
    var hung = hungAtHome();
    var secondClick = hung.copy();
    hung.submits("/my/acting", "mandate", mandate.id().toString());
    secondClick.submits("/my/acting", "mandate", mandate.id().toString());
    assertThat(secondClick.location()).isEqualTo("/my/dossiers");
    assertThat(secondClick.follows().page()).contains("Bạn đang làm thay", "Nguyễn Thị Mai");
  }

  @Test
  void aMandateRevokedBetweenTwoClicksStopsTheSecond() {
    var mandate = forAll();
    var hung = actsForMai(mandate).follows();
    mandates.revoke(mandate.id(), Citizens.mai());

    hung.submits("/my/dossiers", "service", "birth-registration");
    assertThat(hung.status()).isEqualTo(303);
    assertThat(hung.location()).isEqualTo("/acting/ended");
    assertThat(hung.follows().page())
        .contains("Bạn không còn làm thay nữa", "Nguyễn Thị Mai", "chưa được thực hiện");
    assertThat(draftsOf(Citizens.mai().id().toString())).isZero();
    assertThat(hung.opens("/my").page()).contains("Trần Văn Hùng");
  }

  @Test
  void aMandateThatRunsOutStopsTheNextClick() {
    var mandate =
        mandates.grant(
            new NewMandate(
                MandateKind.DELEGATION,
                Citizens.mai().id(),
                Citizens.hung().id(),
                ALL_POWERS,
                new MandateScope.All(),
                clock.instant().plus(Duration.ofMinutes(5))),
            Citizens.mai());
    var hung = actsForMai(mandate).follows();
    clock.advance(Duration.ofMinutes(5));
    assertThat(hung.opens("/my/dossiers").location()).isEqualTo("/acting/ended");
  }

  @Test
  void theHolderWhoGivesItUpInAnotherWindowActsNoMore() {
    var mandate = forAll();
    var hung = actsForMai(mandate).follows();
    as(Citizens.hung()).send("/my/delegations/" + mandate.id() + "/revocation");
    assertThat(hung.opens("/procedures").location()).isEqualTo("/acting/ended");
  }

  @Test
  void nobodyActsByAnothersMandateOrByNone() {
    var mandate = forAll();
    assertThat(as(Citizens.hoa()).send("/my/acting", "mandate", mandate.id().toString()))
        .hasStatus(404);
    assertThat(
            as(Citizens.hung())
                .send("/my/acting", "mandate", "00000000-0000-7000-8000-000000000000"))
        .hasStatus(404);
    assertThat(as(Citizens.hung()).send("/my/acting", "mandate", "x")).hasStatus(400);
    mandates.revoke(mandate.id(), Citizens.mai());
    assertThat(as(Citizens.hung()).send("/my/acting", "mandate", mandate.id().toString()))
        .hasStatus(404);
  }

  @Test
  void fromOneRepresentedNobodyGoesOnToAThird() {
    var forMai = forAll();
    var forSaoVang = granted(Enterprises.saoVang(), Citizens.mai(), new MandateScope.All()).id();
    var hungAsMai = acting(Citizens.hung(), Citizens.mai(), forMai);
    assertThat(Clicks.text(as(hungAsMai).send("/my/acting", "mandate", forSaoVang.toString())))
        .contains("Bạn đang làm thay một người");
  }

  @Test
  void aForgedSessionWithAnothersMandateIsStopped() {
    var forHoa = granted(Citizens.mai(), Citizens.hoa(), new MandateScope.All());
    var forged = acting(Citizens.hung(), Citizens.mai(), forHoa);
    assertThat(as(forged).open("/my/dossiers")).redirectedUrl().isEqualTo("/acting/ended");
  }

  @Test
  void allThatIsTheRepresentedsOwnBusinessIsShut() {
    var hungAsMai = as(acting(Citizens.hung(), Citizens.mai(), forAll()));
    var own = ownPages();
    assertThat(own).contains("/my/delegations", "/my/delegations/new", "/my/children");
    for (var path : own) {
      var answer = hungAsMai.open(path);
      assertThat(answer.getResponse().getStatus()).as(path).isEqualTo(403);
      assertThat(Clicks.text(answer)).contains("Mục này chỉ dành cho chủ tài khoản");
    }
    assertThat(hungAsMai.send("/my/delegations", "number", HUNG)).hasStatus(403);
    assertThat(hungAsMai.open("/desk")).hasStatus(403);
    assertThat(hungAsMai.open("/my")).redirectedUrl().isEqualTo("/my/dossiers");
  }

  @Test
  void theInboxIsOpenOnlyToWhomEverythingIsEntrusted() {
    assertThat(as(acting(Citizens.hung(), Citizens.mai(), forAll())).open("/my/inbox"))
        .hasStatusOk();
    var one = granted(Citizens.mai(), Citizens.hung(), new MandateScope.Procedure("1.001193"));
    assertThat(as(acting(Citizens.hung(), Citizens.mai(), one)).open("/my/inbox")).hasStatus(403);
  }

  @Test
  void aFormOpenedForOneselfIsNotTakenWhileActingInAnotherWindow() {
    var hung = hungAtHome();
    var own = Citizens.hung().id().toString();
    hung.submits("/my/acting", "mandate", forAll().id().toString());
    hung.submits("/my/dossiers", "service", "birth-registration", "_for", own);
    assertThat(hung.status()).as(hung.page()).isEqualTo(409);
    assertThat(hung.page()).contains("Trang này mở cho người khác", "Nguyễn Thị Mai");
    assertThat(draftsOf(Citizens.mai().id().toString())).isZero();
  }

  @Test
  void stoppingTwiceIsStoppingOnce() {
    var hung = actsForMai(forAll()).follows();
    var again = hung.copy();
    assertThat(hung.submits("/acting/end").location()).isEqualTo("/my/delegations?said=ended");
    assertThat(again.submits("/acting/end").location()).isEqualTo("/my/delegations?said=ended");
    assertThat(again.follows().page()).contains("Bạn đã thôi làm thay");
    assertThat(visitor().opens("/sign-in").submits("/acting/end").location()).isEqualTo("/");
  }

  @Test
  void theAuditTrailSaysWhoActedForWhom() {
    actsForMai(forAll());
    var actor = "account:" + Citizens.hung().id() + " for account:" + Citizens.mai().id();
    assertThat(
            jdbc.sql(
                    "select count(*) from platform.audit_entry where action ="
                        + " 'identity.acting-begun' and actor = :actor")
                .param("actor", actor)
                .query(Integer.class)
                .single())
        .isPositive();
  }

  /** Whatever page any module has under /my, but for those that ask for powers themselves. */
  private List<String> ownPages() {
    return mappings.getHandlerMethods().keySet().stream()
        .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .filter(path -> path.startsWith("/my/"))
        .filter(path -> OPEN.stream().noneMatch(path::startsWith))
        .map(path -> path.replaceAll("\\{\\w+:([^|}]+)[^}]*}", "$1")) // one of a choice of words
        .map(path -> path.replaceAll("\\{[^}]+}", "0198c0de-0000-7000-8000-000000000000"))
        .toList();
  }

  private Mandate forAll() {
    return granted(Citizens.mai(), Citizens.hung(), new MandateScope.All());
  }

  private Mandate seesOnly() {
    return mandates.grant(
        new NewMandate(
            MandateKind.DELEGATION,
            Citizens.mai().id(),
            Citizens.hung().id(),
            Set.of(Power.SEE),
            new MandateScope.All(),
            null),
        Citizens.mai());
  }

  /** When a browser's session began, wherever it has gone since. */
  private Instant beginning(Visitor visitor) {
    var id = new String(Base64.getDecoder().decode(visitor.session()), StandardCharsets.UTF_8);
    return SessionBeginning.of(Objects.requireNonNull(sessions.findById(id))).at();
  }

  private static String factsOfThisDevice(Visitor visitor) {
    var found = FACTS.matcher(visitor.page());
    assertThat(found.find()).isTrue();
    return found.group(1).strip();
  }

  private Visitor actsForMai(Mandate mandate) {
    return hungAtHome().submits("/my/acting", "mandate", mandate.id().toString());
  }

  private Visitor hungAtHome() {
    return visitor().signsIn(HUNG, PASSWORD, HUNG_PHONE).opens("/my/delegations");
  }

  private int draftsOf(String account) {
    return jdbc.sql(
            "select count(*) from dossiers.dossier where applicant = :id::uuid and status = 0")
        .param("id", account)
        .query(Integer.class)
        .single();
  }
}
