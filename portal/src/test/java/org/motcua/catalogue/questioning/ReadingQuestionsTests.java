package org.motcua.catalogue.questioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.QuestionId;
import org.motcua.catalogue.questioning.model.PublishedQuestion;
import org.motcua.catalogue.questioning.model.PublishedStore;
import org.motcua.catalogue.questioning.model.Texts;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Citizens;
import org.motcua.testing.Clicks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ReadingQuestionsTests extends QuestionsTest {

  private static final String HOSTILE = "<script>alert('1')</script><img src=x onerror=alert(1)>";

  @Autowired private Catalogue catalogue;
  @Autowired private PublishedStore published;
  @Autowired private Visitors visitors;

  @Test
  void everyProcedureThatShipsHasThreeAnsweredQuestions() {
    assertThat(catalogue.list(null, 1000))
        .filteredOn(procedure -> questions.count(procedure.code()) < 3)
        .extracting(procedure -> procedure.code() + " " + procedure.name())
        .isEmpty();
  }

  @Test
  void everyQuestionThatShipsIsInBothLanguages() {
    assertThat(catalogue.codes(null, 1000))
        .flatExtracting(code -> questions.best(code, null, 100))
        .extracting(PublishedQuestion::texts)
        .filteredOn(Texts::halfEnglish)
        .isEmpty();
  }

  @Test
  void aProcedureShowsThreeQuestionsAndNoFormWithAToken() {
    for (var number = 1; number <= 4; number++) {
      published(BIRTH, "Câu hỏi thêm số %d?".formatted(number), "Một câu trả lời thêm.");
    }

    var page = text(mvc.get().uri("/procedures/" + BIRTH).exchange());

    assertThat(page.split("<details class=\"mc-question\"")).hasSize(4);
    assertThat(page)
        .contains("Xem tất cả", "/questions/new?procedure=" + BIRTH)
        .doesNotContain("_csrf");
  }

  @Test
  void anAnswerIsReadInBothLanguagesWithItsStructure() {
    var id =
        published(
            BIRTH,
            new Texts("Có mất phí không?", "Không.", "Is there a fee?", "There is none.", true));

    assertThat(text(mvc.get().uri("/questions/" + id).exchange()))
        .contains(
            "Có mất phí không?",
            "Không.",
            "Bộ Tư pháp",
            "chờ cơ quan có thẩm quyền xác nhận",
            "https://schema.org/QAPage",
            "itemprop=\"acceptedAnswer\"");
    assertThat(text(mvc.get().uri("/questions/" + id + "?lang=en").exchange()))
        .contains("Is there a fee?", "There is none.", "Was this answer helpful?")
        .doesNotContainPattern(">\\s*catalogue\\.");
  }

  @Test
  void aQuestionWithoutEnglishIsMarkedAsVietnamese() {
    var id = published(BIRTH, "Chỉ có tiếng Việt?", "Đúng vậy.");

    assertThat(text(mvc.get().uri("/questions/" + id + "?lang=en").exchange()))
        .contains("itemprop=\"name\" lang=\"vi\">Chỉ có tiếng Việt?");
  }

  @Test
  void tagsInATextAreTextAndNothingElse() {
    var id = published(BIRTH, HOSTILE, HOSTILE);

    for (var path : new String[] {"/questions/" + id, "/procedures/" + BIRTH + "/questions"}) {
      assertThat(mvc.get().uri(path))
          .hasStatusOk()
          .bodyText()
          .doesNotContain("<script>alert", "<img src=x");
    }
  }

  @Test
  void questionsArePagedWithoutLosingOne() {
    for (var number = 1; number <= 45; number++) {
      published("1.000894", "Câu hỏi số %d về kết hôn?".formatted(number), "Trả lời.");
    }
    var seen = 0;
    var pages = 0;
    var next = "/procedures/1.000894/questions";
    while (!next.isEmpty()) {
      var page = text(mvc.get().uri(next).exchange());
      seen += page.split("<details class=\"mc-question\"").length - 1;
      pages++;
      next = nextOf(page);
    }

    assertThat((long) seen).isEqualTo(questions.count(new ProcedureCode("1.000894")));
    assertThat(pages).isEqualTo((seen + 19) / 20);
  }

  private static String nextOf(String page) {
    var link = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(page);
    return link.find() ? link.group(1) : "";
  }

  @Test
  void whatHelpedMostStandsFirst() {
    var plain = published("1.004746", "Ít người cần?", "Vâng.");
    var loved = published("1.004746", "Nhiều người cần?", "Vâng.");
    for (var reader = 0; reader < 8; reader++) {
      visitor()
          .opens("/questions/" + loved)
          .submits("/questions/" + loved + "/voice", "helpful", "yes");
    }
    visitor()
        .opens("/questions/" + plain)
        .submits("/questions/" + plain + "/voice", "helpful", "no");

    assertThat(questions.best(new ProcedureCode("1.004746"), null, 1))
        .extracting(PublishedQuestion::id)
        .containsExactly(loved);
  }

  @Test
  void aVisitorHasOneVoiceAndMayChangeIt() {
    var id = published(BIRTH, "Tôi có một tiếng nói?", "Có.");
    var visitor = visitor().opens("/questions/" + id);

    visitor.submits(voice(id), "helpful", "yes").submits(voice(id), "helpful", "yes");
    assertThat(visitor.location()).isEqualTo("/questions/" + id + "?thanks=yes#voice");
    assertThat(votes(id)).isEqualTo("1:0");

    visitor.submits(voice(id), "helpful", "no");
    assertThat(votes(id)).isEqualTo("0:1");
    assertThat(visitor.opens("/questions/" + id + "?thanks=yes").page())
        .contains("value=\"no\" aria-pressed=\"true\"", "hãy đặt câu hỏi cụ thể hơn");
  }

  @Test
  void aHastyDoubleClickIsOneVoice() {
    var id = published(BIRTH, "Bấm hai lần thì sao?", "Chỉ tính một lần.");

    AtOnce.both(
        () -> published.vote(id, firstVoiceOf("b2c1"), true),
        () -> published.vote(id, firstVoiceOf("b2c1"), true));
    assertThat(votes(id)).isEqualTo("1:0");

    published.vote(id, firstVoiceOf("another form"), true);
    assertThat(votes(id)).isEqualTo("2:0");
  }

  /** Neither of two hasty clicks brings the visitor's cookie yet, but both come from one form. */
  private byte[] firstVoiceOf(String form) {
    var request = new MockHttpServletRequest();
    request.setCookies(new Cookie("motcua_form", form));
    return visitors.get(request, new MockHttpServletResponse(), null);
  }

  @Test
  void anAccountHasOneVoiceOnAllItsDevices() {
    var id = published(BIRTH, "Đổi máy thì sao?", "Vẫn một tiếng nói.");
    Clicks.of(Citizens.mai(), mvc).send(voice(id), "helpful", "yes");
    Clicks.of(Citizens.mai(), mvc).send(voice(id), "helpful", "yes");
    Clicks.of(Citizens.hung(), mvc).send(voice(id), "helpful", "yes");

    assertThat(votes(id)).isEqualTo("2:0");
  }

  @Test
  void oneAddressCannotRaiseItsVoiceWithoutEnd() {
    var id = published(BIRTH, "Máy tự động thì sao?", "Bị giới hạn.");
    var robot = visitor().opens("/questions/" + id);
    for (var click = 0; click < 60; click++) robot.submits(voice(id), "helpful", "yes");

    assertThat(robot.submits(voice(id), "helpful", "no").status()).isEqualTo(429);
  }

  @Test
  void whatIsNotPublishedOrNoQuestionIsNotFound() {
    var asked = asked(BIRTH, JUSTICE, "Còn chờ trả lời?", Instant.now());

    for (var path :
        new String[] {
          "/questions/" + asked,
          "/questions/" + QuestionId.next(),
          "/questions/nonsense",
          "/procedures/9.999999/questions",
        }) {
      assertThat(mvc.get().uri(path)).as(path).hasStatus(HttpStatus.NOT_FOUND);
    }
    assertThat(Clicks.of(Citizens.mai(), mvc).send(voice(asked), "helpful", "yes"))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(Clicks.of(Citizens.mai(), mvc).send(voice(asked), "helpful", "perhaps"))
        .hasStatus(HttpStatus.BAD_REQUEST);
  }

  @Test
  void searchEnginesFindEveryPublishedQuestionAndNoOther() {
    var id = published(BIRTH, "Máy tìm kiếm có thấy không?", "Có.");
    var waiting = asked(BIRTH, JUSTICE, "Câu này thì chưa?", Instant.now());

    assertThat(text(mvc.get().uri("/sitemaps/questions.xml").exchange()))
        .contains("/questions/" + id + "<")
        .doesNotContain(waiting.toString());
  }

  @Test
  void aBrokenPageMarkBeginsAtTheFirstPage() {
    assertThat(mvc.get().uri("/questions?after=xyz' or 1=1")).hasStatusOk();
  }

  private static String voice(QuestionId id) {
    return "/questions/" + id + "/voice";
  }

  private String votes(QuestionId id) {
    var question = questions.find(id).orElseThrow();
    return question.helpful() + ":" + question.notHelpful();
  }
}
