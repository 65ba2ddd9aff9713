package org.motcua.dossiers.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;
import static org.motcua.testing.FormToken.csrf;

import org.junit.jupiter.api.Test;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.AtOnce;
import org.motcua.testing.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PapersTests extends DossiersTest {

  private static final int MEGABYTE = 1024 * 1024;

  @Test
  void aPaperIsAttachedShownAndTakenAwayAgain() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var pdf = Files.pdf();
    assertThat(attach(id, mother, BirthDrafts.PROOF, "chứng sinh.pdf", pdf))
        .hasRedirectedUrl(mine(id) + "/papers#" + BirthDrafts.PROOF);

    var paper = dossier(id).attachments().getFirst();
    assertThat(text(as(mother).open(mine(id) + "/papers"))).contains("chứng sinh.pdf");
    assertThat(as(mother).open(mine(id) + "/papers/" + paper.document().value()))
        .hasStatusOk()
        .body()
        .isEqualTo(pdf);

    var removal = mine(id) + "/papers/" + paper.document().value() + "/removal";
    assertThat(as(mother).send(removal)).hasRedirectedUrl(mine(id) + "/papers");
    assertThat(as(mother).send(removal)).hasRedirectedUrl(mine(id) + "/papers");
    assertThat(dossier(id).attachments()).isEmpty();
    assertThat(as(mother).open(mine(id) + "/papers/" + paper.document().value())).hasStatus(404);
  }

  @Test
  void aWebPageNamedPdfIsRefusedInWordsAndNotAttached() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var page = attach(id, mother, BirthDrafts.PROOF, "chứng sinh.pdf", Files.webPage());

    assertThat(page).hasStatusOk();
    assertThat(text(page))
        .contains("Nội dung tệp không đúng với tên tệp", "href=\"#file-" + BirthDrafts.PROOF);
    assertThat(dossier(id).attachments()).isEmpty();
  }

  @Test
  void theSameFileSentTwiceIsAttachedOnce() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var pdf = Files.pdf();
    attach(id, mother, BirthDrafts.PROOF, "chứng sinh.pdf", pdf);
    assertThat(attach(id, mother, BirthDrafts.PROOF, "chứng sinh.pdf", pdf))
        .hasStatus3xxRedirection();

    assertThat(dossier(id).attachments()).hasSize(1);
  }

  @Test
  void twoClicksInTheSameMomentAttachOnce() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var pdf = Files.pdf();
    AtOnce.both(
        () -> attach(id, mother, BirthDrafts.PROOF, "chứng sinh.pdf", pdf),
        () -> attach(id, mother, BirthDrafts.PROOF, "chứng sinh.pdf", pdf));

    assertThat(dossier(id).attachments()).hasSize(1);
  }

  @Test
  void moreFilesThanThePaperTakesAreRefusedInWords() {
    var mother = births.mother();
    var id = births.complete(mother);
    attach(id, mother, BirthDrafts.MARRIAGE, "trang 1.pdf", Files.pdf());
    attach(id, mother, BirthDrafts.MARRIAGE, "trang 2.png", Files.png());
    var page = attach(id, mother, BirthDrafts.MARRIAGE, "trang 3.jpg", Files.jpeg());

    assertThat(page).hasStatusOk();
    assertThat(text(page)).contains("Giấy tờ này chỉ nhận tối đa 2 tệp");
    assertThat(dossier(id).attachmentsOf(BirthDrafts.MARRIAGE)).hasSize(2);
  }

  @Test
  void aFileAboveTheLimitIsRefusedOnThePageThatAskedForIt() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var page = attach(id, mother, BirthDrafts.PROOF, "ảnh.pdf", new byte[21 * MEGABYTE]);

    assertThat(page).hasStatusOk();
    assertThat(text(page)).contains("Tệp lớn hơn 20 MB");
    assertThat(dossier(id).attachments()).isEmpty();
  }

  @Test
  void thirtyMegabytesAreTurnedAwayWithTheLimit() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var page =
        mvc.post()
            .uri(mine(id) + "/papers")
            .contentType(MediaType.parseMediaType("multipart/form-data; boundary=motcua"))
            .content(new byte[30 * MEGABYTE])
            .with(SignedIn.as(mother))
            .with(csrf())
            .exchange();

    assertThat(page).hasStatus(413);
    assertThat(text(page)).contains("Tệp quá lớn", "tối đa 20 MB");
    assertThat(dossier(id).attachments()).isEmpty();
  }

  @Test
  void aPaperThatTheServiceDoesNotKnowIsNotFound() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    assertThat(attach(id, mother, "diploma", "a.pdf", Files.pdf())).hasStatus(404);
  }

  @Test
  void nothingIsAttachedToWhatIsSubmitted() {
    var mother = births.mother();
    var id = submittedBy(mother);
    var before = dossier(id);
    var paper = before.attachments().getFirst().document().value();

    assertThat(attach(id, mother, BirthDrafts.PROOF, "b.pdf", Files.pdf()))
        .hasRedirectedUrl(mine(id));
    as(mother).send(mine(id) + "/papers/" + paper + "/removal");
    assertThat(dossier(id)).isEqualTo(before);
  }

  private MvcTestResult attach(
      DossierId id, CurrentUser mother, String paper, String name, byte[] content) {
    return as(mother).upload(mine(id) + "/papers", paper, name, content);
  }
}
