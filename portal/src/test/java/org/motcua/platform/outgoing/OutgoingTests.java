package org.motcua.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.mail.MailGateway;
import org.motcua.platform.outgoing.Delivery.State;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Mailboxes;
import org.motcua.testing.Phones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class OutgoingTests {

  private static final AtomicInteger phones = new AtomicInteger(914_000_000);

  @Autowired SmsGateway sms;
  @Autowired MailGateway mail;
  @Autowired Outbox outbox;
  @Autowired Dispatch dispatch;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private String phone;
  private final UUID about = NewId.next();

  @BeforeEach
  void aPhone() {
    phone = "+84" + phones.incrementAndGet();
  }

  @AfterEach
  void mendAll() {
    Phones.mend();
    Mailboxes.mend();
  }

  @Test
  void aDeadOperatorDelaysMessagesAndLosesNone() {
    for (var fault : new Phones.Fault[] {Phones.Fault.UNAVAILABLE, Phones.Fault.GARBLED}) {
      Phones.fails(fault);
      for (var number = 1; number <= 5; number++) announce("tin " + number);
      await()
          .until(() -> dispatch.troubles().stream().anyMatch(trouble -> trouble.startsWith("SMS")));
      await().until(() -> triesOfAll() >= 6);
      assertThat(inState(State.WAITING)).isEqualTo(5);
      Phones.mend();
      for (var number = 1; number <= 5; number++) Phones.awaitSmsWith("tin ", phone);
      await().until(() -> inState(State.SENT) == 5);
      assertThat(Phones.unreadSms(phone)).isEmpty();
      assertThat(dispatch.troubles()).isEmpty();
      forget();
    }
  }

  @Test
  void aMessageWhoseAnswerWasLostGoesAgainUnderTheSameIdAndArrivesOnce() {
    Phones.fails(Phones.Fault.REPLY_LOST);
    announce("một lần");
    await().until(() -> triesOfAll() >= 2);
    Phones.mend();
    await().until(() -> inState(State.SENT) == 1);
    assertThat(Phones.awaitSms(phone)).isEqualTo("một lần");
    assertThat(Phones.unreadSms(phone)).isEmpty();
  }

  @Test
  void whatANodeHadWhenItDiedIsTakenUpByAnother() {
    transaction.executeWithoutResult(
        status -> {
          sms.announce(about, phone, "dở dang", null);
          change("taken_until = now() + interval '1 hour', tries = 1");
        });
    announce("khác");
    assertThat(Phones.awaitSms(phone)).isEqualTo("khác");
    await().until(() -> inState(State.SENT) == 1);
    assertThat(inState(State.WAITING)).isOne();
    change("taken_until = now() - interval '1 second'");
    assertThat(Phones.awaitSms(phone)).isEqualTo("dở dang");
  }

  @Test
  void whatIsNotWorthSendingAnyMoreIsGivenUp() {
    transaction.executeWithoutResult(
        status -> {
          sms.announce(about, phone, "quá muộn", null);
          change("give_up_at = now() - interval '1 second'");
        });
    await().until(() -> inState(State.GIVEN_UP) == 1);
    assertThat(Phones.unreadSms(phone)).isEmpty();
  }

  @Test
  void aMessageLiesSealedAndItsWordsGoOnceItIsSent() {
    Phones.fails(Phones.Fault.UNAVAILABLE);
    announce("Mã: 123456");
    assertThat(new String(content(), StandardCharsets.UTF_8)).doesNotContain("123456");
    Phones.mend();
    await().until(() -> inState(State.SENT) == 1);
    assertThat(content()).isEmpty();
  }

  @Test
  void whatIsRolledBackNeverGoes() {
    transaction.executeWithoutResult(
        status -> {
          sms.announce(about, phone, "không gửi", null);
          status.setRollbackOnly();
        });
    announce("gửi");
    assertThat(Phones.awaitSms(phone)).isEqualTo("gửi");
    assertThat(Phones.unreadSms(phone)).isEmpty();
  }

  @Test
  void whatSeveralSendAtOnceGoesOnceEach() {
    AtOnce.both(this::announceFour, this::announceFour);
    for (var number = 0; number < 8; number++) Phones.awaitSms(phone);
    await().until(() -> inState(State.SENT) == 8);
    assertThat(Phones.unreadSms(phone)).isEmpty();
  }

  private int announceFour() {
    for (var number = 0; number < 4; number++) announce("đồng thời");
    return 4;
  }

  @Test
  void aDeadMailServerDelaysMailAndANameThatItDoesNotKnowFails() {
    Mailboxes.fail();
    write("mai.delayed@motcua.example");
    await().until(() -> triesOfAll() >= 2);
    assertThat(inState(State.WAITING)).isOne();
    assertThat(dispatch.troubles()).anyMatch(trouble -> trouble.startsWith("MAIL"));
    Mailboxes.mend();
    assertThat(Mailboxes.awaitMailWith("Thân thư", "mai.delayed@motcua.example"))
        .contains("<p>Thân thư</p>");
    await().until(() -> inState(State.SENT) == 1);
    assertThat(Mailboxes.unreadMail("mai.delayed@motcua.example")).isEmpty();

    write("nobody@motcua.example");
    await().until(() -> inState(State.FAILED) == 1);
    assertThat(outbox.deliveriesOf(about).getLast().shownTo()).isEqualTo("n…@motcua.example");
  }

  private void announce(String text) {
    transaction.executeWithoutResult(status -> sms.announce(about, phone, text, null));
  }

  private void write(String address) {
    transaction.executeWithoutResult(
        status -> mail.announce(about, address, "Tin mới", "Thân thư", "<p>Thân thư</p>"));
  }

  private void forget() {
    transaction.executeWithoutResult(status -> outbox.forget(List.of(about)));
  }

  private long inState(State state) {
    return outbox.deliveriesOf(about).stream().filter(each -> each.state() == state).count();
  }

  private int triesOfAll() {
    return outbox.deliveriesOf(about).stream().mapToInt(Delivery::tries).sum();
  }

  private void change(String how) {
    jdbc.sql("update platform.outgoing set " + how + " where about = :about and state = 'WAITING'")
        .param("about", about)
        .update();
  }

  private byte[] content() {
    return jdbc.sql(
            "select coalesce(content, ''::bytea) from platform.outgoing where about = :about")
        .param("about", about)
        .query((row, number) -> row.getBytes(1))
        .single();
  }
}
