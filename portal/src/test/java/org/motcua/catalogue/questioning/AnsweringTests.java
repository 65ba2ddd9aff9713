package org.motcua.catalogue.questioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.QuestionAnswered;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.HistoryEntry;
import org.motcua.catalogue.questioning.model.HistoryEntry.Event;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.QuestionState.Name;
import org.motcua.catalogue.questioning.model.QuestionState.Published;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Citizens;
import org.motcua.testing.Clicks;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RecordApplicationEvents
class AnsweringTests extends QuestionsTest {

  private static final String QUESTION = "Khai sinh muộn có bị phạt không?";
  private static final String ANSWER = "Không phạt, nhưng có thể phải nộp lệ phí.";

  @Autowired private JdbcClient jdbc;
  @Autowired private ApplicationEvents events;

  private Clicks linh;
  private Clicks dung;
  private Clicks huong;

  @BeforeEach
  void officersSitDown() {
    linh = officer(Officers.justiceEditor());
    dung = officer(Officers.justiceController());
    huong = officer(Officers.quangNinhEditor());
  }

  @Test
  void anEditorAnswersAndAControllerPublishes() {
    var id = askedAtJustice();

    assertThat(write(linh, id, ANSWER, "HAND_OVER")).hasStatus(HttpStatus.FOUND);
    assertThat(question(id).state().name()).isEqualTo(Name.ANSWERED);
    assertThat(mvc.get().uri("/questions/" + id)).hasStatus(HttpStatus.NOT_FOUND);

    assertThat(write(dung, id, ANSWER, "PUBLISH")).hasStatus(HttpStatus.FOUND);
    assertThat(text(mvc.get().uri("/questions/" + id).exchange())).contains(ANSWER);
    assertThat(events(id)).containsExactly(Event.WRITTEN, Event.HANDED_OVER, Event.PUBLISHED);
    assertThat(audited(id))
        .containsExactly(
            "catalogue.question-written",
            "catalogue.question-handed-over",
            "catalogue.question-published");
  }

  @Test
  void nobodyPublishesWhatHeWroteAloneUnlessHeIsController() {
    var ofLinh = askedAtJustice();
    write(linh, ofLinh, ANSWER, "HAND_OVER");
    var refused = write(linh, ofLinh, ANSWER + " Hết.", "PUBLISH");

    assertThat(refused.getResponse().getRedirectedUrl()).endsWith("told=SOMEBODY_ELSE");
    assertThat(question(ofLinh).state().name()).isEqualTo(Name.ANSWERED);
    assertThat(question(ofLinh).workingTexts().answer()).endsWith("Hết.");
    assertThat(text(linh.open(refused.getResponse().getRedirectedUrl())))
        .contains("Bạn đã soạn một mình")
        .doesNotContain("value=\"PUBLISH\"");

    var ofDung = askedAtJustice();
    write(dung, ofDung, ANSWER, "PUBLISH");
    assertThat(question(ofDung).state()).isInstanceOf(Published.class);
  }

  @Test
  void anEditorMayPublishWhatAnotherHasWrittenWith() {
    var id = askedAtJustice();
    write(dung, id, ANSWER, "HAND_OVER");
    write(linh, id, ANSWER + " Xem mục lệ phí.", "PUBLISH");

    assertThat(question(id).state().name()).isEqualTo(Name.PUBLISHED);
  }

  @Test
  void whoeverSavesSecondIsToldWhoWasFirstAndLosesNothing() {
    var id = askedAtJustice();
    var seen = version(id);
    save(linh, id, "Bản của Linh.", seen);
    var second = save(dung, id, "Bản của Dũng.", seen);

    assertThat(second).hasStatusOk();
    assertThat(text(second))
        .contains("Đặng Thùy Linh đã lưu trước bạn", "Bản của Linh.", "Bản của Dũng.");
    assertThat(question(id).workingTexts().answer()).isEqualTo("Bản của Linh.");

    save(dung, id, "Bản của Dũng.", version(id));
    assertThat(question(id).workingTexts().answer()).isEqualTo("Bản của Dũng.");
  }

  @Test
  void ofTwoWhoSaveInTheSameMomentOneIsTold() {
    var id = askedAtJustice();
    var seen = version(id);
    var both =
        AtOnce.both(
            () -> save(linh, id, "Bản của Linh.", seen),
            () -> save(dung, id, "Bản của Dũng.", seen));

    assertThat(both)
        .extracting(answer -> answer.getResponse().getStatus())
        .containsExactlyInAnyOrder(302, 200);
  }

  @Test
  void theSecondOfTwoClicksChangesNothing() {
    var id = askedAtJustice();
    var seen = version(id);
    for (var click = 0; click < 2; click++) {
      assertThat(send(dung, id, ANSWER, seen, "PUBLISH")).hasStatus(HttpStatus.FOUND);
    }
    assertThat(events(id)).containsExactly(Event.WRITTEN, Event.PUBLISHED);
  }

