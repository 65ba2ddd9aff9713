package org.motcua.benchmarks;

import java.util.Map;

/** Somebody who attaches a file to a draft, and takes it away again. */
final class Uploader implements Load.Person {

  static final String STEP = "attach a file";

  private final Draft draft;
  private final int bytes;

  Uploader(Draft draft, int bytes) {
    this.draft = draft;
    this.bytes = bytes;
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    var papers = draft.browser().open(draft.path() + "/papers");
    var form =
        papers.forms().stream()
            .filter(PageForm::takesFiles)
            .findFirst()
            .orElseThrow(() -> new UnexpectedPage("No paper is asked for", papers));
    var file =
        new Browser.UploadedFile(
            "file", "bo-ho-so.pdf", "application/pdf", SmallPdf.saying(draft.id(), bytes));
    var attached = timings.time(STEP, () -> draft.browser().submit(form, Map.of(), file));
    var removal =
        attached.forms().stream()
            .filter(it -> it.target().getPath().endsWith("/removal"))
            .findFirst()
            .orElseThrow(() -> new UnexpectedPage("Not attached", attached));
    draft.browser().submit(removal, Map.of());
  }
}
