package org.motcua.connect.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.connect.model.PersonalData.BIRTH;
import static org.motcua.connect.model.PersonalData.EMAIL;
import static org.motcua.connect.model.PersonalData.NAME;
import static org.motcua.connect.model.PersonalData.NUMBER;
import static org.motcua.connect.model.PersonalData.PHONE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.connect.TestSites;
import org.motcua.connect.agreeing.Agree;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.AgreementStore;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientStore;
import org.motcua.connect.model.PersonalData;
import org.motcua.connect.model.SignOnStore;
import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.AccountReclaimed;
import org.motcua.identity.AccountReclaimed.Formerly;
import org.motcua.identity.Consents;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DataAccesses;
import org.motcua.identity.DataHolder;
import org.motcua.platform.web.Language;
import org.motcua.testing.Citizens;
import org.motcua.testing.FormToken;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

@SpringBootTest
@AutoConfigureMockMvc
class ConnectionsTests {

  private static final String PAGE = "/my/account/connections";
  private static final Set<PersonalData> ALL = EnumSet.allOf(PersonalData.class);

  @Autowired MockMvcTester mvc;
  @Autowired ClientStore clients;
  @Autowired KnownClients known;
  @Autowired SignOnStore signOns;
  @Autowired AgreementStore agreements;
  @Autowired Agree agree;
  @Autowired Consents consents;
  @Autowired DataAccesses accesses;
  @Autowired HeldConnections held;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  private final CurrentUser mai = Citizens.mai();
  private TestSites sites;
  private Client site;

  @BeforeEach
  void agreeToASite() {
    sites = new TestSites(clients, known, signOns);
    site = sites.open();
    agree(mai);
  }

  @Test
  void thePageSaysWhereOneIsSignedInAndWhatWasGivenAndRefused() {
    sites.signOn(mai.id(), site);
    assertThat(page(mai, PAGE))
        .contains("Cổng thử của Quảng Ninh", "Đang đăng nhập", "Từ ")
        .contains("Họ và tên<br>Số căn cước công dân hoặc chứng minh nhân dân<br>Số điện thoại")
        .contains("Trang không được biết", "Ngày sinh<br>Thư điện tử")
        .contains(PAGE + "/" + site.id() + "/sign-out");
    assertThat(page(Citizens.hung(), PAGE)).doesNotContain(site.id().value());
    assertThat(page(mai, PAGE + "?lang=en")).contains("Sites signed in to with this account");
  }

  @Test
  void theOverviewOfTheAccountListsIt() {
    assertThat(page(mai, "/my/account")).contains("href=\"" + PAGE + "\"");
  }

  @Test
  void signingOutThereEndsWhatIsOneOwnsAndKeepsWhatWasGiven() {
    var own = sites.signOn(mai.id(), site);
    var elsewhere = sites.signOn(mai.id(), sites.open());
    var others = sites.signOn(Citizens.hung().id(), site);
    assertThat(post(mai, "/sign-out")).hasRedirectedUrl(PAGE + "?done=signed-out");
    assertThat(post(mai, "/sign-out")).as("twice").hasRedirectedUrl(PAGE + "?done=signed-out");
    assertThat(sites.isLive(own)).isFalse();
    assertThat(sites.isLive(elsewhere)).isTrue();
    assertThat(sites.isLive(others)).isTrue();
    assertThat(given()).contains(PHONE);
    assertThat(page(mai, PAGE + "?done=signed-out")).contains("Đã đăng xuất ở đó");
  }

  @Test
  void whatIsGivenCanBeChangedAndTheConsentsFollow() {
    var signOn = sites.signOn(mai.id(), site);
    assertThat(page(mai, PAGE + "/" + site.id()))
        .contains("Những gì Cổng thử của Quảng Ninh được biết")
        .containsPattern("value=\"PHONE\"[^>]* checked");
    var changed =
        post(mai, "", "asked", "NAME,NUMBER,BIRTH,PHONE,EMAIL", "given", "BIRTH", "given", "EMAIL");
    assertThat(changed).hasRedirectedUrl(PAGE + "?done=changed");
    assertThat(given()).containsExactlyInAnyOrder(NAME, NUMBER, BIRTH, EMAIL);
    assertThat(consented())
        .containsExactlyInAnyOrder(
            "connect.data.name.citizen",
            "connect.data.number.citizen",
            "connect.data.birth",
            "connect.data.email");
    assertThat(sites.isLive(signOn)).as("he stays signed in").isTrue();
  }

