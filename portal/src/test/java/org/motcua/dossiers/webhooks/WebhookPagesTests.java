package org.motcua.dossiers.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.dossiers.api.Programs.json;
import static org.motcua.testing.Clicks.text;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.api.Programs;
import org.motcua.dossiers.api.Programs.Program;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class WebhookPagesTests extends DossiersTest {

  private static final String CLIENT = "quangninh-portal";
  private static final String SYSTEM = "/desk/clients/" + CLIENT;

  @Autowired Programs programs;
  @Autowired Subscriptions subscriptions;
  @Autowired Posts posts;
  @Autowired JdbcClient jdbc;

  private final Receiver receiver = new Receiver();
  private CurrentUser keeper;
  private Program agency;
  private String hook = "";
  private String page = "";

  @BeforeEach
  void aSystemIsToldOfItsAgencysDossiers() {
    keeper = Officers.newcomer("Hoàng Thị Mẫn");
    posts.appoint(
        new Post(
            new OfficerId(keeper.id().value()),
            new AgencyId(Programs.QUANG_NINH),
            Role.ADMINISTRATOR),
        "test");
    agency = programs.ofClient(CLIENT, Programs.QUANG_NINH, "dossiers.handle");
    var wanted = "{\"address\": \"%s\"}".formatted(receiver.address());
    hook = json(agency.post("/api/webhooks", wanted)).get("id").asString();
    page = SYSTEM + "/webhooks/" + hook;
  }

  @AfterEach
  void nobodyIsToldAnyMore() {
    jdbc.sql("delete from dossiers.webhook").update();
    jdbc.sql("delete from platform.rate_limit where id like 'dossiers.webhooks%'").update();
    subscriptions.read();
    receiver.close();
  }

  @Test
  void whoKeepsASystemFindsItsWebhooksAndWhatBecameOfTheirMessages() {
    assertThat(text(as(keeper).open(SYSTEM)))
        .contains("Báo tin tự động (webhook)", SYSTEM + "/webhooks");
    assertThat(text(as(keeper).open(SYSTEM + "/webhooks")))
        .contains(receiver.address(), "Hoạt động tốt", page);

    var id = submittedBy(births.mother());
    awaitState("DELIVERED");
    assertThat(text(as(keeper).open(page)))
        .contains(
            "dossier.submitted", dossier(id).submittedCode().value(), "HTTP 204", "Đã đến nơi")
        .doesNotContain("Nguyễn Thị Mai", "whsec_", "/replay\" id");
    assertThat(text(as(keeper).open(page + "?state=GIVEN_UP")))
        .contains("Không có tin nào như vậy");
    assertThat(text(as(keeper).open(page + "?lang=en"))).contains("Arrived", "Tried once");
  }

  @Test
  void othersLearnNotEvenThatThereIsOne() {
    for (var other : new CurrentUser[] {Officers.haLongAdmin(), Officers.hongHaLeader()}) {
      assertThat(as(other).open(SYSTEM + "/webhooks")).hasStatus(404);
      assertThat(as(other).open(page)).hasStatus(404);
      for (var act : new String[] {"/activation", "/test", "/replay"}) {
        assertThat(as(other).send(page + act)).as(act).hasStatus(404);
      }
    }
    assertThat(as(keeper).open("/desk/clients/hue-portal/webhooks/" + hook)).hasStatus(404);
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void whatDidNotArriveIsSentAgainOnceHoweverOftenItIsClicked() {
    receiver.answering(500);
    submittedBy(births.mother());
    await().until(() -> text(as(keeper).open(page)).contains("HTTP 500"));
    assertThat(text(as(keeper).open(page))).contains("Không nhận tin", "Gửi lại lúc");

    var message = messageId();
    var again = page + "/deliveries/" + message + "/replay";
    jdbc.sql("update dossiers.webhook set paused_until = null").update();
    assertThat(as(keeper).send(again)).hasRedirectedUrl(page + "?told=SENT_AGAIN");
    awaitState("DELIVERED");
    assertThat(as(keeper).send(again)).hasRedirectedUrl(page + "?told=ARRIVED_BEFORE");
    assertThat(text(as(keeper).open(page + "?told=ARRIVED_BEFORE")))
        .contains("tin này vừa đến nơi");
    assertThat(as(keeper).send(page + "/replay")).hasRedirectedUrl(page + "?told=NOTHING_MISSED");
    assertThat(receiver.received()).hasSize(2);
    assertThat(audited("dossiers.webhook-replayed")).isOne();
  }

  @Test
  void aWebhookThatWasSwitchedOffIsSwitchedOnAndSentWhatItMissed() {
    receiver.answering(410);
    submittedBy(births.mother());
    await().until(() -> text(as(keeper).open(page)).contains("Đã tắt"));
    submittedBy(births.mother());
    assertThat(text(as(keeper).open(page))).contains("Bị lỡ", "ngừng hẳn (410)");
    assertThat(as(keeper).send(page + "/test")).hasRedirectedUrl(page + "?told=DISABLED");

    assertThat(as(keeper).send(page + "/activation")).hasRedirectedUrl(page + "?told=ACTIVE");
    assertThat(as(keeper).send(page + "/activation")).hasRedirectedUrl(page + "?told=ACTIVE");
    assertThat(audited("dossiers.webhook-activated")).isOne();
    assertThat(as(keeper).send(page + "/replay")).hasRedirectedUrl(page + "?told=SENT_AGAIN");
    await().until(() -> receiver.received().size() == 3);
    assertThat(as(keeper).send(page + "/test")).hasRedirectedUrl(page + "?told=SENT_TEST");
    await().until(() -> receiver.received().size() == 4);
  }

  private void awaitState(String state) {
    await()
        .until(
            () ->
                json(agency.get("/api/webhooks/" + hook + "/deliveries"))
                    .get("items")
                    .valueStream()
                    .allMatch(message -> message.get("state").asString().equals(state)));
  }

  private String messageId() {
    return json(agency.get("/api/webhooks/" + hook + "/deliveries"))
        .get("items")
        .get(0)
        .get("id")
        .asString();
  }

  private int audited(String action) {
    return jdbc.sql(
            """
            select count(*) from platform.audit_entry
             where action = :action and object_id = :hook and actor = :actor
            """)
        .param("action", action)
        .param("hook", hook)
        .param("actor", "account:" + keeper.id())
        .query(Integer.class)
        .single();
  }
}
