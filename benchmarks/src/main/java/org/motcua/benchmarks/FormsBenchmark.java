package org.motcua.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Filling in: how quickly pages of a form open at a steady pace, how much typing is kept a second,
 * whether a table of many rows is slower than one of few, and what a large upload costs in memory.
 */
final class FormsBenchmark {

  private static final int FIRST_PERSON = 3_001;
  private static final int PACE = 300;
  private static final String PACED_PAGE = "open a page of the form, %d a second".formatted(PACE);
  private static final int FEW_ROWS = 3;
  private static final int MANY_ROWS = 100;
  private static final int SMALL_FILE = 20_000;
  private static final int LARGE_FILE = 20 * 1_000_000;
  private static final int UPLOADERS = 4;

  private static final Pattern PAGE =
      Pattern.compile("href=\"(/my/dossiers/[0-9a-f-]{36}/pages/[^\"?]+)");

  private final URI portal;
  private final DatabaseServer database;
  private final int people;
  private final Duration measured;
  private final Report report;
  private final SignIn signIn;
  private final Supplier<Browser> newBrowser;
  private final List<Applicant> applicants = new ArrayList<>();

  FormsBenchmark(
      URI portal,
      DatabaseServer database,
      int people,
      Duration measured,
      Report report,
      SignIn signIn,
      Supplier<Browser> newBrowser) {
    this.portal = portal;
    this.database = database;
    this.people = people;
    this.measured = measured;
    this.report = report;
    this.signIn = signIn;
    this.newBrowser = newBrowser;
  }

  /**
   * @param draft a birth registration that is filled in
   */
  private record Applicant(Browser browser, KeptConnection connection, Draft draft) {}

  /** Ends at the first measurement in which something went wrong. */
  boolean run(double plainCommits) throws Exception {
    try {
      for (var n = 0; n < people; n++) applicants.add(applicant(n));
      return pages() && typing(plainCommits) && tables() && uploads();
    } finally {
      for (var applicant : applicants) applicant.connection().close();
    }
  }

  private Applicant applicant(int n) throws Exception {
    var browser = newBrowser.get();
    var citizen = new Citizen(FIRST_PERSON + n);
    signIn.register(browser, citizen);
    var draft = Draft.begin(browser, BirthDeclaration.SERVICE);
    draft.fillIn(BirthDeclaration.of(citizen), new Timings());
    return new Applicant(browser, new KeptConnection(portal), draft);
  }

  private boolean pages() throws Exception {
    var openers =
        applicants.stream()
            .map(it -> new PageOpener(it.connection(), it.browser().cookies(), pagesOf(it.draft())))
            .toList();
    load(openers); // what is done for the first times costs more
    var paced = load(Paced.of(PACED_PAGE, openers, PACE));
    report.table(paced);
    var all = load(openers);
    report.table(all);
    report.say("**%.0f pages a second** at most.", all.perSecond(PageOpener.STEP));
    report.processorTime(all, "page of a form", PageOpener.STEP);
    report.failures(paced);
    report.failures(all);
    return paced.failures().isEmpty() && all.failures().isEmpty();
  }

  private static List<String> pagesOf(Draft draft) {
    var overview = draft.browser().open(draft.path());
    return PAGE.matcher(overview.html()).results().map(it -> it.group(1)).distinct().toList();
  }

  private boolean typing(double plainCommits) throws Exception {
    var typists =
        applicants.stream()
            .map(
                it -> {
                  var page = it.browser().open(it.draft().path() + "/pages/child");
                  var form = page.formTo(page.address().getPath());
                  return new Typist(
                      it.connection(), it.browser().cookies(), form, "child.givenName");
                })
            .toList();
    var all = load(typists);
    report.table(all);
    var perSecond = all.perSecond(Typist.STEP);
    report.say(
        "**%.0f times a second** what is typed is kept. Plain commits: %.0f a second, %.2f of each"
            + " other.",
        perSecond, plainCommits, perSecond / plainCommits);
    report.processorTime(all, "keeping", Typist.STEP);
    report.failures(all);
    return all.failures().isEmpty();
  }

  private boolean tables() throws Exception {
    var fillers = new ArrayList<TableFiller>();
    for (var applicant : applicants) {
      fillers.add(
          new TableFiller(
              TableFiller.Table.begin(applicant.browser(), FEW_ROWS),
              TableFiller.Table.begin(applicant.browser(), MANY_ROWS)));
    }
    var all = load(fillers);
    report.table(all);
    for (var what : List.of(TableFiller.OPEN, TableFiller.OPEN_ROW, TableFiller.SAVE_ROW)) {
      var few = line(all, what, FEW_ROWS);
      var many = line(all, what, MANY_ROWS);
      report.say(
          "%s: with %d rows %.2f times as long as with %d (p50), %.2f times (p99).",
          what, MANY_ROWS, many.p50() / few.p50(), FEW_ROWS, many.p99() / few.p99());
    }
    report.failures(all);
    return all.failures().isEmpty();
  }

  private static Timings.Line line(Load.Result all, String what, int rows) {
    var step = "%s, %d rows".formatted(what, rows);
    return all.timings().lines().stream()
        .filter(line -> line.step().equals(step))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Never done: " + step));
  }

  private boolean uploads() throws Exception {
    report.say("");
    report.say("| %d at once | files | a second | p50 ms | most memory, MB |", UPLOADERS);
    report.say("|---|---:|---:|---:|---:|");
    var small = upload(SMALL_FILE);
    var large = upload(LARGE_FILE);
    report.say("");
    report.say(
        "The portal held %.2f times as much memory at most while the large ones came.",
        (double) large.peak() / small.peak());
    report.failures(small.all());
    report.failures(large.all());
    return small.all().failures().isEmpty() && large.all().failures().isEmpty();
  }

  /**
   * @param peak the most memory, in MB, that the portal held
   */
  private record Uploads(Load.Result all, long peak) {}

  private Uploads upload(int bytes) throws Exception {
    var uploaders =
        applicants.stream().limit(UPLOADERS).map(it -> new Uploader(it.draft(), bytes)).toList();
    ResidentMemory.forgetPeakOf(database.portal());
    var all = load(uploaders);
    var peak = ResidentMemory.peakMegabytesOf(database.portal());
    for (var line : all.timings().lines()) {
      report.say(
          "| of %.2f MB | %d | %.1f | %.1f | %d |",
          bytes / 1e6, line.count(), line.count() / all.seconds(), line.p50(), peak);
    }
    return new Uploads(all, peak);
  }

  private Load.Result load(List<? extends Load.Person> everybody) throws Exception {
    return new Load(database, measured.dividedBy(2), measured).run(everybody);
  }
}
