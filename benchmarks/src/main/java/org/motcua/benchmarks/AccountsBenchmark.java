package org.motcua.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Accounts: whether a million are as quick to find and to sign in to as a thousand, how many
 * passwords a second are checked, what that does to everybody else's pages, and what it costs to be
 * signed in.
 */
final class AccountsBenchmark {

  private static final int FEW = 1_000;
  private static final int MANY =
      Integer.parseInt(System.getenv().getOrDefault("BENCH_ACCOUNTS", "1000000"));

  /** As many pages a second as leave the machine room to breathe. */
  private static final int PAGES_A_SECOND = 20;

  private static final String PACED_PAGE = "read a page";

  private static final List<String> PAGES = List.of("/", "/procedures?q=khai+sinh", "/track");

  private final URI portal;
  private final DatabaseServer database;
  private final int people;
  private final Duration measured;
  private final Report report;
  private final SignIn signIn;
  private final Supplier<Browser> newBrowser;
  private final AtomicInteger turn = new AtomicInteger();
  private final List<Exception> failures = new ArrayList<>();

  AccountsBenchmark(
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

  boolean run() throws Exception {
    try (var accounts = new LoadedAccounts(database);
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      accounts.growTo(FEW);
      signIns(http, FEW, warmUp());
      var few = measure(http, accounts);
      accounts.growTo(MANY);
      var many = measure(http, accounts);
      compare(few, many, accounts);
      storm(http);
      signedIn();
    }
    return failures.isEmpty();
  }

  private record Measured(int accounts, Load.Result lookUps, Load.Result signIns) {}

  private Measured measure(HttpClient http, LoadedAccounts accounts) throws Exception {
    return new Measured(
        accounts.count(), lookUps(accounts), signIns(http, accounts.count(), measured));
  }

  private Load.Result lookUps(LoadedAccounts accounts)
      throws SQLException, InterruptedException, IOException {
    var lookers = new ArrayList<AccountLookUps>();
    try {
      for (var i = 0; i < people; i++) {
        lookers.add(new AccountLookUps(database, accounts.count(), i));
      }
      return noted(new Load(database, warmUp(), measured).run(lookers));
    } finally {
      for (var looker : lookers) looker.close();
    }
  }

  private Load.Result signIns(HttpClient http, int accounts, Duration howLong)
      throws InterruptedException, IOException {
    return noted(new Load(database, warmUp(), howLong).run(stormOf(http, accounts)));
  }

  private List<PasswordSignIn> stormOf(HttpClient http, int accounts) {
    return IntStream.range(0, people)
        .mapToObj(n -> new PasswordSignIn(http, portal, turn, accounts))
        .toList();
  }

  private void compare(Measured few, Measured many, LoadedAccounts accounts) throws SQLException {
    report.say("");
    report.say("| | %,d accounts | %,d accounts | ratio |", few.accounts(), many.accounts());
    report.say("|---|---:|---:|---:|");
    for (var step : List.of(AccountLookUps.BY_NUMBER, AccountLookUps.BY_ID)) {
      row(step + ", p50 ms", line(few.lookUps(), step).p50(), line(many.lookUps(), step).p50());
      row(step + ", p99 ms", line(few.lookUps(), step).p99(), line(many.lookUps(), step).p99());
    }
    var step = PasswordSignIn.STEP;
    row(
        "passwords checked a second",
        few.signIns().perSecond(step),
        many.signIns().perSecond(step));
    row("the same, p50 ms", line(few.signIns(), step).p50(), line(many.signIns(), step).p50());
    row("the same, p99 ms", line(few.signIns(), step).p99(), line(many.signIns(), step).p99());
    report.say("");
    report.say(
        "A hash costs `%s` (memory in KiB, passes, lanes). **%.1f password sign-ins a second**.",
        accounts.cost(), many.signIns().perSecond(step));
    report.processorTime(many.signIns(), "sign-in up to the code", step);
    report.say("");
    report.say("```");
    try (var lookUps = new AccountLookUps(database, accounts.count(), 0)) {
      lookUps.plans().forEach(plan -> report.say("%s", plan));
    }
    report.say("```");
  }

  private void row(String what, double few, double many) {
    report.say("| %s | %.2f | %.2f | %.2f |", what, few, many, many / few);
  }

  /** Pages at a steady pace, first alone, then while others sign in without a pause. */
  private void storm(HttpClient http) throws InterruptedException, IOException {
    var alone = noted(new Load(database, warmUp(), measured).run(readers(http)));
    var everybody = new ArrayList<Load.Person>(readers(http));
    everybody.addAll(stormOf(http, MANY));
    var during = noted(new Load(database, warmUp(), measured).run(everybody));
    var quiet = line(alone, PACED_PAGE);
    var stormy = line(during, PACED_PAGE);
    report.say("");
    report.say("| %d pages a second | alone | while %d sign in | ratio |", PAGES_A_SECOND, people);
    report.say("|---|---:|---:|---:|");
    row("p50 ms", quiet.p50(), stormy.p50());
    row("p99 ms", quiet.p99(), stormy.p99());
    report.say("");
    report.say(
        "Meanwhile %.1f passwords a second were checked, and %.1f a second turned away.",
        during.perSecond(PasswordSignIn.STEP), during.perSecond(PasswordSignIn.TURNED_AWAY));
  }

  private List<Paced> readers(HttpClient http) {
    var request = HttpRequest.newBuilder(portal.resolve(PAGES.getFirst())).build();
    return Paced.of(
        PACED_PAGE, Collections.nCopies(people, timings -> read(http, request)), PAGES_A_SECOND);
  }

  private static void read(HttpClient http, HttpRequest request) throws Exception {
    var answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(request.uri() + " answered " + answer.statusCode());
    }
  }

  /**
   * The same pages, drawn anew each time, for people the portal knows and for those it does not.
   */
  private void signedIn() throws Exception {
    var strangers = new ArrayList<PageReader>();
    var known = new ArrayList<PageReader>();
    for (var n = 0; n < people; n++) {
      strangers.add(new PageReader(newBrowser.get(), PAGES));
      var browser = newBrowser.get();
      signIn.register(browser, new Citizen(n + 1));
      known.add(new PageReader(browser, PAGES));
    }
    // Whoever is measured first would pay for everything the portal does for the first time.
    noted(new Load(database, warmUp(), warmUp()).run(known));
    var out = noted(new Load(database, warmUp(), measured).run(strangers));
    var in = noted(new Load(database, warmUp(), measured).run(known));
    report.say("");
    report.say("| pages a second | signed out | signed in | ratio |");
    report.say("|---|---:|---:|---:|");
    row("all", total(out), total(in));
    for (var path : PAGES) {
      row(path + ", p50 ms", line(out, path).p50(), line(in, path).p50());
    }
    report.say("");
    report.processorTime(out, "round of pages signed out", PAGES.getFirst());
    report.processorTime(in, "round of pages signed in", PAGES.getFirst());
    failures.forEach(failure -> report.say("- %s", failure));
  }

  private static double total(Load.Result result) {
    return PAGES.stream().mapToDouble(result::perSecond).sum();
  }

  private Load.Result noted(Load.Result result) {
    failures.addAll(result.failures());
    return result;
  }

  private static Timings.Line line(Load.Result result, String step) {
    return result.timings().lines().stream()
        .filter(line -> line.step().equals(step))
        .findFirst()
        .orElse(new Timings.Line(step, 0, Double.NaN, Double.NaN, Double.NaN));
  }

  private Duration warmUp() {
    return measured.dividedBy(2);
  }
}
