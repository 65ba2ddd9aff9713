package org.motcua.dossiers.submitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;
import static org.motcua.testing.FormToken.csrf;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.api.Programs;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Only what the agency has named may be changed, whichever way it is sent. */
class LimitedAdditionsTests extends DossiersTest {

  private static final String NAME = "point:question:child.givenName";
  private static final String PLACE = "point:question:birthplace.kind";
  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired Programs programs;

  private CurrentUser mother;
  private DossierId id;

  @BeforeEach
  void aBirthIsRegistered() {
    mother = births.mother();
    id = submittedBy(mother);
  }

  @Test
  void thePagesShowAllAndLetChangeOnlyWhatIsNamed() {
    ask(NAME, "Tên khác với giấy chứng sinh");
    var page = text(as(mother).open(mine(id) + "/pages/child"));
    assertThat(page)
        .contains("name=\"child.givenName\"", "Chỉ sửa được những mục")
        .contains("Trần")
        .doesNotContain("name=\"child.familyName\"", "name=\"child.born.year\"");

    var review = text(as(mother).open(mine(id) + "/review"));
    assertThat(review)
        .contains("/pages/child?review=true#child.givenName")
        .doesNotContain("#child.familyName", "/papers#" + BirthDrafts.PROOF);
    assertThat(text(as(mother).open(mine(id) + "/papers")))
        .contains("giay-chung-sinh.pdf")
        .doesNotContain("/removal", "type=\"file\"");
  }

  @Test
  void anOldPageChangesNothingElse() {
    ask(NAME, "Tên khác với giấy chứng sinh");
    var child = births.typed("child");
    child.set("child.givenName", "Bình");
    child.set("child.familyName", "Lê");
    var answer = as(mother).send(mine(id) + "/pages/child", child);
    assertThat(text(answer)).contains("không yêu cầu sửa mục “họ”", "href=\"#child.familyName\"");
    assertThat(answers("child.givenName")).isEqualTo("Bình");
    assertThat(answers("child.familyName")).isEqualTo("Trần");
  }

  @Test
  void whatIsNamedIsSavedAndLeadsBackToTheReview() {
    ask(NAME, "Tên khác với giấy chứng sinh");
    assertThat(as(mother).send(mine(id) + "/pages/child", "child.givenName", "Bình"))
        .hasRedirectedUrl(mine(id) + "/review");
    assertThat(answers("child.givenName")).isEqualTo("Bình");
    assertThat(answers("child.familyName")).isEqualTo("Trần");
    assertThat(as(mother).send(mine(id) + "/additions")).hasRedirectedUrl(mine(id) + "?supplied");
    assertThat(text(as(Officers.hongHaReception()).open(desk(id))))
        .contains("1 mục đã thay đổi", "Bình");
  }

  @Test
  void whatIsTypedElsewhereIsNotKeptAndThatIsTold() {
    ask(NAME, "Tên khác với giấy chứng sinh");
    var answer =
        as(mother)
            .send(
                mine(id) + "/pages/child/typing",
                "child.givenName",
                "Bình",
                "child.familyName",
                "Lê");
    assertThat(text(answer)).contains("\"notAsked\":[\"Họ\"]");
    assertThat(answers("child.givenName")).isEqualTo("Bình");
    assertThat(answers("child.familyName")).isEqualTo("Trần");
  }

  @Test
  void papersThatAreNotNamedStay() {
    ask(NAME, "Tên khác với giấy chứng sinh");
    var before = dossier(id).attachments();
    var sent = as(mother).upload(mine(id) + "/papers", BirthDrafts.PROOF, "ro.pdf", Files.pdf());
    assertThat(text(sent)).contains("không yêu cầu bổ sung giấy tờ này");
    var paper = before.getFirst().document().value();
    assertThat(as(mother).send(mine(id) + "/papers/" + paper + "/removal"))
        .hasRedirectedUrl(
            mine(id) + "/papers?refused=" + BirthDrafts.PROOF + "#" + BirthDrafts.PROOF);
    assertThat(text(as(mother).open(mine(id) + "/papers?refused=" + BirthDrafts.PROOF)))
        .contains("không yêu cầu bổ sung giấy tờ này");
    assertThat(as(mother).open(mine(id) + "/taking/" + BirthDrafts.PROOF))
        .hasRedirectedUrl(mine(id));
    assertThat(dossier(id).attachments()).isEqualTo(before);
  }

