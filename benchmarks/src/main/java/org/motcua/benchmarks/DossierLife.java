package org.motcua.benchmarks;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * One birth registration through its whole life: a mother fills it in and submits it, three
 * officers take it to its decision, the mother fetches the certificate.
 */
record DossierLife(
    Citizen mother, Browser hers, Officer reception, Officer specialist, Officer leader)
    implements Load.Person {

  static final String WHOLE = "whole life";

  private static final Duration RESULT_PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  @Override
  public void doItOnce(Timings timings) throws Exception {
    timings.time(WHOLE, () -> live(timings));
  }

  private String live(Timings timings) throws Exception {
    var draft = timings.time("begin a draft", () -> Draft.begin(hers, BirthDeclaration.SERVICE));
    var dossier = draft.id();
    draft.fillIn(BirthDeclaration.of(mother), timings);
    attachPapers(dossier, timings);
    submit(dossier, timings);

    timings.time("reception: look at the queue", reception::lookAtQueue);
    act("reception: accept", reception, dossier, "acceptance", timings);
    act("specialist: take up", specialist, dossier, "handling", timings);
    act("specialist: prepare", specialist, dossier, "preparation", timings);
    act("leader: approve", leader, dossier, "decision", timings);

    timings.time("wait for the certificate", () -> awaitResult(dossier));
    timings.time("fetch the certificate", () -> fetchResult(dossier));
    return dossier;
  }

  /** One file for each paper that the page has room for. */
  private void attachPapers(String dossier, Timings timings) throws Exception {
    var path = "/my/dossiers/" + dossier + "/papers";
    var page = hers.open(path);
    var done = new HashSet<String>();
    while (true) {
      var form =
          page.forms().stream()
              .filter(PageForm::takesFiles)
              .filter(it -> !done.contains(it.valueOf("paper")))
              .findFirst();
      if (form.isEmpty()) return;
      var paper = form.get().valueOf("paper");
      done.add(paper);
      var file =
          new Browser.UploadedFile(
              "file", paper + ".pdf", "application/pdf", SmallPdf.saying(paper + " " + dossier));
      page = timings.time("attach a paper", () -> hers.submit(form.get(), Map.of(), file));
    }
  }

  private void submit(String dossier, Timings timings) throws Exception {
    var here = "/my/dossiers/" + dossier;
    var review = timings.time("review", () -> hers.open(here + "/review"));
    var after =
        timings.time(
            "submit",
            () -> hers.submit(review.formTo(here + "/submission"), Map.of("declared", "true")));
    if (!"submitted".equals(after.address().getQuery())) {
      throw new UnexpectedPage("Not submitted", after);
    }
  }

  private static void act(String step, Officer officer, String dossier, String act, Timings timings)
      throws Exception {
    timings.time(
        step,
        () -> {
          officer.act(dossier, act, Map.of("verdict", "approve"));
          return dossier;
        });
  }

  /** Signing is a job of its own: the mother looks at her dossier until the download is there. */
  private WebPage awaitResult(String dossier) throws InterruptedException, TimeoutException {
    var here = "/my/dossiers/" + dossier;
    return Waiting.until(
        RESULT_PATIENCE,
        BETWEEN_LOOKS,
        "certificate of " + dossier,
        () -> Optional.of(hers.open(here)).filter(page -> page.hasLinkTo(here + "/result.pdf")));
  }

  private byte[] fetchResult(String dossier) {
    var pdf = hers.download("/my/dossiers/" + dossier + "/result.pdf");
    if (pdf.length > 4 && pdf[0] == '%' && pdf[1] == 'P' && pdf[2] == 'D' && pdf[3] == 'F') {
      return pdf;
    }
    throw new IllegalStateException("The certificate of " + dossier + " is not a PDF");
  }
}
