package org.motcua.catalogue.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.ProposalStore;
import org.motcua.catalogue.proposing.text.Section;
import org.motcua.catalogue.proposing.text.SentForm;
import org.motcua.platform.ids.NewId;
import org.motcua.testing.Citizens;
import org.motcua.testing.Clicks;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;

@SpringBootTest
@AutoConfigureMockMvc
@Import(Amendments.class)
class EditorsPagesTest {

  private static final String DESK = "/desk/procedures";
  private static final String HOSTILE = "\"><script>alert('xin chào')</script><b onclick=x>&amp;";

  @Autowired private MockMvcTester mvc;
  @Autowired private Amendments amendments;
  @Autowired private ProposalStore proposals;
  @Autowired private MovableClock clock;

  private Clicks editor;
  private Clicks controller;
  private Clicks publisher;

  @BeforeEach
  void sit() {
    editor = Clicks.of(Officers.justiceEditor(), mvc);
    controller = Clicks.of(Officers.justiceController(), mvc);
    publisher = Clicks.of(Officers.governmentController(), mvc);
  }

  @AfterEach
  void leaveNothing() {
    clock.reset();
    amendments.leaveNothing();
  }

  @Test
  void anEditorFindsAProcedureAmendsItAndSendsItOn() {
    amendments.published("9.200201", "Cấp phép thử nghiệm");
    assertThat(Clicks.text(editor.open(DESK))).contains("Soạn thủ tục mới", "Bộ Tư pháp");
    var found = Clicks.text(editor.open(DESK + "/search?q=9.200201"));
    assertThat(found).contains("Cấp phép thử nghiệm", "Sửa đổi", "Bãi bỏ");
    var here =
        location(
            editor.send(
                DESK, "id", NewId.next().toString(), "kind", "AMENDMENT", "code", "9.200201"));

    write(here, "names", "name", "Cấp phép đã sửa");
    var unfinished = editor.send(here + "/proposal");
    assertThat(Clicks.text(unfinished))
        .contains("Chưa chuyển tiếp được", "Chưa ghi: Số quyết định");
    decide(here, amendments.today().plusDays(10).toString());
    var unexplained = Clicks.text(editor.send(here + "/proposal"));
    assertThat(unexplained).contains("chưa giải trình", "phải ít nhất 20 ngày");
    assertThat(
            location(
                editor.send(
                    here + "/proposal",
                    "answer:deadline.decision@decision.effectiveFrom",
                    "Luật có hiệu lực sớm")))
        .isEqualTo(here);

    assertThat(Clicks.text(controller.open(DESK))).contains("Cấp phép đã sửa");
    var control = Clicks.text(controller.open(here));
    assertThat(control)
        .contains("Thông qua", "Trả lại kèm ý kiến", "Luật có hiệu lực sớm", "<del>thử</del>");
    assertThat(Clicks.text(controller.send(here + "/return", "reason", "")))
        .contains("Hãy ghi ý kiến");
    assertThat(location(controller.send(here + "/approval", "comment", "Đủ căn cứ")))
        .isEqualTo(here);
    assertThat(Clicks.text(publisher.open(DESK))).contains("Cấp phép đã sửa");
    assertThat(location(publisher.send(here + "/publication"))).isEqualTo(here);
    assertThat(Clicks.text(editor.open(here)))
        .contains("Đã công bố thành phiên bản 2", "Đủ căn cứ", "Đặng Thùy Linh");
    assertThat(Clicks.text(editor.open(DESK + "?show=PUBLISHED"))).contains("Cấp phép đã sửa");
  }

  @Test
  void everyPageReadsInBothLanguages() {
    amendments.published("9.200202", "Cấp phép");
    var here = DESK + "/" + draft("9.200202").id();
    for (var language : List.of("vi", "en")) {
      for (var page : List.of(DESK, DESK + "/search?q=cap+phep", here, here + "/preview")) {
        assertThat(whole(page, language)).doesNotContain("catalogue.proposing.");
      }
      for (var section : Section.values()) {
        assertThat(whole(here + "/edit/" + section.slug() + "?check=true", language))
            .doesNotContain("catalogue.proposing.", "${");
      }
    }
    assertThat(whole(here, "en")).contains("Checks before publication");
    assertThat(whole(here + "/preview", "vi")).contains("Bản xem trước", "Cấp phép");
  }