  @Test
  void takingAllBackSignsOutThereAndAsksAnewNextTime() {
    var signOn = sites.signOn(mai.id(), site);
    assertThat(page(mai, PAGE + "/" + site.id() + "/withdrawal"))
        .contains("Rút lại tất cả đối với");
    assertThat(post(mai, "/withdrawal")).hasRedirectedUrl(PAGE + "?done=withdrawn");
    assertThat(agreements.find(mai.id(), site.id())).isEmpty();
    assertThat(sites.isLive(signOn)).isFalse();
    assertThat(consented()).isEmpty();

    assertThat(post(mai, "/withdrawal")).as("twice").hasRedirectedUrl(PAGE + "?done=withdrawn");
    assertThat(mvc.get().uri(PAGE + "/" + site.id() + "/withdrawal").with(SignedIn.as(mai)))
        .hasRedirectedUrl(PAGE);
    assertThat(post(mai, "", "asked", "NAME,NUMBER", "given", "PHONE")).hasRedirectedUrl(PAGE);
    assertThat(agreements.find(mai.id(), site.id())).as("from an old window").isEmpty();
  }

  @Test
  void withdrawingAmongTheConsentsWhatIsNotNeededRefusesItHere() {
    var signOn = sites.signOn(mai.id(), site);
    withdrawConsent("connect.data.phone");
    assertThat(given()).containsExactlyInAnyOrder(NAME, NUMBER);
    assertThat(agreements.find(mai.id(), site.id()).orElseThrow().refused()).contains(PHONE);
    assertThat(sites.isLive(signOn)).isTrue();
  }

  @Test
  void withdrawingAmongTheConsentsWhatIsNeededEndsAll() {
    var signOn = sites.signOn(mai.id(), site);
    withdrawConsent("connect.data.number.citizen");
    assertThat(agreements.find(mai.id(), site.id())).isEmpty();
    assertThat(sites.isLive(signOn)).isFalse();
  }

  @Test
  void aSiteThatHasCeasedCanStillBeTakenBackFrom() {
    sites.close(site);
    assertThat(page(mai, PAGE)).contains("Trang đã ngừng kết nối");
    assertThat(mvc.get().uri(PAGE + "/" + site.id()).with(SignedIn.as(mai))).hasRedirectedUrl(PAGE);
    assertThat(post(mai, "/withdrawal")).hasRedirectedUrl(PAGE + "?done=withdrawn");
    assertThat(agreements.find(mai.id(), site.id())).isEmpty();
  }

  @Test
  void whatIsNobodysSiteIsNothingToSee() {
    assertThat(mvc.get().uri(PAGE + "/nobody").with(SignedIn.as(mai))).hasRedirectedUrl(PAGE);
    assertThat(
            mvc.post()
                .uri(PAGE + "/nobody/withdrawal")
                .with(SignedIn.as(mai))
                .with(FormToken.csrf()))
        .hasRedirectedUrl(PAGE + "?done=withdrawn");
  }

  @Test
  void theParcelHoldsAgreementsAndWhereOneIsSignedIn() {
    sites.signOn(mai.id(), site);
    var parcel = new Unpacked();
    held.handOut(mai.id(), parcel);
    assertThat(parcel.entries.get("connect.agreement"))
        .anySatisfy(entry -> assertThat(entry.toString()).contains(site.id().value(), "PHONE"));
    assertThat(parcel.entries.get("connect.signOn"))
        .anySatisfy(entry -> assertThat(entry.toString()).contains(site.id().value(), "LoA2"));
  }

  @Test
  void aClosedAccountIsSignedInNowhereAndHasAgreedToNothing() {
    var gone = new CurrentUser(new AccountId(UUID.randomUUID()), AccountKind.CITIZEN, "Nobody");
    agree(gone);
    var signOn = sites.signOn(gone.id(), site);
    transaction.executeWithoutResult(
        status -> events.publishEvent(new AccountClosed(gone.id(), Instant.now())));
    await().untilAsserted(() -> assertThat(agreements.find(gone.id(), site.id())).isEmpty());
    await().untilAsserted(() -> assertThat(sites.isLive(signOn)).isFalse());
  }

  @Test
  void whatAThiefHasAgreedToEndsWhenTheHolderHasTheAccountBack() {
    var holder = new CurrentUser(new AccountId(UUID.randomUUID()), AccountKind.CITIZEN, "Holder");
    agree(holder);
    var stolenAt = Instant.now();
    var thiefs = sites.open();
    agree(holder, thiefs);
    var signOns = List.of(sites.signOn(holder.id(), site), sites.signOn(holder.id(), thiefs));
    reclaim(holder, stolenAt, Formerly.A_THIEFS);
    await().untilAsserted(() -> assertThat(agreements.find(holder.id(), thiefs.id())).isEmpty());
    await().untilAsserted(() -> assertThat(signOns).noneMatch(sites::isLive));
    assertThat(agreements.find(holder.id(), site.id())).as("his own").isPresent();
  }