  @Test
  void aPublishedTextIsChangedOnlyWhenTheNewOneIsPublished() {
    var id = askedAtJustice();
    write(dung, id, ANSWER, "PUBLISH");
    write(linh, id, "Câu trả lời mới.", "SAVE");

    assertThat(questions.find(id).orElseThrow().texts().answer()).isEqualTo(ANSWER);
    write(dung, id, "Câu trả lời mới.", "PUBLISH");
    assertThat(questions.find(id).orElseThrow().texts().answer()).isEqualTo("Câu trả lời mới.");
  }

  @Test
  void whatIsTakenBackIsReadByNobody() {
    var id = askedAtJustice();
    write(dung, id, ANSWER, "PUBLISH");

    assertThat(text(act(dung, id, "unpublication", "takingBack", ""))).contains("Hãy điền ô này");
    act(dung, id, "unpublication", "takingBack", "Luật đã thay đổi");

    assertThat(mvc.get().uri("/questions/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(question(id).state().name()).isEqualTo(Name.ANSWERED);
    assertThat(text(dung.open("/desk/questions/" + id))).contains("Luật đã thay đổi");
  }

  @Test
  void whoAskedReadsWhyAQuestionIsRefused() {
    var mai = Clicks.of(Citizens.mai(), mvc);
    mai.send("/questions", "question", "Xin số điện thoại riêng của bộ trưởng?", "confirmed", "1");
    var id = idOf("Xin số điện thoại riêng của bộ trưởng?");
    var office = officer(Officers.governmentController());

    assertThat(text(act(office, id, "refusal", "reason", " "))).contains("Hãy điền ô này");
    act(office, id, "refusal", "reason", "Cổng không cung cấp số riêng.");
    act(office, id, "refusal", "reason", "Cổng không cung cấp số riêng.");

    assertThat(text(mai.open("/my/questions/" + id))).contains("Cổng không cung cấp số riêng.");
    assertThat(events(id)).containsExactly(Event.ASKED, Event.REFUSED);

    act(office, id, "reopening");
    assertThat(question(id).state().name()).isEqualTo(Name.ASKED);
  }

  @Test
  void whoAskedWithAnAccountIsToldOfTheAnswer() {
    var mai = Clicks.of(Citizens.mai(), mvc);
    mai.send(
        "/questions",
        "question",
        "Tên con có được dài 30 chữ?",
        "procedure",
        BIRTH,
        "confirmed",
        "1");
    var id = idOf("Tên con có được dài 30 chữ?");
    write(dung, id, "Được.", "PUBLISH");

    assertThat(events.stream(QuestionAnswered.class))
        .extracting(QuestionAnswered::question)
        .containsExactly(id);
    assertThat(text(mai.open("/my/questions/" + id)))
        .contains("Câu hỏi của bạn đã được trả lời", "/questions/" + id);
  }

  @Test
  void aForwardedQuestionIsTheOtherAgencysAndTakesTheDraftAlong() {
    var id = askedAtJustice();
    save(linh, id, "Phần này thuộc tỉnh.", version(id));

    assertThat(text(act(linh, id, "forwarding", "agency", "nơi nào đó")))
        .contains("Hãy chọn một cơ quan");
    act(linh, id, "forwarding", "agency", QUANG_NINH.value(), "note", "Nhờ tỉnh trả lời");

    assertThat(linh.open("/desk/questions/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(text(huong.open("/desk/questions/" + id)))
        .contains("Phần này thuộc tỉnh.", "Nhờ tỉnh trả lời");
  }

  @Test
  void onlyOfficersOfTheAgencyOrAboveItSeeAQuestion() {
    var id = askedAtJustice();

    assertThat(huong.open("/desk/questions/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(write(huong, id, ANSWER, "PUBLISH")).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(officer(Officers.hongHaReception()).open("/desk/questions/" + id))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(text(officer(Officers.hongHaReception()).open("/desk/questions")))
        .contains("chưa được phân công");
    assertThat(Clicks.of(Citizens.mai(), mvc).open("/desk/questions"))
        .hasStatus(HttpStatus.FORBIDDEN);
  }

  @Test
  void anUnfinishedAnswerIsKeptAsADraftButNotPublished() {
    var id = askedAtJustice();
    var answer = write(dung, id, "", "PUBLISH");

    assertThat(text(answer)).contains("Hãy điền ô này");
    assertThat(write(dung, id, "", "SAVE")).hasStatus(HttpStatus.FOUND);
    assertThat(question(id).state().name()).isEqualTo(Name.ASKED);
  }

  @Test
  void halfAnEnglishTextIsNotPublished() {
    var id = askedAtJustice();
    var answer =
        dung.send(
            "/desk/questions/" + id + "/answer",
            "question",
            QUESTION,
            "answer",
            ANSWER,
            "questionEnglish",
            "Is there a fine?",
            "version",
            "" + version(id),
            "then",
            "PUBLISH");

    assertThat(text(answer)).contains("Bản tiếng Anh cần cả câu hỏi và câu trả lời");
  }

  @Test
  void theWorkListTellsWhatIsDueAndWhatIsLate() {
    var late =
        asked(BIRTH, QUANG_NINH, "Câu hỏi đã quá hạn?", Instant.now().minus(Duration.ofDays(2)));
    asked(null, QUANG_NINH, "Câu hỏi còn thời gian?", Instant.now().plus(Duration.ofDays(9)));

    assertThat(text(huong.open("/desk/questions")))
        .contains("Câu hỏi đã quá hạn?", "Câu hỏi còn thời gian?", "Quá hạn");
    assertThat(text(huong.open("/desk/questions?show=OVERDUE")))
        .contains("/desk/questions/" + late)
        .doesNotContain("Câu hỏi còn thời gian?");
    assertThat(text(huong.open("/desk/questions?procedure=" + BIRTH)))
        .contains("Câu hỏi đã quá hạn?")
        .doesNotContain("Câu hỏi còn thời gian?");
    assertThat(text(linh.open("/desk/questions"))).doesNotContain("Câu hỏi đã quá hạn?");
    for (var part : new String[] {"TO_PUBLISH", "PUBLISHED", "REFUSED"}) {
      assertThat(huong.open("/desk/questions?lang=en&show=" + part))
          .hasStatusOk()
          .bodyText()
          .doesNotContainPattern(">\\s*catalogue\\.");
    }
  }

  @Test
  void aLongWorkListIsPagedWithoutLosingOne() {
    var phuc = officer(Officers.quangNinhController());
    for (var number = 0; number < 30; number++) {
      asked("1.004746", QUANG_NINH, "Câu hỏi dài số " + number, Instant.now().plusSeconds(number));
    }
    var first = text(phuc.open("/desk/questions?procedure=1.004746"));
    var next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(first);
    assertThat(next.find()).isTrue();
    var second = text(phuc.open(next.group(1)));

    assertThat(rows(first)).isEqualTo(25);
    assertThat(rows(second)).isEqualTo(5);
  }

  @Test
  void theDeskSpeaksEnglishToo() {
    var id = askedAtJustice();
    assertThat(linh.open("/desk/questions/" + id + "?lang=en"))
        .hasStatusOk()
        .bodyText()
        .contains("Hand over for publishing", "Forward to another agency")
        .doesNotContainPattern(">\\s*catalogue\\.");
  }

  private static int rows(String page) {
    return page.split("<tr class=\"govuk-table__row\" role=\"row\">").length - 2;
  }

  private QuestionId askedAtJustice() {
    return asked(BIRTH, JUSTICE, QUESTION, Instant.now().plus(Duration.ofDays(20)));
  }

  private Clicks officer(CurrentUser user) {
    return Clicks.of(user, mvc);
  }

  private MvcTestResult write(Clicks officer, QuestionId id, String answer, String then) {
    return send(officer, id, answer, version(id), then);
  }

  private MvcTestResult save(Clicks officer, QuestionId id, String answer, int version) {
    return send(officer, id, answer, version, "SAVE");
  }

  private static MvcTestResult send(
      Clicks officer, QuestionId id, String answer, int version, String then) {
    return officer.send(
        "/desk/questions/" + id + "/answer",
        "question",
        QUESTION,
        "answer",
        answer,
        "version",
        "" + version,
        "then",
        then);
  }

  private MvcTestResult act(Clicks officer, QuestionId id, String act, String... fields) {
    var all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("version", "" + version(id)));
    return officer.send("/desk/questions/" + id + "/" + act, all.toArray(String[]::new));
  }

  private Question question(QuestionId id) {
    return store.find(id).orElseThrow();
  }

  private int version(QuestionId id) {
    return question(id).revision().number();
  }

  private List<Event> events(QuestionId id) {
    return store.history(id).stream().map(HistoryEntry::event).toList();
  }

  private List<String> audited(QuestionId id) {
    return jdbc.sql("select action from platform.audit_entry where object_id = :id order by id")
        .param("id", id.toString())
        .query((row, number) -> row.getString("action"))
        .list();
  }

  private QuestionId idOf(String text) {
    return jdbc.sql("select id::text from catalogue.question where asked = :text")
        .param("text", text)
        .query(String.class)
        .optional()
        .flatMap(QuestionId::parse)
        .orElseThrow();
  }
}