  @Test
  void whatIsTypedIsTextWhateverItSays() {
    amendments.published("9.200203", "Cấp phép");
    var draft = draft("9.200203");
    var here = DESK + "/" + draft.id();
    write(here, "names", "name", HOSTILE);
    write(here, "steps", "steps.0.steps.0", HOSTILE);
    write(here, "papers", "papers.0.papers.0.formAddress", "javascript:alert(1)");
    editor.send(here + "/edit/names", "revision", "99", "name", HOSTILE, "javascript", "x");

    for (var page : List.of("", "/edit/names", "/edit/steps", "/edit/papers", "/preview")) {
      var html = html(editor.open(here + page));
      assertThat(html).doesNotContain("<script>alert", "<b onclick", "href=\"javascript");
    }
    assertThat(html(editor.open(DESK))).doesNotContain("<script>alert");
    assertThat(proposals.find(draft.id()).orElseThrow().text().name()).isEqualTo(HOSTILE);
    assertThat(Clicks.text(editor.open(here + "/edit/papers"))).contains("phải là địa chỉ web");
  }

  @Test
  void rowsAreAddedMovedAndRemovedByButtons() {
    amendments.published("9.200204", "Cấp phép");
    var here = DESK + "/" + draft("9.200204").id();

    var added = location(press(here, "papers", "add", "papers.0.papers"));
    assertThat(added).endsWith("?saved&at=papers-0-papers-1#papers-0-papers-1");
    assertThat(html(editor.open(here + "/edit/papers")))
        .contains("name=\"papers.0.papers.1.name\"");
    write(here, "papers", "papers.0.papers.1.name", "Giấy thứ hai");
    press(here, "papers", "up", "papers.0.papers.1");
    assertThat(names(here)).containsExactly("Giấy thứ hai", "Đơn đề nghị");
    press(here, "papers", "remove", "papers.0.papers.1");
    assertThat(names(here)).containsExactly("Giấy thứ hai");
    press(here, "papers", "remove", "papers.9.papers.9");
    press(here, "papers", "add", "no.such.list");
    assertThat(names(here)).containsExactly("Giấy thứ hai");
  }

  @Test
  void theSecondOfTwoEditorsIsToldAndLosesNothing() {
    amendments.published("9.200205", "Cấp phép");
    var draft = draft("9.200205");
    var here = DESK + "/" + draft.id();
    var sent = sent(draft, Section.NAMES, "name", "Của người thứ hai");
    write(here, "names", "name", "Của người thứ nhất");

    var told = editor.send(here + "/edit/names", sent);

    assertThat(told).hasStatus(409);
    assertThat(Clicks.text(told))
        .contains("Đặng Thùy Linh đã lưu phần này", "Của người thứ nhất", "Của người thứ hai");
    var revision = Pattern.compile("name=\"revision\" value=\"(\\d+)\"").matcher(html(told));
    assertThat(revision.find()).isTrue();
    sent.set("revision", revision.group(1));
    assertThat(location(editor.send(here + "/edit/names", sent))).contains("?saved");
    assertThat(read(here).text().name()).isEqualTo("Của người thứ hai");
  }

  @Test
  void whoIsTooLateToSaveIsToldWhy() {
    amendments.published("9.200206", "Cấp phép");
    var draft = draft("9.200206");
    var here = DESK + "/" + draft.id();
    var sent = sent(draft, Section.NAMES, "name", "Muộn");
    write(here, "names", "name", "Cấp phép sửa");
    decide(here, amendments.today().plusDays(60).toString());
    assertThat(location(editor.send(here + "/proposal"))).isEqualTo(here);

    assertThat(location(editor.send(here + "/edit/names", sent))).isEqualTo(here + "?late=true");
    assertThat(Clicks.text(editor.open(here + "?late=true"))).contains("đã được chuyển đi");
    assertThat(location(editor.open(here + "/edit/names"))).isEqualTo(here);
  }

  @Test
  void aLongListIsReadPageByPage() {
    for (var i = 0; i < 27; i++) amendments.begun(Kind.NEW, "", Officers.justiceEditor());

    var first = html(editor.open(DESK + "?show=MINE&kind=NEW"));
    var next = Pattern.compile("href=\"([^\"]*after=[^\"]*)\"").matcher(first);
    assertThat(next.find()).isTrue();
    var second = html(editor.open(next.group(1).replace("&amp;", "&")));

    assertThat(rows(first)).isEqualTo(25);
    assertThat(rows(second)).isGreaterThanOrEqualTo(2).isLessThan(25);
    assertThat(html(editor.open(DESK + "?show=MINE&after=nonsense"))).contains("mc-worklist");
  }