  @Test
  void ofAnAccountThatMayHaveBeenAnothersNoAgreementIsLeft() {
    var holder = new CurrentUser(new AccountId(UUID.randomUUID()), AccountKind.CITIZEN, "Holder");
    agree(holder);
    var signOn = sites.signOn(holder.id(), site);
    reclaim(holder, Instant.now(), Formerly.PERHAPS_ANOTHERS);
    await().untilAsserted(() -> assertThat(agreements.list(holder.id())).isEmpty());
    await().untilAsserted(() -> assertThat(sites.isLive(signOn)).isFalse());
  }

  @Test
  void whoHasOnlyLostWhatOpensHisAccountKeepsHisAgreementsAndIsSignedOut() {
    var holder = new CurrentUser(new AccountId(UUID.randomUUID()), AccountKind.CITIZEN, "Holder");
    agree(holder);
    var signOn = sites.signOn(holder.id(), site);
    reclaim(holder, Instant.EPOCH, Formerly.HIS_OWN);
    await().untilAsserted(() -> assertThat(sites.isLive(signOn)).isFalse());
    assertThat(agreements.find(holder.id(), site.id())).isPresent();
  }

  private void reclaim(CurrentUser holder, Instant since, Formerly formerly) {
    transaction.executeWithoutResult(
        status -> events.publishEvent(new AccountReclaimed(holder.id(), since, formerly)));
  }

  @Test
  void theRecordOfAccessesNamesTheSite() {
    accesses.record(
        new DataAccesses.Seen(
            mai.id(),
            "account:" + mai.id() + " " + site.id(),
            "connect.access.signOn",
            site.name()),
        new DataAccesses.Viewer.Program(site.id().value()),
        site.agency(),
        "connect.access.why");
    assertThat(page(mai, "/my/account/accesses"))
        .contains("Phần mềm của", "Thông tin đăng nhập vào Cổng thử của Quảng Ninh")
        .contains("Bạn đã đăng nhập vào đó bằng tài khoản này");
  }

  private void agree(CurrentUser user) {
    agree(user, site);
  }

  private void agree(CurrentUser user, Client site) {
    agree.agree(user, site, Objects.requireNonNull(site.portal()), ALL, EnumSet.of(PHONE));
  }

  private void withdrawConsent(String what) {
    var id =
        jdbc.sql(
                """
                select id from identity.consent
                where account_id = :account and object = :object and what_key = :what
                  and withdrawn_at is null
                """)
            .param("account", mai.id().value())
            .param("object", "client:" + site.id())
            .param("what", what)
            .query(UUID.class)
            .single();
    assertThat(consents.withdraw(mai.id(), id)).isTrue();
  }

  private List<String> consented() {
    return jdbc.sql(
            """
            select what_key from identity.consent
            where account_id = :account and object = :object and withdrawn_at is null
            """)
        .param("account", mai.id().value())
        .param("object", "client:" + site.id())
        .query((row, number) -> Objects.requireNonNull(row.getString("what_key")))
        .list();
  }

  private Set<PersonalData> given() {
    return agreements.find(mai.id(), site.id()).orElseThrow().given();
  }

  private MvcTestResult post(CurrentUser user, String path, String... fields) {
    var form =
        mvc.post()
            .uri(PAGE + "/" + site.id() + path)
            .with(SignedIn.as(user))
            .with(FormToken.csrf());
    for (var at = 0; at < fields.length; at += 2) form.param(fields[at], fields[at + 1]);
    return form.exchange();
  }

  private String page(CurrentUser user, String address) {
    var answer = mvc.get().uri(address).with(SignedIn.as(user)).exchange();
    assertThat(answer).hasStatusOk();
    return HtmlUtils.htmlUnescape(
        new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
  }

  private static final class Unpacked implements DataHolder.Parcel {

    final Map<String, List<Map<String, ?>>> entries = new HashMap<>();

    @Override
    public Language language() {
      return Language.VIETNAMESE;
    }

    @Override
    public void put(String kind, Stream<Map<String, ?>> all) {
      entries.put(kind, all.<Map<String, ?>>map(it -> it).toList());
    }

    @Override
    public void put(String path, Resource file) {
      throw new AssertionError("No files here: " + path);
    }
  }
}
