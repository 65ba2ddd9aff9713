package org.motcua.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.FormToken.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.Citizens;
import org.motcua.testing.Enterprises;
import org.motcua.testing.Phones;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class InboxTests {

  private static final Notice NOTICE =
      new Notice("testing.notice", List.of("H26.19-201209-0001"), "/my/dossiers");

  @Autowired Notifications notifications;
  @Autowired Inbox inbox;
  @Autowired TransactionTemplate transaction;
  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;

  /** What other tests have sent to the same people. */
  @BeforeEach
  void emptyInboxes() {
    for (var user :
        List.of(Citizens.mai(), Citizens.hung(), Citizens.hoa(), Enterprises.saoVang())) {
      jdbc.sql("delete from notifications.message where account_id = :account")
          .param("account", user.id().value())
          .update();
    }
  }

  @Test
  void aNoticeLiesInTheInboxAndGoesToThePhone() {
    var hoa = Citizens.hoa();
    Phones.clear("+84912000003");
    send(hoa, NOTICE);
    assertThat(Phones.awaitSms("+84912000003")).contains("H26.19-201209-0001");
    assertThat(page(hoa, "/my/inbox")).contains("H26.19-201209-0001", "Chưa đọc");

    var message = inbox.list(hoa.id(), null, 1).getFirst();
    assertThat(page(hoa, "/my/inbox/" + message.id())).contains("/my/dossiers");
    assertThat(inbox.list(hoa.id(), null, 1).getFirst().read()).isTrue();
    assertThat(mvc.get().uri("/my/inbox/" + message.id()).with(SignedIn.as(Citizens.mai())))
        .hasStatus(404);
  }

  @Test
  void whatIsSentOnceArrivesOnceHoweverOftenItIsSent() {
    var hung = Citizens.hung();
    for (var time = 0; time < 2; time++) {
      transaction.executeWithoutResult(
          status -> notifications.sendOnce("submitted:1", hung.id(), NOTICE));
    }
    assertThat(inbox.list(hung.id(), null, 10)).hasSize(1);
  }

  @Test
  void whatIsRolledBackWasNeverSent() {
    var mai = Citizens.mai();
    transaction.executeWithoutResult(
        status -> {
          notifications.send(mai.id(), NOTICE);
          status.setRollbackOnly();
        });
    assertThat(inbox.list(mai.id(), null, 10)).isEmpty();
  }

  @Test
  void aLongInboxIsReadPageByPageAndMarkedReadAtOnce() {
    var firm = Enterprises.saoVang();
    for (var time = 0; time < 25; time++) send(firm, NOTICE);
    assertThat(inbox.countUnread(firm.id(), 99)).isEqualTo(25);
    var twentieth = inbox.list(firm.id(), null, 20).getLast();
    assertThat(page(firm, "/my/inbox")).contains("/my/inbox?before=" + twentieth.id());
    assertThat(inbox.list(firm.id(), twentieth.id(), 20)).hasSize(5);
    assertThat(mvc.post().uri("/my/inbox/read").with(SignedIn.as(firm)).with(csrf()))
        .hasStatus3xxRedirection();
    assertThat(inbox.countUnread(firm.id(), 99)).isZero();
  }

  private void send(CurrentUser to, Notice notice) {
    transaction.executeWithoutResult(status -> notifications.send(to.id(), notice));
  }

  private String page(CurrentUser user, String path) {
    var response = mvc.get().uri(path).with(SignedIn.as(user)).exchange().getResponse();
    return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
