package org.motcua.identity.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.Consents;
import org.motcua.identity.Consents.Given;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.identity.model.AccountState;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NewAccount;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.web.Language;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.motcua.testing.Residents;
import org.motcua.testing.Residents.Resident;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class ClosingTests {

  private static final String NUMBER = "022095009911";
  private static final String PASSWORD = "một câu thật dài";
  private static final String PHONE = "+84912999011";
  private static final AtomicInteger children = new AtomicInteger(770_000);

  @Autowired MockMvc mvc;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Accounts accounts;
  @Autowired CloseAccount closeAccount;
  @Autowired Closings closings;
  @Autowired AccountStore accountStore;
  @Autowired Mandates mandates;
  @Autowired Consents consents;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void anAccountIsKeptBySigningInAndClosedOtherwiseAndItsNumberIsFree() {
    var lan = registers();
    var id = account();
    lan.opens("/my/account/closing");
    assertThat(lan.page()).contains("Điều gì kết thúc", "Pháp luật yêu cầu giữ gì");
    assertThat(lan.submits("/my/account/closing", "password", "sai", "agreed", "true").page())
        .contains("Mật khẩu không đúng");
    assertThat(lan.submits("/my/account/closing", "password", PASSWORD).page())
        .contains("Hãy xác nhận rằng bạn đã hiểu");
    closes(lan);
    assertThat(lan.opens("/my").location()).as("signed out").isEqualTo("/sign-in");

    clock.advance(Duration.ofDays(13));
    var back = visitor().signsIn(NUMBER, PASSWORD, PHONE);
    clock.advance(Duration.ofDays(2));
    closeAccount.close(id);
    assertThat(accounts.findPerson(id)).as("kept by signing in").isPresent();

    clock.reset();
    closes(back.opens("/my/account/closing"));
    closeAccount.close(id);
    assertThat(accounts.findPerson(id)).as("too early").isPresent();
    clock.advance(Duration.ofDays(15));
    closeAccount.close(id);
    closeAccount.close(id);
    assertThat(accounts.findPerson(id)).isEmpty();
    assertThat(row(id)).doesNotContain("Lan", NUMBER, "912999011");
    clock.reset();

    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    assertThat(registers().follows().page()).as("the number is free").contains("Phạm Thị Lan");
    assertThat(account()).isNotEqualTo(id);
  }

  @Test
  void mandatesAndConsentsEndAtOnceAndTheOtherSideIsTold() {
    var leaving = Residents.withCitizenId(accountStore);
    var friend = Residents.withCitizenId(accountStore);
    var given = mandates.grant(delegation(leaving, friend), leaving.user());
    var held = mandates.grant(delegation(friend, leaving), friend.user());
    transaction.executeWithoutResult(
        status ->
            consents.give(
                new Given(
                    leaving.id(), "client:x", "client:x", "what", "why", "the programme", true),
                leaving.user().actor()));
    Phones.clear(leaving.phone());
    Phones.clear(friend.phone());

    closeNow(leaving.id());
    assertThat(mandates.findStanding(given.id())).isEmpty();
    assertThat(mandates.findStanding(held.id())).isEmpty();
    assertThat(consents.stands(leaving.id(), "client:x", "client:x")).isFalse();
    assertThat(Phones.awaitSmsWith("đã chấm dứt", friend.phone())).contains(leaving.name());
    awaitInAnyOrder(leaving.phone(), "đã chấm dứt", "đã đóng");
  }

  /** Fails when one of them does not come. */
  private static void awaitInAnyOrder(String phone, String... words) {
    var told = "";
    while (!Stream.of(words).allMatch(told::contains)) told += Phones.awaitSms(phone);
  }

  @Test
  void nothingByWhichItWasKnownOrCouldBeRecoveredIsLeft() {
    var leaving = Residents.withCitizenId(accountStore);
    jdbc.sql(
            """
            insert into identity.known_browser (account_id, browser_hash, kind, first_seen, last_seen)
            values (:id, :hash, 'Firefox', now(), now())
            """)
        .param("id", leaving.id().value())
        .param("hash", new byte[] {1})
        .update();
    jdbc.sql(
            """
            insert into identity.recovery
              (id, reference, account_id, way, state, typed_number, typed_name, phone, language,
               asked_at, forget_after)
            values (gen_random_uuid(), 'KP-CLOS-TEST', :id, 'COUNTER', 'WAITING', '', '', '',
                    'VIETNAMESE', now(), now() + interval '1 day')
            """)
        .param("id", leaving.id().value())
        .update();
    closeNow(leaving.id());
    for (var table :
        List.of(
            "known_browser", "recovery", "account_name", "sign_in", "passkey", "verification")) {
      assertThat(
              jdbc.sql("select count(*) from identity.%s where account_id = :id".formatted(table))
                  .param("id", leaving.id().value())
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void aChildGoesWithItsLastParentAndStaysWithTheOther() {
    var mother = Residents.withCitizenId(accountStore);
    var father = Residents.withCitizenId(accountStore);
    var both = childOf(mother, father);
    var hersAlone = childOf(mother);

    closeNow(mother.id());
    assertThat(accounts.findPerson(hersAlone)).isEmpty();
    assertThat(accounts.getPerson(both).phone()).isEqualTo(father.phone());
    closeNow(father.id());
    assertThat(accounts.findPerson(both)).isEmpty();
  }

  private AccountId childOf(Resident... parents) {
    var number = "022318%06d".formatted(children.incrementAndGet());
    var child = new AccountId(NewId.next());
    accountStore.add(
        new NewAccount(
            child.value(),
            AccountKind.CITIZEN,
            "Bé Na",
            number,
            null,
            null,
            null,
            null,
            null,
            parents[0].phone(),
            null,
            null,
            Language.VIETNAMESE,
            null));
    for (var parent : parents) {
      mandates.grant(
          new NewMandate(
              MandateKind.CHILD,
              child,
              parent.id(),
              Set.of(Power.SEE),
              new MandateScope.All(),
              clock.instant().plus(Duration.ofDays(1))),
          parent.user());
    }
    return child;
  }

  private static NewMandate delegation(Resident from, Resident to) {
    return new NewMandate(
        MandateKind.DELEGATION,
        from.id(),
        to.id(),
        Set.of(Power.SEE),
        new MandateScope.All(),
        null);
  }

  private void closeNow(AccountId id) {
    var now = clock.instant();
    closings.add(id, now, now);
    accountStore.setState(id, AccountState.CLOSING);
    closeAccount.close(id);
    assertThat(accounts.findPerson(id)).isEmpty();
  }

  private static void closes(Visitor lan) {
    lan.submits("/my/account/closing", "password", PASSWORD, "agreed", "true");
    assertThat(lan.location()).isEqualTo("/account-closing");
  }

  private Visitor registers() {
    Phones.clear(PHONE);
    var lan = visitor().opens("/register");
    lan.submits(
        "/register",
        "numberKind",
        "citizenId",
        "number",
        NUMBER,
        "fullName",
        "Phạm Thị Lan",
        "born.day",
        "1",
        "born.month",
        "2",
        "born.year",
        "1995",
        "gender",
        "FEMALE",
        "phone",
        "0912999011",
        "password",
        PASSWORD);
    lan.follows();
    return lan.submits("/sign-in/code", "code", Phones.awaitCode(PHONE));
  }

  private AccountId account() {
    return AccountId.of(
        jdbc.sql("select id from identity.account where citizen_id = :number")
            .param("number", NUMBER)
            .query(String.class)
            .single());
  }

  private String row(AccountId id) {
    return jdbc.sql("select a::text from identity.account a where id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  private Visitor visitor() {
    return new Visitor(mvc);
  }
}
