package org.motcua.exchange.post;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.Consignment;
import org.motcua.dossiers.model.ConsignmentStore;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.calling.OutOfOrder;
import org.motcua.testing.AtOnce;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Officers;
import org.motcua.testing.PostOffice;
import org.motcua.testing.PostOffice.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A result goes by post, from the applicant's wish to the receiver's hands. */
class PostTests extends DossiersTest {

  @Autowired DossierStore dossiers;
  @Autowired ConsignmentStore post;
  @Autowired RegisterLetter register;
  @Autowired FollowLetters follow;
  @Autowired MovableClock clock;

  private CurrentUser mother;
  private DossierId id;

  @BeforeEach
  void aResultThatGoesByPost() {
    mother = births.mother();
    id = births.complete(mother);
  }

  @AfterEach
  void mendThePost() {
    PostOffice.mend();
  }

  @Test
  void theApplicantChoosesAndIsAskedForAnAddress() {
    assertThat(text(as(mother).open(mine(id) + "/review")))
        .contains("Bạn muốn nhận kết quả thế nào?", "Cước bưu chính", "post.address.province")
        .contains("value=\"Nguyễn Thị Mai\"");
    var missing = as(mother).send(mine(id) + "/submission", "declared", "true", "delivery", "POST");
    assertThat(missing).hasStatusOk();
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.DRAFT);
    assertThat(wish()).hasRedirectedUrl(mine(id) + "?submitted");
    assertThat(text(as(mother).open(mine(id)))).contains("Qua bưu chính", "Số 5, tổ 12");
    assertThat(post.findAddress(id).orElseThrow().place())
        .contains("Số 5, tổ 12", "Hồng Hà", "Quảng Ninh");
  }

  @Test
  void theLetterIsFollowedUntilItIsDelivered() {
    made();
    var finished = dossier(id).term().finishedAt();
    var desk = as(Officers.hongHaReception());
    assertThat(text(desk.open(desk(id)))).contains("Giao cho bưu chính", "In phiếu gửi");
    assertThat(desk.open(desk(id) + "/address-label.pdf")).hasContentType("application/pdf");
    AtOnce.both(this::give, this::give);
    var tracking = awaitTracking();

    var letters = PostOffice.lettersOf(dossier(id).submittedCode().value());
    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().path("recipient").asString()).isEqualTo("Nguyễn Thị Mai");
    assertThat(letters.getFirst().path("address").asString()).contains("Hồng Hà");
    assertThat(events(Event.GIVEN_TO_POST)).isEqualTo(1);
    assertThat(text(desk.send(desk(id) + "/return", "takenBy", "Mai")))
        .contains("thư đang trên đường");
    assertThat(births.noticesTo(mother)).containsEntry("dossiers.notice.posted", 1);

    PostOffice.moves(tracking, "ON_THE_WAY", "Trung tâm khai thác Hạ Long", "");
    ask();
    assertThat(text(as(mother).open(mine(id))))
        .contains(tracking, "Đang vận chuyển", "Trung tâm khai thác Hạ Long", "/post/follow");
    PostOffice.moves(tracking, "OUT_FOR_DELIVERY", "Bưu cục Hồng Hà", "");
    PostOffice.moves(tracking, "DELIVERED", "Bưu cục Hồng Hà", "Trần Văn Hùng");
    ask();
    ask();
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.RETURNED);
    assertThat(dossier(id).term().finishedAt()).isEqualTo(finished);
    assertThat(events(Event.RESULT_DELIVERED)).isEqualTo(1);
    assertThat(text(as(mother).open(mine(id)))).contains("Đã phát", "Trần Văn Hùng");
    assertThat(births.noticesTo(mother)).containsEntry("dossiers.notice.delivered", 1);
  }

  @Test
  void whatComesBackIsSentAgainOrFetched() {
    made();
    give();
    PostOffice.moves(awaitTracking(), "CAME_BACK", "Bưu cục Hạ Long", "Người nhận đi vắng");
    ask();
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.FINISHED);
    assertThat(births.noticesTo(mother)).containsEntry("dossiers.notice.came_back", 1);
    assertThat(text(as(Officers.hongHaReception()).open(desk(id))))
        .contains("Giao lại cho bưu chính", "Người nhận đi vắng", "thư đã về lại đây");
    give();
    var second = awaitTracking();
    assertThat(post.findLast(id).orElseThrow().number()).isEqualTo(2);
    PostOffice.moves(second, "CAME_BACK", "Bưu cục Hạ Long", "Không có địa chỉ này");
    ask();
    assertThat(
            as(Officers.hongHaReception()).send(desk(id) + "/return", "takenBy", "Nguyễn Thị Mai"))
        .hasRedirectedUrl(desk(id) + "?done");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.RETURNED);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void whileThePostIsOutOfOrderTheLetterWaitsAndIsThenRegisteredOnce(Fault fault) {
    made();
    PostOffice.fails(fault);
    give();
    var consignment = post.findLast(id).orElseThrow().id();
    assertThatThrownBy(() -> register.register(consignment)).isInstanceOf(OutOfOrder.class);
    assertThat(post.findLast(id).orElseThrow().tracking()).isNull();
    assertThat(text(as(mother).open(mine(id)))).contains("đã giao kết quả cho bưu chính");
    PostOffice.mend();
    awaitTracking();
    register.register(consignment);
    assertThat(PostOffice.lettersOf(dossier(id).submittedCode().value())).hasSize(1);
    assertThat(births.noticesTo(mother)).containsEntry("dossiers.notice.posted", 1);
  }

  private void made() {
    assertThat(wish()).hasRedirectedUrl(mine(id) + "?submitted");
    done(Officers.hongHaReception(), "/acceptance");
    done(Officers.hongHaReception(), "/fee");
    done(Officers.hongHaSpecialist(), "/handling");
    done(Officers.hongHaSpecialist(), "/preparation", "step", "1");
    done(Officers.hongHaLeader(), "/decision", "step", "2", "verdict", "approve");
    await().atMost(ofSeconds(60)).until(() -> dossier(id).result() != null);
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.FINISHED);
  }

  private MvcTestResult wish() {
    return wish("post.address.street", "Số 5, tổ 12");
  }

  private MvcTestResult wish(String field, String value) {
    return as(mother)
        .send(
            mine(id) + "/submission",
            "declared",
            "true",
            "delivery",
            "POST",
            "_shown",
            "post.recipient",
            "_shown",
            "post.phone",
            "_shown",
            "post.address",
            "post.recipient",
            "Nguyễn Thị Mai",
            "post.phone",
            "0912000001",
            "post.address.province",
            "22",
            "post.address.district",
            "193",
            "post.address.commune",
            "06697",
            field,
            value);
  }

  private MvcTestResult give() {
    var answer = as(Officers.hongHaReception()).send(desk(id) + "/posting");
    assertThat(answer).hasRedirectedUrl(desk(id) + "?done");
    return answer;
  }

  private void done(CurrentUser officer, String act, String... fields) {
    assertThat(as(officer).send(desk(id) + act, fields)).hasRedirectedUrl(desk(id) + "?done");
  }

  private String awaitTracking() {
    await().atMost(ofSeconds(60)).until(() -> post.findLast(id).orElseThrow().tracking() != null);
    return post.findLast(id).map(Consignment::tracking).orElseThrow();
  }

  private void ask() {
    clock.advance(Duration.ofHours(1));
    follow.follow();
  }

  private long events(Event event) {
    return dossiers.historyOf(id).stream().filter(entry -> entry.event() == event).count();
  }
}
