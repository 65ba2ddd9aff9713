package org.motcua.catalogue.questioning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.QuestionState.Name;
import org.motcua.organisation.UnitCode;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Citizens;
import org.motcua.testing.Clicks;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AskingTests extends QuestionsTest {

  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
  private static final String UNHEARD_OF = "Con tôi sinh trên tàu biển quốc tế, cảng nào xác nhận?";

  @Autowired private CompetentAgency competent;
  @Autowired private Catalogue catalogue;
  @Autowired private JdbcClient jdbc;

  @Test
  void whoAsksGetsTheAddressUnderWhichToReadTheAnswer() {
    var visitor = visitor().opens("/questions/new?procedure=" + BIRTH);
    assertThat(visitor.page()).contains("Đăng ký khai sinh", "Đặt câu hỏi");

    ask(visitor, BIRTH, UNHEARD_OF);
    assertThat(visitor.location()).matches("/questions/asked/[A-Za-z0-9_-]{32}\\?sent=yes");

    var asked = question(visitor);
    assertThat(asked.state().name()).isEqualTo(Name.ASKED);
    assertThat(asked.agency()).isEqualTo(JUSTICE);
    assertThat(visitor.follows().page())
        .contains("Đã gửi câu hỏi", "Bộ Tư pháp", UNHEARD_OF, "/questions/asked/");
  }

  @Test
  void theSameFormTwiceAsksOnceEvenInTheSameMoment() {
    var one = visitor().opens("/questions/new?procedure=" + BIRTH);
    var key = key(one);
    var other = one.copy();
    var text = "Sinh đôi thì khai một tờ hay hai tờ riêng biệt?";

    AtOnce.both(() -> sendAnyway(one, key, text), () -> sendAnyway(other, key, text));

    assertThat(one.location()).isEqualTo(other.location());
    assertThat(howMany(text)).isOne();
  }

  @Test
  void goingBackAndAskingSomethingElseIsAnotherQuestion() {
    var visitor = visitor().opens("/questions/new");
    var key = key(visitor);
    send(visitor, key, "", "Cổng này mở cửa lúc nửa đêm hay không vậy?");
    var first = visitor.location();
    send(visitor, key, "", "Quên mật khẩu thì liên lạc với bộ phận nào?");

    assertThat(visitor.location()).isNotEqualTo(first);
    assertThat(howMany("Quên mật khẩu thì liên lạc với bộ phận nào?")).isOne();
  }

  @Test
  void similarQuestionsAreShownBeforeOneIsSent() {
    published("1.000894", "Kết hôn với người nước ngoài cần giấy tờ gì?", "Xem phần giấy tờ.");
    var visitor = visitor().opens("/questions/new?procedure=1.000894");
    var key = key(visitor);
    var text = "toi muon ket hon voi nguoi nuoc ngoai thi can giay to nao";

    send(visitor, key, "1.000894", text);
    assertThat(visitor.status()).isEqualTo(200);
    assertThat(visitor.page())
        .contains("Đã có người hỏi", "Kết hôn với người nước ngoài cần giấy tờ gì?", text);
    assertThat(howMany(text)).isZero();

    visitor.submits(
        "/questions", "procedure", "1.000894", "key", key, "question", text, "confirmed", "yes");
    assertThat(visitor.status()).isEqualTo(302);
    assertThat(howMany(text)).isOne();
  }

  @Test
  void contactIsSealedAndNeverShown() {
    var visitor = visitor().opens("/questions/new?procedure=" + BIRTH);
    visitor.submits(
        "/questions",
        "procedure",
        BIRTH,
        "key",
        key(visitor),
        "confirmed",
        "yes",
        "question",
        "Ông nội đứng tên khai thay có được không?",
        "province",
        "22",
        "name",
        "Phạm Văn Kín",
        "email",
        "kin@vidu.vn",
        "phone",
        "0912 345 678");

    var asked = question(visitor);
    assertThat(asked.asking().province()).isEqualTo(new UnitCode("22"));
    assertThat(asked.agency()).isEqualTo(QUANG_NINH);
    assertThat(new String(asked.asking().contact(), UTF_8)).doesNotContain("Kín", "vidu", "0912");
    assertThat(visitor.follows().page()).doesNotContain("Phạm Văn Kín", "kin@vidu.vn", "345");
  }

  @Test
  void faultsAreToldAtTheirFieldsAndNothingTypedIsLost() {
    var visitor = visitor().opens("/questions/new");
    visitor.submits(
        "/questions",
        "key",
        key(visitor),
        "question",
        "Sao?",
        "email",
        "ai đó",
        "phone",
        "123",
        "name",
        "Lan");

    assertThat(visitor.status()).isEqualTo(200);
    assertThat(visitor.page())
        .contains("Câu hỏi quá ngắn", "Thư điện tử chưa đúng", "Số điện thoại chưa đúng")
        .contains("value=\"Lan\"", "value=\"ai đó\"", "Sao?");
  }

  @Test
  void tooLongAQuestionIsRefusedAndAProgramFallsIntoTheTrap() {
    var visitor = visitor().opens("/questions/new");
    ask(visitor, "", "dài ".repeat(501));
    assertThat(visitor.page()).contains("Câu hỏi dài quá");

    visitor.submits(
        "/questions", "key", key(visitor), "question", "Mua hàng rẻ ở đây nhé?", "website", "x.vn");
    assertThat(visitor.page()).contains("Hãy để trống ô này");
    assertThat(howMany("Mua hàng rẻ ở đây nhé?")).isZero();
  }

  @Test
  void tagsInAQuestionStayText() {
    var hostile = "<script>alert(1)</script> có chạy được không?";
    var visitor = visitor().opens("/questions/new");
    ask(visitor, "", hostile);

    assertThat(mvc.get().uri(visitor.location()))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("<script>alert");
    assertThat(visitor.follows().page()).contains(hostile);
  }

  @Test
  void whatCannotBeAnAddressOfAnAnswerIsNotFound() {
    assertThat(visitor().opens("/questions/asked/" + "A".repeat(32)).status()).isEqualTo(404);
    assertThat(visitor().opens("/questions/asked/short").status()).isEqualTo(404);
  }

  @Test
  void oneAddressCannotFloodTheDesks() {
    var robot = visitor().opens("/questions/new");
    for (var number = 1; number <= 30; number++) {
      sendAnyway(robot, key(robot.opens("/questions/new")), "Thư rác bí hiểm mang số " + number);
      assertThat(robot.status()).isEqualTo(302);
    }
    sendAnyway(robot, key(robot.opens("/questions/new")), "Thư rác bí hiểm mang số 31");

    assertThat(robot.status()).isEqualTo(200);
    assertThat(robot.page()).contains("nhiều câu hỏi trong một giờ", "mang số 31");
  }

  @Test
  void whoHasAnAccountFindsTheQuestionAgain() {
    var mai = Clicks.of(Citizens.mai(), mvc);
    var text = "Làm giấy khai sinh bản song ngữ được không?";
    mai.send("/questions", "question", text, "procedure", BIRTH, "confirmed", "yes");
    var id = idOf(text);

    assertThat(Clicks.text(mai.open("/my/questions"))).contains(text, "/my/questions/" + id);
    assertThat(Clicks.text(mai.open("/my/questions/" + id + "?lang=en")))
        .contains(text, "Waits for an answer");
    assertThat(Clicks.of(Citizens.hung(), mvc).open("/my/questions/" + id)).hasStatus(404);
  }

  @Test
  void aQuestionComesToTheAgencyThatCanAnswerIt() {
    var birth = catalogue.get(new ProcedureCode(BIRTH));

    assertThat(competent.forQuestion(birth, null)).isEqualTo(JUSTICE);
    assertThat(competent.forQuestion(birth, new UnitCode("22"))).isEqualTo(QUANG_NINH);
    assertThat(competent.forQuestion(null, new UnitCode("22"))).isEqualTo(QUANG_NINH);
    assertThat(competent.forQuestion(null, null).value()).isEqualTo("000.00.00.G22");
  }

  private void ask(Visitor visitor, String procedure, String text) {
    visitor.submits(
        "/questions",
        "procedure",
        procedure,
        "key",
        key(visitor),
        "confirmed",
        "yes",
        "question",
        text);
  }

  private static Visitor send(Visitor visitor, String key, String procedure, String text) {
    return visitor.submits("/questions", "procedure", procedure, "key", key, "question", text);
  }

  private static Visitor sendAnyway(Visitor visitor, String key, String text) {
    return visitor.submits("/questions", "key", key, "question", text, "confirmed", "yes");
  }

  private static String key(Visitor visitor) {
    var key = KEY.matcher(visitor.page());
    assertThat(key.find()).isTrue();
    return key.group(1);
  }

  private Question question(Visitor visitor) {
    var key = visitor.location().replaceFirst(".*/asked/", "").replaceFirst("\\?.*", "");
    return ReadKey.parse(key).flatMap(it -> store.findByReadKey(it.hash())).orElseThrow();
  }

  private long howMany(String text) {
    return jdbc.sql("select count(*) from catalogue.question where asked = :text")
        .param("text", text)
        .query(Long.class)
        .single();
  }

  private String idOf(String text) {
    return jdbc.sql("select id::text from catalogue.question where asked = :text")
        .param("text", text)
        .query(String.class)
        .single();
  }
}
