package org.motcua.dossiers.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;
import static org.motcua.testing.FormToken.csrf;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Files;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A picture that is an answer, beside one that is typed. */
class AnswerFilesTests extends DossiersTest {

  @Autowired Documents documents;

  private CurrentUser mother;
  private DossierId id;
  private String page;

  @BeforeEach
  void beginADraft() {
    mother = births.mother();
    id = begin(mother, "all-questions");
    page = mine(id) + "/pages/pictures";
  }

  @Test
  void aFileGoesWithItsPageAndIsOpenedFromTheReview() {
    assertThat(send("gạo.pdf", Files.pdf(20_000), "Gạo"))
        .hasRedirectedUrl(mine(id) + "/pages/household");
    var document = documentOf();
    assertThat(text(as(mother).open(page))).contains("Đã gửi: gạo.pdf", "multipart/form-data");
    assertThat(text(as(mother).open(mine(id) + "/review")))
        .contains("/papers/" + document.value(), "gạo.pdf");
    assertThat(as(mother).open(mine(id) + "/papers/" + document.value())).hasStatusOk();
    assertThat(as(births.mother()).open(mine(id) + "/papers/" + document.value())).hasStatus(404);
  }

  @Test
  void anotherFileTakesItsPlaceAndNoFileLeavesIt() {
    send("một.pdf", Files.pdf(20_000), "Gạo");
    var first = documentOf();
    send("hai.pdf", Files.pdf(30_000), "Gạo");
    assertThat(documentOf()).isNotEqualTo(first);
    assertThat(documents.find(first)).isEmpty();
    assertThat(dossier(id).attachments()).hasSize(1);

    assertThat(as(mother).send(page, "caption", "Cá")).hasStatus3xxRedirection();
    assertThat(dossier(id).answers().text("caption")).contains("Cá");
    assertThat(dossier(id).attachments()).hasSize(1);
  }

  @Test
  void aFileThatIsNotTakenIsToldWithWhatElseIsWrongAndWhatWasTypedStays() {
    var answer = send("máy.exe", "MZ\u0090 not a paper".getBytes(), "");
    assertThat(answer).hasStatusOk();
    assertThat(text(answer)).contains("Hãy nhập chú thích").doesNotContain("Hãy gửi tệp");
    assertThat(dossier(id).attachments()).isEmpty();

    var missing = as(mother).send(page, "caption", "Cá");
    assertThat(text(missing)).contains("Hãy gửi tệp: ảnh lô hàng", "value=\"Cá\"");
  }

  @Test
  void aFileIsTakenAwayOnce() {
    send("một.pdf", Files.pdf(20_000), "Gạo");
    var document = documentOf();
    for (var twice = 0; twice < 2; twice++) {
      assertThat(as(mother).send(page, "_remove", "photo/file", "caption", "Gạo"))
          .hasRedirectedUrl(page + "#photo");
    }
    assertThat(dossier(id).answers().has("photo")).isFalse();
    assertThat(dossier(id).attachments()).isEmpty();
    assertThat(documents.find(document)).isEmpty();
  }

  private DocumentId documentOf() {
    var answer = dossier(id).answers().document("photo").orElseThrow();
    return new DocumentId(UUID.fromString(answer));
  }

  private MvcTestResult send(String name, byte[] content, String caption) {
    return mvc.post()
        .uri(page)
        .multipart()
        .file(new MockMultipartFile("photo", name, "application/pdf", content))
        .param("caption", caption)
        .with(SignedIn.as(mother))
        .with(csrf())
        .exchange();
  }
}
