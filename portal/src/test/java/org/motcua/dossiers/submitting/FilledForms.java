package org.motcua.dossiers.submitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;
import static org.motcua.testing.FormToken.csrf;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.motcua.documents.Files;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.FileKind;
import org.motcua.eservices.FilledExample;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.Paper;
import org.motcua.forms.FormPage;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.forms.TestForms;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.Clicks;
import org.motcua.testing.SignedIn;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Fills in a draft as its applicant does, page by page, and attaches its papers. */
public class FilledForms {

  private static final Pattern ROW =
      Pattern.compile("action=\"(/my/dossiers/[^\"]+/rows/[^\"]+)\"");

  private final MockMvcTester mvc;
  private final DossierStore dossiers;

  public FilledForms(MockMvcTester mvc, DossierStore dossiers) {
    this.mvc = mvc;
    this.dossiers = dossiers;
  }

  public void fillIn(
      DossierId id, OnlineService service, FilledExample example, CurrentUser applicant) {
    var page = Optional.of(service.form().firstPage());
    while (page.isPresent()) {
      var here = "/my/dossiers/" + id + "/pages/" + page.get().id();
      assertThat(Clicks.of(applicant, mvc).open(here)).hasStatusOk();
      addRows(here, page.get(), example, applicant);
      send(here, page.get(), example, applicant);
      page =
          service
              .form()
              .nextPage(page.get(), dossiers.find(id).orElseThrow().answers(), example.today());
    }
    attachPapers(id, service, example, applicant);
  }

  private void addRows(String here, FormPage page, FilledExample example, CurrentUser applicant) {
    for (var question : page.questions()) {
      if (!(question.type() instanceof QuestionType.Table table)) continue;
      for (var row : example.answers().rows(question.id())) {
        var empty = text(Clicks.of(applicant, mvc).open(here + "/rows/" + question.id() + "/new"));
        var address = ROW.matcher(empty);
        assertThat(address.find()).as(empty).isTrue();
        // A condition of a row that looks at its other answers is asked about in a second round.
        var typed = TestForms.typed(table.rows().firstPage(), row.answers());
        Clicks.of(applicant, mvc).send(address.group(1), typed);
        Clicks.of(applicant, mvc).send(address.group(1), typed);
      }
    }
  }

  private void send(String here, FormPage page, FilledExample example, CurrentUser applicant) {
    var typed = TestForms.typed(page, example.answers());
    // So is one of the page.
    Clicks.of(applicant, mvc).send(here, typed);
    var request = mvc.post().uri(here).multipart();
    for (var question : page.questions()) {
      if (isAnsweredByFile(question, example)) {
        request =
            request.file(
                new MockMultipartFile(
                    question.id(), question.id() + ".pdf", "application/pdf", Files.pdf()));
      }
    }
    request.params(typed).with(SignedIn.as(applicant)).with(csrf()).exchange();
  }

  private static boolean isAnsweredByFile(Question question, FilledExample example) {
    return question.type() instanceof QuestionType.File && example.answers().has(question.id());
  }

  private void attachPapers(
      DossierId id, OnlineService service, FilledExample example, CurrentUser applicant) {
    for (var paper : papersOf(id, service, example)) {
      var file = fileFor(paper);
      var sent =
          Clicks.of(applicant, mvc)
              .upload("/my/dossiers/" + id + "/papers", paper.id(), paper.id(), file);
      assertThat(sent).hasRedirectedUrl("/my/dossiers/" + id + "/papers#" + paper.id());
    }
  }

  private List<Paper> papersOf(DossierId id, OnlineService service, FilledExample example) {
    var answers = dossiers.find(id).orElseThrow().answers();
    return service.papersIn(service.form().situation(answers, example.today()));
  }

  private static byte[] fileFor(Paper paper) {
    if (paper.accepts().contains(FileKind.PDF)) return Files.pdf();
    return paper.accepts().contains(FileKind.JPEG) ? Files.jpeg() : Files.png();
  }
}
