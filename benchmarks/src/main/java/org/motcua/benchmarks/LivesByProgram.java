package org.motcua.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Whole lives of dossiers through the interface for programs, beside plain transactions of the same
 * number and sizes; then the same, and what people look at most, with more and more dossiers there.
 */
final class LivesByProgram {

  private static final String TRACKED = "track, from when it was due";

  private static final int TRACKED_A_SECOND = 200;

  private static final int FIRST_PERSON = 5_001;

  /** Until then the compiler takes a third of what the portal takes. */
  private static final Duration WARM_UP = Duration.ofSeconds(120);

  private static final int[] SIZES =
      Arrays.stream(System.getenv().getOrDefault("BENCH_DOSSIERS", "0 10000").split(" "))
          .mapToInt(Integer::parseInt)
          .toArray();

  private final URI portal;
  private final DatabaseServer database;
  private final int people;
  private final Duration measured;
  private final Report report;
  private final SignIn signIn;
  private final Supplier<Browser> newBrowser;
  private final Callable<KeptConnection> newAddress;
  private final List<User> users = new ArrayList<>();

  LivesByProgram(
      URI portal,
      DatabaseServer database,
      int people,
      Duration measured,
      Report report,
      SignIn signIn,
      Supplier<Browser> newBrowser,
      Callable<KeptConnection> newAddress) {
    this.portal = portal;
    this.database = database;
    this.people = people;
    this.measured = measured;
    this.report = report;
    this.signIn = signIn;
    this.newBrowser = newBrowser;
    this.newAddress = newAddress;
  }

  /** Somebody for whom the program files. */
  private static final class User {
    final Citizen citizen;
    final KeptConnection connection;
    String refreshToken;

    User(Citizen citizen, KeptConnection connection, String refreshToken) {
      this.citizen = citizen;
      this.connection = connection;
      this.refreshToken = refreshToken;
    }

    String freshToken() throws Exception {
      var tokens = FilingProgram.refresh(connection, refreshToken);
      refreshToken = tokens.member("refresh_token");
      return tokens.member("access_token");
    }
  }

  private record Measured(
      int dossiers, Load.Result lives, Load.Result tracking, Load.Result queue) {}

  boolean run() throws Exception {
    for (var n = 0; n < people; n++) users.add(user(n));
    try (var loaded = new LoadedDossiers(database)) {
      // What fails when it is done for the first times is not worth measuring.
      if (!isGood(lives(WARM_UP))) return false;
      var all = new ArrayList<Measured>();
      for (var size : SIZES) {
        if (size > 0) loaded.growTo(size);
        if (all.isEmpty()) besidePlainOnes();
        all.add(measure(loaded));
      }
      compare(all);
      return all.stream()
          .allMatch(it -> isGood(it.lives()) && isGood(it.tracking()) && isGood(it.queue()));
    } finally {
      for (var user : users) user.connection.close();
    }
  }

  private User user(int n) throws Exception {
    var browser = newBrowser.get();
    var citizen = new Citizen(FIRST_PERSON + n);
    signIn.register(browser, citizen);
    browser.submit(
        browser.open(FilingProgram.authorize()).formTo("/agreement").withAllTicked(), Map.of());
    var connection = new KeptConnection(portal);
    var tokens = FilingProgram.exchange(connection, browser.leave(FilingProgram.authorize()));
    return new User(citizen, connection, tokens.member("refresh_token"));
  }

  private Load.Result lives(Duration length) throws Exception {
    var agencyToken = FilingProgram.agencyToken(users.getFirst().connection);
    var lives = new ArrayList<FiledLife>();
    for (var user : users) {
      lives.add(
          new FiledLife(
              user.connection,
              user.freshToken(),
              agencyToken,
              BirthDeclaration.asSentByProgram(user.citizen)));
    }
    var all = new Load(database, length.dividedBy(4), length).run(lives);
    report.failures(all);
    return all;
  }

  /** By turns, so that both have the same of what else goes on. */
  private void besidePlainOnes() throws Exception {
    var rowsBefore = RowsWritten.soFar(database);
    var lives = lives(measured);
    report.table(lives);
    report.processorTime(lives, "life", FiledLife.WHOLE);
    var lived = lives.timings().countOfAll(FiledLife.WHOLE);
    var writes = RowsWritten.soFar(database).perLifeSince(rowsBefore, lived);
    try (var plain = new PlainLives(database)) {
      var load = new Load(database, measured.dividedBy(4), measured);
      var plainLives = plain.run(load, people, writes, FiledLife.CALLS);
      var perSecond = lives.perSecond(FiledLife.WHOLE);
      var plainPerSecond = plainLives.perSecond(PlainLives.STEP);
      report.say(
          "**%.0f lives a second**; plain transactions of the same number (%d) with as many rows"
              + " (%d) of the same sizes (%d bytes) %.0f a second: **%.0f %%** of those.",
          perSecond,
          FiledLife.CALLS,
          writes.size(),
          writes.stream().mapToInt(RowsWritten.Write::bytes).sum(),
          plainPerSecond,
          100 * perSecond / plainPerSecond);
    }
  }

  private Measured measure(LoadedDossiers loaded) throws Exception {
    var lives = lives(measured);
    return new Measured(loaded.count(), lives, tracking(loaded), queue());
  }

  /** Nobody asks while none are there. */
  private Load.Result tracking(LoadedDossiers loaded) throws Exception {
    var trackers = new ArrayList<Load.Person>();
    if (loaded.count() == 0) return load(trackers);
    for (var n = 0; n < people; n++) trackers.add(new Tracker(newAddress, loaded, new Random(n)));
    return load(Paced.of(TRACKED, trackers, TRACKED_A_SECOND));
  }

  private Load.Result queue() throws Exception {
    var agency =
        "Authorization: Bearer " + FilingProgram.agencyToken(users.getFirst().connection) + "\r\n";
    var officers = new ArrayList<Load.Person>();
    for (var user : users) {
      officers.add(
          timings ->
              timings.time(
                  Tracker.QUEUE,
                  () -> user.connection.get("/api/desk/dossiers?limit=50", agency).good()));
    }
    return load(officers);
  }

  private Load.Result load(List<? extends Load.Person> everybody) throws Exception {
    var all = new Load(database, measured.dividedBy(4), measured.dividedBy(2)).run(everybody);
    report.failures(all);
    return all;
  }

  private void compare(List<Measured> all) {
    report.say("");
    report.say(
        "| dossiers there | lives a second | submit p99 ms | tracking p99 ms | queue p99 ms |");
    report.say("|---:|---:|---:|---:|---:|");
    for (var each : all) {
      report.say(
          "| %,d | %.0f | %s | %s | %s |",
          each.dossiers(),
          each.lives().perSecond(FiledLife.WHOLE),
          p99(each.lives(), FiledLife.SUBMIT),
          p99(each.tracking(), Tracker.STEP),
          p99(each.queue(), Tracker.QUEUE));
    }
    report.say("");
    report.say(
        "With %,d dossiers %.2f of the lives with none.",
        all.getLast().dossiers(),
        all.getLast().lives().perSecond(FiledLife.WHOLE)
            / all.getFirst().lives().perSecond(FiledLife.WHOLE));
  }

  /** Where there are no dossiers nobody can be asked about one. */
  private static String p99(Load.Result result, String step) {
    var p99 = result.line(step).p99();
    return Double.isNaN(p99) ? "–" : String.format(Locale.ROOT, "%.1f", p99);
  }

  private static boolean isGood(Load.Result result) {
    return result.failures().isEmpty();
  }
}
