package org.motcua.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountReclaimed;
import org.motcua.identity.AccountReclaimed.Formerly;
import org.motcua.identity.model.AccountStore;
import org.motcua.platform.outgoing.Outbox;
import org.motcua.testing.Residents;
import org.motcua.testing.Residents.Resident;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class ForgetMessagesTests {

  private static final Notice NOTICE =
      new Notice("testing.notice", List.of("H26.19-201209-0002"), "/my/dossiers");

  @Autowired Notifications notifications;

  /** As good as none: all but one minute of the day. */
  private static final Preferences AT_NO_HOUR =
      new Preferences(
          Set.of(NoticeKind.DOSSIERS),
          Set.of(),
          new QuietHours(LocalTime.of(3, 1), LocalTime.of(3, 0)));

  @Autowired Inbox inbox;
  @Autowired PreferenceStore preferences;
  @Autowired Outbox outbox;
  @Autowired AccountStore accounts;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  @Test
  void theInboxGoesWithTheAccountAndOthersStay() {
    var gone = withMessage();
    var other = withMessage();
    tell(new AccountClosed(gone.id(), Instant.now()));
    await().atMost(Duration.ofSeconds(20)).until(() -> messages(gone) == 0);
    assertThat(messages(other)).isOne();
  }

  @Test
  void whatIsStillOnItsWayGoesWithTheAccountAndSoDoesWhatWasChosen() {
    var gone = Residents.withCitizenId(accounts);
    preferences.put(gone.id(), AT_NO_HOUR);
    send(gone);
    var message = inbox.list(gone.id(), null, 1).getFirst().id();
    assertThat(outbox.deliveriesOf(message)).hasSize(1);
    tell(new AccountClosed(gone.id(), Instant.now()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> preferences.of(gone.id()).equals(Preferences.UNLESS_ASKED));
    assertThat(outbox.deliveriesOf(message)).isEmpty();
  }

  @Test
  void whatHappensAfterwardsIsToldToNobody() {
    var gone = Residents.withCitizenId(accounts);
    jdbc.sql("update identity.account set state = 'CLOSED' where id = :id")
        .param("id", gone.id().value())
        .update();
    send(gone);
    assertThat(messages(gone)).isZero();
  }

  @Test
  void whoeverHadAnUnverifiedAccountBeforeLeavesNoMessagesToReadButAThiefDoes() {
    var unknown = withMessage();
    var robbed = withMessage();
    var verified = withMessage();
    tell(new AccountReclaimed(robbed.id(), Instant.EPOCH, Formerly.A_THIEFS));
    tell(new AccountReclaimed(verified.id(), Instant.EPOCH, Formerly.HIS_OWN));
    tell(new AccountReclaimed(unknown.id(), Instant.EPOCH, Formerly.PERHAPS_ANOTHERS));
    await().atMost(Duration.ofSeconds(20)).until(() -> messages(unknown) == 0);
    assertThat(messages(robbed)).isOne();
    assertThat(messages(verified)).isOne();
  }

  private Resident withMessage() {
    var resident = Residents.withCitizenId(accounts);
    send(resident);
    assertThat(messages(resident)).isOne();
    return resident;
  }

  private void send(Resident to) {
    transaction.executeWithoutResult(status -> notifications.send(to.id(), NOTICE));
  }

  private void tell(Object event) {
    transaction.executeWithoutResult(status -> events.publishEvent(event));
  }

  private int messages(Resident of) {
    return inbox.list(of.id(), null, 10).size();
  }
}
