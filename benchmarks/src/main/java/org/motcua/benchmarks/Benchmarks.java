package org.motcua.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs the load programs against a portal that {@code bin/bench} has started, one after the other,
 * and prints what they measured beside the plain commits of the same run.
 *
 * <p>Arguments: the portal's address, the outside simulator's, the data folder, the number of
 * virtual people, the seconds to measure, and which programs: {@code lives}, {@code search}, {@code
 * import}, {@code pages}, {@code accounts}, {@code sign-on}, {@code forms}, {@code filing}.
 */
public final class Benchmarks {

  private static final int ARGUMENTS = 5;

  private final URI portal;
  private final URI outside;
  private final Path data;
  private final DatabaseServer database;
  private final int people;
  private final Duration warmUp;
  private final Duration measured;
  private final Report report =
      new Report(new PrintStream(System.out, true, StandardCharsets.UTF_8));
  private final List<Browser> browsers = new ArrayList<>();
  private int addresses;

  private Benchmarks(URI portal, URI outside, Path data, int people, Duration measured)
      throws IOException {
    this.portal = portal;
    this.outside = outside;
    this.data = data;
    this.database = DatabaseServer.in(data);
    this.people = people;
    this.measured = measured;
    this.warmUp = measured.dividedBy(2);
  }

  public static void main(String[] arguments) throws Exception {
    var benchmarks =
        new Benchmarks(
            URI.create(arguments[0]),
            URI.create(arguments[1]),
            Path.of(arguments[2]),
            Integer.parseInt(arguments[3]),
            Duration.ofSeconds(Long.parseLong(arguments[4])));
    var programs = List.of(arguments).subList(ARGUMENTS, arguments.length);
    System.exit(benchmarks.run(programs) ? 0 : 1);
  }

  private boolean run(List<String> programs) throws Exception {
    report.say("%s", Machine.here(database));
    var good = true;
    for (var program : programs) {
      good &=
          switch (program) {
            case "lives" -> lives();
            case "search" -> search();
            case "import" -> imports();
            case "pages" -> pages();
            case "accounts" -> accounts();
            case "sign-on" -> signOn();
            case "forms" -> forms();
            case "filing" -> filing();
            case "payments" -> payments();
            default -> throw new IllegalArgumentException("No such benchmark: " + program);
          };
      browsers.forEach(Browser::close);
      browsers.clear();
    }
    return good;
  }

  private boolean lives() throws Exception {
    title("Lives");
    var commits = plainCommits();
    var lives = signedInLives();
    var commitsBefore = database.commits();
    var journalBefore = database.journal();
    var all = new Load(database, warmUp, measured).run(lives);
    report.table(all);
    report.failures(all);
    var perSecond = all.perSecond(DossierLife.WHOLE);
    if (perSecond == 0) {
      report.say("No life came to its end while it was measured: give it more seconds.");
      return false;
    }
    report.say(
        "**%.2f lives a second** (%.0f an hour). Plain commits: %.0f a second. In the time of one"
            + " life, %.0f plain commits.",
        perSecond, perSecond * 3600, commits, commits / perSecond);
    report.processorTime(all, "life", DossierLife.WHOLE);
    shares(all, database.commits() - commitsBefore, database.journal() - journalBefore);
    return all.failures().isEmpty();
  }

  /** What the database was asked to do for one life, warm-up included in both. */
  private void shares(Load.Result all, long transactions, long journal) {
    var lived = Math.max(1, all.timings().countOfAll(DossierLife.WHOLE));
    report.say(
        "One life is %d transactions in the database (reading ones included) and %d KB of its"
            + " journal.",
        transactions / lived, journal / 1024 / lived);
  }

  private List<DossierLife> signedInLives() throws Exception {
    var signIn = new SignIn(new Phones(outside));
    var reception = officer(signIn, Officer.Account.RECEPTION);
    var specialist = officer(signIn, Officer.Account.SPECIALIST);
    var leader = officer(signIn, Officer.Account.LEADER);
    var lives = new ArrayList<DossierLife>();
    for (var serial = 1; serial <= people; serial++) {
      var citizen = new Citizen(serial);
      var browser = newBrowser();
      signIn.register(browser, citizen);
      lives.add(new DossierLife(citizen, browser, reception, specialist, leader));
    }
    report.say("%d mothers have registered, three officers have signed in.", people);
    return lives;
  }

  private Officer officer(SignIn signIn, Officer.Account account) throws Exception {
    var browser = newBrowser();
    signIn.signIn(browser, account);
    return new Officer(browser);
  }

  private boolean search() throws Exception {
    title("Search");
    var commits = plainCommits();
    var searchers =
        IntStream.range(0, people).mapToObj(n -> new Searcher(newBrowser(), n)).toList();
    var all = new Load(database, warmUp, measured).run(searchers);
    report.table(all);
    var perSecond = all.perSecond(Searcher.STEP);
    report.say(
        "**%.0f searches a second**. Plain commits: %.0f a second. In the time of one search, %.1f"
            + " plain commits.",
        perSecond, commits, commits / perSecond);
    report.processorTime(all, "search", Searcher.STEP);
    report.failures(all);
    return all.failures().isEmpty();
  }