  @Test
  void otherOfficersAndCitizensHaveNoDeskHere() {
    amendments.published("9.200207", "Cấp phép");
    var here = DESK + "/" + draft("9.200207").id();
    var reception = Clicks.of(Officers.hongHaReception(), mvc);
    var province = Clicks.of(Officers.quangNinhEditor(), mvc);

    assertThat(Clicks.text(reception.open(DESK))).contains("chưa được phân công");
    assertThat(reception.open(here)).hasStatus(404);
    assertThat(province.open(here)).hasStatus(404);
    assertThat(province.send(here + "/proposal")).hasStatus(404);
    assertThat(Clicks.of(Citizens.mai(), mvc).open(DESK)).hasStatus(403);
    assertThat(
            province.send(
                DESK, "id", NewId.next().toString(), "kind", "AMENDMENT", "code", "9.200207"))
        .hasStatus(403);
  }

  @Test
  void nonsenseIsABadRequestAndNothingElse() {
    amendments.published("9.200208", "Cấp phép");
    var here = DESK + "/" + draft("9.200208").id();

    assertThat(editor.open(here + "/edit/nothing")).hasStatus(404);
    assertThat(editor.open(DESK + "/" + NewId.next())).hasStatus(404);
    assertThat(editor.open(DESK + "/x")).hasStatus(400);
    assertThat(editor.open(DESK + "?show=EVERYTHING")).hasStatus(400);
    assertThat(editor.send(here + "/edit/names", "name", "x")).hasStatus(400);
    assertThat(editor.send(here + "/base", "choice", "x")).hasStatus(400);
    assertThat(editor.send(DESK, "id", NewId.next().toString(), "kind", "AMENDMENT", "code", "x"))
        .hasStatus(404);
  }

  @Test
  void aPageOpenedTwiceBeginsOneDraft() {
    amendments.published("9.200209", "Cấp phép");
    var id = NewId.next().toString();

    var first = location(editor.send(DESK, "id", id, "kind", "NEW"));
    var second = location(editor.send(DESK, "id", id, "kind", "NEW"));

    assertThat(first).isEqualTo(DESK + "/" + id + "/edit/names");
    assertThat(second).isEqualTo(DESK + "/" + id);
  }

  private Proposal draft(String code) {
    return amendments.begun(Kind.AMENDMENT, code, Officers.justiceEditor());
  }

  private Proposal read(String here) {
    var id = java.util.UUID.fromString(here.substring(here.lastIndexOf('/') + 1));
    return proposals.find(new org.motcua.catalogue.proposing.model.ProposalId(id)).orElseThrow();
  }

  /** One field written anew, the others as they stand. */
  private void write(String here, String section, String path, String value) {
    var part = Section.parse(section).orElseThrow();
    var saved = editor.send(here + "/edit/" + section, sent(read(here), part, path, value));
    assertThat(location(saved)).contains("/edit/" + section + "?saved");
  }

  private MvcTestResult press(String here, String section, String button, String path) {
    var form = sent(read(here), Section.parse(section).orElseThrow(), button, path);
    return editor.send(here + "/edit/" + section, form);
  }

  private void decide(String here, String from) {
    var form = new LinkedMultiValueMap<String, String>();
    form.set("revision", Integer.toString(read(here).revision()));
    form.set("decision.number", "2228/QĐ-BTP");
    form.set("decision.signedOn", amendments.today().toString());
    form.set("decision.effectiveFrom", from);
    form.set("decision.reason", "Luật mới");
    assertThat(location(editor.send(here + "/edit/decision", form))).contains("?saved");
  }

  private static LinkedMultiValueMap<String, String> sent(
      Proposal proposal, Section section, String path, String value) {
    var form = new LinkedMultiValueMap<>(SentForm.of(proposal.text(), section));
    form.put(path, List.of(value));
    form.put("revision", List.of(Integer.toString(proposal.revision())));
    var copy = new LinkedMultiValueMap<String, String>();
    form.forEach((name, values) -> values.forEach(each -> copy.add(name, each)));
    return copy;
  }

  private List<String> names(String here) {
    return read(here).text().toProcedure(null).papers().getFirst().papers().stream()
        .map(paper -> paper.name())
        .toList();
  }

  private String whole(String page, String language) {
    var separator = page.contains("?") ? "&" : "?";
    var answer = editor.open(page + separator + "lang=" + language);
    assertThat(answer).as(page).hasStatusOk();
    return Clicks.text(answer);
  }

  private static int rows(String html) {
    return html.split("mc-worklist-name", -1).length - 1;
  }

  private static String html(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static String location(MvcTestResult answer) {
    var location = answer.getResponse().getRedirectedUrl();
    return location == null ? "" : location;
  }
}