  @Test
  void aFileInPartsIsBegunOnlyForAPaperThatIsNamed() {
    ask("point:paper:" + BirthDrafts.MARRIAGE, "Xin gửi giấy kết hôn");
    assertThat(begin(BirthDrafts.PROOF)).hasStatus(404);
    assertThat(begin(BirthDrafts.MARRIAGE)).hasStatus(201);
  }

  @Test
  void whatFollowsFromAChangedAnswerMayBeAnswered() {
    ask(PLACE, "Trẻ sinh tại nhà");
    assertThat(as(mother).send(mine(id) + "/pages/birthplace", "birthplace.kind", "home"))
        .hasRedirectedUrl(mine(id) + "/review");
    assertThat(answers("birthplace.kind")).isEqualTo("home");
    var papers = text(as(mother).open(mine(id) + "/papers"));
    assertThat(papers).contains("id=\"file-witness-statement\"").doesNotContain("Giấy chứng sinh<");
    as(mother).upload(mine(id) + "/papers", "witness-statement", "cam-doan.pdf", Files.pdf());
    assertThat(dossier(id).attachmentsOf("witness-statement")).hasSize(1);
    assertThat(text(as(mother).open(mine(id) + "/papers"))).contains("/removal");
  }

  @Test
  void whereOnlyTheWholeIsSpokenOfAllIsOpen() {
    ask("point:whole", "Xin xem lại toàn bộ");
    assertThat(text(as(mother).open(mine(id) + "/review"))).contains("bạn sửa được mọi mục");
    var child = births.typed("child");
    child.set("child.familyName", "Lê");
    assertThat(as(mother).send(mine(id) + "/pages/child", child)).hasStatus3xxRedirection();
    assertThat(answers("child.familyName")).isEqualTo("Lê");
    assertThat(text(as(mother).open(mine(id) + "/papers"))).contains("/removal");
  }

  @Test
  void aProgramIsToldWhatItMayNotChange() {
    ask(NAME, "Tên khác với giấy chứng sinh");
    var program = programs.of(mother);
    var here = "/api/dossiers/" + id;
    var refused =
        program.patch(here + "/answers", JSON.writeValueAsString(Map.of("child.familyName", "Lê")));
    assertThat(refused).hasStatus(422);
    assertThat(text(refused)).contains("not-asked", "\"field\":\"child.familyName\"");

    var allButOne = new TreeMap<>(dossier(id).answers().values());
    allButOne.remove("child.sex");
    assertThat(program.put(here + "/answers", JSON.writeValueAsString(allButOne))).hasStatus(422);
    var paper = dossier(id).attachments().getFirst().document().value();
    assertThat(program.delete(here + "/papers/" + paper)).hasStatus(422);

    assertThat(
            program.patch(
                here + "/answers", JSON.writeValueAsString(Map.of("child.givenName", "Bình"))))
        .hasStatusOk();
    assertThat(answers("child.familyName")).isEqualTo("Trần");
    assertThat(program.post(here + "/additions", "{}")).hasStatusOk();
  }

  @Test
  void twoTabsMendTwoThingsAndTheAnswerGoesOnce() {
    ask(NAME, "Tên khác với giấy chứng sinh", PLACE, "Tên cơ sở y tế?");
    AtOnce.both(
        () -> as(mother).send(mine(id) + "/pages/child", "child.givenName", "Bình"),
        () -> as(mother).send(mine(id) + "/pages/birthplace", "birthplace.kind", "facility"));
    var answers =
        AtOnce.both(
            () -> as(mother).send(mine(id) + "/additions"),
            () -> as(mother).send(mine(id) + "/additions"));
    assertThat(List.copyOf(answers)).allSatisfy(it -> assertThat(it).hasStatus3xxRedirection());
    assertThat(answers("child.givenName")).isEqualTo("Bình");
    assertThat(as(mother).send(mine(id) + "/pages/child", "child.givenName", "Bảo"))
        .hasRedirectedUrl(mine(id));
    assertThat(answers("child.givenName")).isEqualTo("Bình");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.REGISTERED);
  }

  private void ask(String... points) {
    assertThat(as(Officers.hongHaReception()).send(desk(id) + "/addition-request", points))
        .hasRedirectedUrl(desk(id) + "?done");
  }

  private MvcTestResult begin(String paper) {
    return mvc.post()
        .uri(mine(id) + "/papers/" + paper + "/uploads")
        .header("Tus-Resumable", "1.0.0")
        .header("Upload-Length", "100")
        .with(SignedIn.as(mother))
        .with(csrf())
        .exchange();
  }

  private String answers(String question) {
    return dossier(id).answers().text(question).orElse("");
  }
}