  /** BENCH_COUNT procedures varied from the lines of BENCH_ENTRIES, or from the shipped ones. */
  private boolean imports() throws Exception {
    var count = Integer.parseInt(System.getenv().getOrDefault("BENCH_COUNT", "10000"));
    var given = System.getenv("BENCH_ENTRIES");
    var importer = new Importer(portal);
    var file =
        new NationalFile(
            given == null || given.isEmpty()
                ? importer.export()
                : Files.readAllLines(Path.of(given)));
    report.say("");
    report.say("## Import: %d procedures", count);
    var commits = plainCommits();
    report.say("");
    report.say("| file | MB | received s | taken in s | procedures a second | outcome |");
    report.say("|---|---:|---:|---:|---:|---|");
    var fresh = taken("new", importer, file.write(count, 0));
    taken("the same again", importer, file.write(count, 0));
    taken("every tenth changed", importer, file.write(count, 10));
    report.say("");
    report.say(
        "**%.0f new procedures a second**. Plain commits: %.0f a second. In the time of one"
            + " procedure, %.1f plain commits.",
        count / fresh.seconds(), commits, commits * fresh.seconds() / count);
    return fresh.counts().path("refused").asInt() == 0;
  }

  private Importer.Taken taken(String what, Importer importer, Path file) throws Exception {
    try {
      var taken = importer.send(file);
      var counts = taken.counts();
      report.say(
          "| %s | %.0f | %.1f | %.1f | %.0f | %s |",
          what,
          Files.size(file) / 1e6,
          taken.received(),
          taken.seconds(),
          counts.path("lines").asInt() / taken.seconds(),
          counts);
      return taken;
    } finally {
      Files.delete(file);
    }
  }

  private boolean pages() throws Exception {
    title("Pages");
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var paths = Reader.procedures(http, portal);
      var file =
          new Load(database, warmUp, measured)
              .run(Collections.nCopies(people, new StaticFile(http, portal)));
      var readers =
          IntStream.range(0, people).mapToObj(n -> new Reader(http, portal, paths, n)).toList();
      var all = new Load(database, warmUp, measured).run(readers);
      report.table(all);
      var perSecond = all.perSecond(Reader.PAGE) + all.perSecond(Reader.UNCHANGED);
      report.say(
          "**%.0f pages a second** of %d procedures, a quarter of them unchanged; static files:"
              + " %.0f a second, so a page costs %.2f static files. The portal holds %d MB of"
              + " memory.",
          perSecond,
          paths.size(),
          file.perSecond(StaticFile.STEP),
          file.perSecond(StaticFile.STEP) / perSecond,
          ResidentMemory.megabytesOf(database.portal()));
      report.processorTime(all, "page", Reader.PAGE);
      report.failures(all);
      return all.failures().isEmpty();
    }
  }

  private boolean accounts() throws Exception {
    title("Accounts");
    var signIn = new SignIn(new Phones(outside));
    return new AccountsBenchmark(
            portal, database, people, measured, report, signIn, this::newBrowser)
        .run();
  }

  private boolean signOn() throws Exception {
    title("Sign-on");
    report.say("Plain commits: %.0f a second.", plainCommits());
    var signIn = new SignIn(new Phones(outside));
    return new SignOnBenchmark(portal, database, people, measured, report, signIn, this::newBrowser)
        .run();
  }

  private boolean forms() throws Exception {
    title("Forms");
    var signIn = new SignIn(new Phones(outside));
    return new FormsBenchmark(portal, database, people, measured, report, signIn, this::newBrowser)
        .run(plainCommits());
  }

  private boolean filing() throws Exception {
    title("Lives by program");
    var signIn = new SignIn(new Phones(outside));
    return new LivesByProgram(
            portal,
            database,
            people,
            measured,
            report,
            signIn,
            this::newBrowser,
            () -> new KeptConnection(portal, newAddress()))
        .run();
  }

  private boolean payments() throws Exception {
    title("Payments");
    var signIn = new SignIn(new Phones(outside));
    return new PaymentsBenchmark(
            portal, outside, data, database, people, measured, report, signIn, this::newBrowser)
        .run();
  }

  private double plainCommits() throws Exception {
    try (var plain = new PlainCommits(database)) {
      return plain.run(people).perSecond(PlainCommits.STEP);
    }
  }

  private void title(String name) {
    report.say("");
    report.say(
        "## %s: %d people, %d s after %d s of warm-up",
        name, people, measured.toSeconds(), warmUp.toSeconds());
  }

  /** Virtual people ask for one from their own threads, too. */
  private synchronized Browser newBrowser() {
    var browser = new Browser(portal, newAddress());
    browsers.add(browser);
    return browser;
  }

  /** Another one of the loopback network each time: 127.0.1.1, 127.0.1.2 … */
  private synchronized InetAddress newAddress() {
    addresses++;
    try {
      return InetAddress.getByAddress(
          new byte[] {127, 0, (byte) (1 + addresses / 250), (byte) (1 + addresses % 250)});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    }
  }
}
