package org.motcua.dossiers.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.AnotherNode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.session.SessionRepository;
import org.springframework.web.util.HtmlUtils;

/** Files that arrive in parts, over real connections that break. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
class ResumedUploadTests {

  private static final String PAPER = BirthDrafts.PROOF;

  @Autowired BirthDrafts births;
  @Autowired SessionRepository<?> sessions;
  @Autowired Environment environment;
  @LocalServerPort int port;

  private final byte[] pdf = Files.pdf();
  private CurrentUser mother;
  private DossierId draft;
  private TusClient browser;

  @BeforeEach
  void aMotherWithADraft() {
    mother = births.mother();
    draft = births.withoutPaper(mother);
    browser = TusClient.of(sessions, mother, port);
  }

  @Test
  void aFileInPartsBecomesAPaper() {
    var upload = begun("chứng sinh.pdf", pdf.length);
    assertThat(browser.sends(upload, 0, part(0, 100)).statusCode()).isEqualTo(204);
    assertThat(browser.offset(upload)).isEqualTo(100);
    var last = browser.sends(upload, 100, part(100, pdf.length));
    assertThat(last.statusCode()).isEqualTo(204);
    assertThat(last.headers().firstValue("Upload-Offset")).contains("" + pdf.length);
    assertThat(last.headers().firstValue("Upload-Expires")).isPresent();

    assertThat(browser.submits(papers(), PAPER, upload).statusCode()).isEqualTo(302);
    var file = births.get(draft).attachments().getFirst();
    assertThat(file.name()).isEqualTo("chứng sinh.pdf");
    assertThat(browser.opens(papers() + "/" + file.document()).statusCode()).isEqualTo(200);
  }

  @Test
  void theLastStepMayComeTwice() {
    var upload = arrived("a.pdf", pdf);
    assertThat(
            browser.sends(upload, pdf.length - 10, part(pdf.length - 10, pdf.length)).statusCode())
        .isEqualTo(409);
    assertThat(browser.offset(upload)).isEqualTo(pdf.length);
    assertThat(browser.submits(papers(), PAPER, upload).statusCode()).isEqualTo(302);
    assertThat(browser.submits(papers(), PAPER, upload).statusCode()).isEqualTo(302);
    assertThat(births.get(draft).attachments()).hasSize(1);
    assertThat(page()).doesNotContain("Chọn lại đúng tệp này");
  }

  @Test
  void whatCameBeforeTheConnectionBrokeIsKept() {
    var upload = begun("a.pdf", pdf.length);
    browser.breaksOff(upload, 0, part(0, 300), pdf.length);
    await().atMost(Duration.ofSeconds(20)).until(() -> browser.offset(upload) == 300);
    assertThat(page()).contains("a.pdf: đã tải lên", "Chọn lại đúng tệp này");
    assertThat(browser.submits(papers(), PAPER, upload).body()).contains("Tệp chưa được tải lên");
    browser.sends(upload, 300, part(300, pdf.length));
    assertThat(browser.submits(papers(), PAPER, upload).statusCode()).isEqualTo(302);
    assertThat(births.get(draft).attachments()).hasSize(1);
  }

  @Test
  void aPartThatDoesNotBeginWhereTheLastOneEndedIsNotTaken() {
    var upload = begun("a.pdf", pdf.length);
    assertThat(browser.sends(upload, 5, part(5, 10)).statusCode()).isEqualTo(409);
    assertThat(browser.sends(upload, 0, new byte[pdf.length + 1]).statusCode()).isEqualTo(413);
    assertThat(browser.offset(upload)).isZero();
  }

  @Test
  void anothersUploadIsNotThere() {
    var upload = begun("a.pdf", pdf.length);
    var stranger = births.mother();
    var strangers = TusClient.of(sessions, stranger, port);
    assertThat(strangers.asks(upload).statusCode()).isEqualTo(404);
    assertThat(strangers.sends(upload, 0, pdf).statusCode()).isEqualTo(404);
    assertThat(strangers.ends(upload).statusCode()).isEqualTo(404);
    assertThat(strangers.begin(papers() + "/" + PAPER + "/uploads", "a.pdf", 5).statusCode())
        .isEqualTo(404);
    var own = "/my/dossiers/" + births.withoutPaper(stranger) + "/papers";
    var there = own + "/" + PAPER + "/uploads/" + upload.substring(upload.lastIndexOf('/') + 1);
    assertThat(strangers.asks(there).statusCode()).isEqualTo(404);
    assertThat(strangers.submits(own, PAPER, upload).body()).contains("Tệp chưa được tải lên");
    assertThat(browser.offset(upload)).isZero();
  }

  @Test
  void aPartThatChangedOnItsWayIsNotTaken() throws Exception {
    var upload = begun("a.pdf", pdf.length);
    var sum = MessageDigest.getInstance("SHA-1").digest(part(0, 100));
    var right = "sha1 " + Base64.getEncoder().encodeToString(sum);
    assertThat(browser.sends(upload, 0, part(1, 101), "Upload-Checksum", right).statusCode())
        .isEqualTo(460);
    assertThat(browser.sends(upload, 0, part(0, 100), "Upload-Checksum", "md5 AAAA").statusCode())
        .isEqualTo(400);
    assertThat(browser.offset(upload)).isZero();
    assertThat(browser.sends(upload, 0, part(0, 100), "Upload-Checksum", right).statusCode())
        .isEqualTo(204);
  }

  @Test
  void aFileThatIsRefusedIsRefusedInTheSameWordsAndIsGone() {
    var upload = arrived("chứng sinh.pdf", Files.webPage());
    var answer = browser.submits(papers(), PAPER, upload);
    assertThat(HtmlUtils.htmlUnescape(answer.body()))
        .contains("Nội dung tệp không đúng với tên tệp", "href=\"#file-" + PAPER);
    assertThat(browser.asks(upload).statusCode()).isEqualTo(404);
    assertThat(births.get(draft).attachments()).isEmpty();
  }

  @Test
  void twoFilesMixedUpAreNotTakenForOne() {
    var metadata =
        "filename " + TusClient.base64("a.pdf") + ",sha256 " + TusClient.base64("0".repeat(64));
    var upload = location(browser.begin(parts(), pdf.length, metadata));
    browser.sends(upload, 0, pdf);
    assertThat(HtmlUtils.htmlUnescape(browser.submits(papers(), PAPER, upload).body()))
        .contains("Tệp bị hỏng hoặc thiếu một phần");
  }

  @Test
  void whatOneDoesNotWantAnyMoreEnds() {
    var upload = begun("a.pdf", pdf.length);
    assertThat(browser.ends(upload).statusCode()).isEqualTo(204);
    assertThat(browser.ends(upload).statusCode()).isEqualTo(404);
    assertThat(browser.asks(upload).statusCode()).isEqualTo(404);
  }

  @Test
  void theProtocolSaysWhatItTakesAndTakesNothingElse() {
    var options = browser.options(parts());
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Tus-Extension").orElseThrow())
        .contains("creation", "checksum", "expiration", "termination");
    assertThat(options.headers().firstValueAsLong("Tus-Max-Size")).hasValue(20 << 20);
    var upload = begun("a.pdf", 10);
    assertThat(browser.withoutProtocol(upload).statusCode()).isEqualTo(412);
    assertThat(browser.withoutToken().sends(upload, 0, new byte[5]).statusCode()).isEqualTo(403);
    assertThat(browser.begin(parts(), "a.pdf", (20 << 20) + 1).statusCode()).isEqualTo(413);
  }

  @Test
  void nobodyHasMoreThanTwentyOnTheWay() {
    for (var i = 0; i < 20; i++) begun(i + ".pdf", 10);
    assertThat(browser.begin(parts(), "21.pdf", 10).statusCode()).isEqualTo(429);
  }

  @Test
  void anotherNodeGoesOnWhenOneDies() {
    var upload = begun("a.pdf", pdf.length);
    try (var node = AnotherNode.beside(environment)) {
      var there =
          browser.at(
              Integer.parseInt(node.getEnvironment().getRequiredProperty("local.server.port")));
      assertThat(there.sends(upload, 0, part(0, 200)).statusCode()).isEqualTo(204);
    }
    assertThat(browser.offset(upload)).isEqualTo(200);
    assertThat(browser.sends(upload, 200, part(200, pdf.length)).statusCode()).isEqualTo(204);
    assertThat(browser.submits(papers(), PAPER, upload).statusCode()).isEqualTo(302);
    assertThat(births.get(draft).attachments()).hasSize(1);
  }

  private String begun(String name, long length) {
    return location(browser.begin(parts(), name, length));
  }

  private String arrived(String name, byte[] content) {
    var upload = begun(name, content.length);
    assertThat(browser.sends(upload, 0, content).statusCode()).isEqualTo(204);
    return upload;
  }

  private static String location(HttpResponse<String> begun) {
    assertThat(begun.statusCode()).isEqualTo(201);
    return begun.headers().firstValue("Location").orElseThrow();
  }

  private byte[] part(int from, int to) {
    return Arrays.copyOfRange(pdf, from, to);
  }

  private String papers() {
    return "/my/dossiers/" + draft + "/papers";
  }

  private String parts() {
    return papers() + "/" + PAPER + "/uploads";
  }

  private String page() {
    return HtmlUtils.htmlUnescape(browser.opens(papers()).body());
  }
}
