package org.motcua.benchmarks;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The single sign-on: how many tokens programs can fetch a second, how many people can be signed in
 * at an agency's portal and refreshed there, whether a million live sign-ons make it slower than a
 * thousand, and whether anybody notices when dead ones are cleared away.
 */
final class SignOnBenchmark {

  private static final int FEW = 1_000;
  private static final int MANY =
      Integer.parseInt(System.getenv().getOrDefault("BENCH_SIGN_ONS", "1000000"));
  private static final int DEAD = 100_000;

  /** How many people's tokens each of the agency's connections refreshes in turn. */
  private static final int HELD_BY_EACH = 250;

  /** The numbers before are other benchmarks' people. */
  private static final int FIRST_PERSON = 1_001;

  /** Far from all that it can: what a program waits for then is the portal, not its neighbours. */
  private static final int PACE = 2_000;

  private static final String PACED_TOKEN = "the same, %,d a second".formatted(PACE);
  private static final String WHILE_CLEARING = "refresh, while dead ones are cleared away";

  private final URI portal;
  private final DatabaseServer database;
  private final int people;
  private final Duration measured;
  private final Report report;
  private final SignIn signIn;
  private final Supplier<Browser> newBrowser;
  private final AgencySystem agency = AgencySystem.ofDemo();
  private final List<KeptConnection> connections = new ArrayList<>();
  private final List<Visitor> visitors = new ArrayList<>();

  SignOnBenchmark(
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
   * Somebody signed in at the portal.
   *
   * @param cookies of the browser
   * @param held refresh tokens of this person's sign-ons at the agency
   */
  private record Visitor(KeptConnection portal, String cookies, Collection<String> held) {}

  /**
   * Ends at the first measurement in which something went wrong: the next would be worth nothing.
   */
  boolean run() throws Exception {
    try (var signOns = new LoadedSignOns(database)) {
      for (var n = 0; n < people; n++) connections.add(new KeptConnection(portal));
      tokens();
      signOns.growTo(FEW);
      for (var n = 0; n < people; n++) visitors.add(visitor(n));
      warmUp(signOns);
      var few = measure(signOns);
      signOns.growTo(MANY);
      var many = measure(signOns);
      compare(few, many);
      clearing(signOns);
      return plans(signOns);
    } catch (Failed measurement) {
      report.failures(measurement.result);
      return false;
    } finally {
      for (var connection : connections) connection.close();
    }
  }

  private void tokens() throws Exception {
    var programs = connections.stream().map(it -> new TokenRequest(it, agency)).toList();
    load(programs); // what is done for the first times costs more
    var all = load(programs);
    report.table(all);
    report.say("**%.0f tokens a second**.", all.perSecond(TokenRequest.STEP));
    report.processorTime(all, "token", TokenRequest.STEP);
    report.table(load(Paced.of(PACED_TOKEN, programs, PACE)));
  }

  /** Registers, opens the agency's portal, agrees; then, as often as need be, opens it again. */
  private Visitor visitor(int n) throws Exception {
    var browser = newBrowser.get();
    signIn.register(browser, new Citizen(FIRST_PERSON + n));
    browser.submit(
        browser.open(agency.authorize("first")).formTo("/agreement"), Map.of()); // as it is offered
    agency.code(browser.leave(agency.authorize("again")).toString(), "again");
    var connection = connections.get(n);
    var again = new CodeSignIn(connection, agency, browser.cookies(), false);
    var held = new ArrayList<String>();
    var uncounted = new Timings();
    for (var i = 0; i < HELD_BY_EACH; i++) {
      held.add(again.signIn(uncounted).member("refresh_token"));
    }
    return new Visitor(connection, browser.cookies(), held);
  }

  private record Measured(
      int signOns,
      Load.Result signIns,
      Load.Result askingWho,
      Load.Result refreshes,
      Load.Result statements) {}

  private void warmUp(LoadedSignOns signOns) throws Exception {
    signIns(true);
    refreshes();
    statements(signOns);
  }

  private Measured measure(LoadedSignOns signOns) throws Exception {
    return new Measured(
        signOns.live(), signIns(false), signIns(true), refreshes(), statements(signOns));
  }

  private Load.Result signIns(boolean askingWho) throws Exception {
    return load(
        visitors.stream()
            .map(it -> new CodeSignIn(it.portal(), agency, it.cookies(), askingWho))
            .toList());
  }

  private Load.Result refreshes() throws Exception {
    var agencies = agencies(() -> Refreshes.STEP);
    var all = load(agencies);
    goOnWith(agencies);
    return all;
  }

  private List<Refreshes> agencies(Supplier<String> step) {
    return visitors.stream()
        .map(it -> new Refreshes(it.portal(), agency, it.held(), step))
        .toList();
  }

  /** A refresh token is exchanged once: the next measurement needs those that came last. */
  private void goOnWith(List<Refreshes> agencies) {
    for (var n = 0; n < people; n++) {
      var before = visitors.get(n);
      visitors.set(n, new Visitor(before.portal(), before.cookies(), agencies.get(n).tokens()));
    }
  }

  private Load.Result statements(LoadedSignOns signOns) throws Exception {
    var askers = new ArrayList<SignOnStatements>();
    try {
      for (var n = 0; n < people; n++) askers.add(new SignOnStatements(database, signOns, n));
      return load(askers);
    } finally {
      for (var asker : askers) asker.close();
    }
  }

  private void compare(Measured few, Measured many) {
    report.say("");
    report.say("| | %,d sign-ons | %,d sign-ons | ratio |", few.signOns(), many.signOns());
    report.say("|---|---:|---:|---:|");
    rates("sign-ins", few.signIns(), many.signIns(), CodeSignIn.WHOLE);
    rates("sign-ins that ask who it is", few.askingWho(), many.askingWho(), CodeSignIn.WHOLE);
    rates("refreshes", few.refreshes(), many.refreshes(), Refreshes.STEP);
    for (var step : List.of(SignOnStatements.FIND, SignOnStatements.REFRESH)) {
      times("at the database: " + step, few.statements(), many.statements(), step);
    }
    report.table(many.askingWho());
    report.say(
        "**%.0f sign-ins a second**, %.0f a second that ask who it is, **%.0f refreshes a"
            + " second**.",
        many.signIns().perSecond(CodeSignIn.WHOLE),
        many.askingWho().perSecond(CodeSignIn.WHOLE),
        many.refreshes().perSecond(Refreshes.STEP));
    report.processorTime(many.signIns(), "sign-in", CodeSignIn.WHOLE);
    report.processorTime(many.askingWho(), "sign-in that asks who it is", CodeSignIn.WHOLE);
    report.processorTime(many.refreshes(), "refresh", Refreshes.STEP);
  }

  private void rates(String what, Load.Result few, Load.Result many, String step) {
    row(what + " a second", few.perSecond(step), many.perSecond(step));
    times("the same", few, many, step);
  }

  private void times(String what, Load.Result few, Load.Result many, String step) {
    row(what + ", p50 ms", line(few, step).p50(), line(many, step).p50());
    row(what + ", p99 ms", line(few, step).p99(), line(many, step).p99());
  }

  private void row(String what, double before, double after) {
    report.say("| %s | %.2f | %.2f | %.2f |", what, before, after, after / before);
  }

  /** Refreshes without a pause; as soon as they are measured, the portal clears away. */
  private void clearing(LoadedSignOns signOns) throws Exception {
    signOns.addDead(DEAD);
    var rows = signOns.rows();
    var clearing = new SignOnClearing(signOns);
    var agencies = agencies(() -> clearing.underWay() ? WHILE_CLEARING : Refreshes.STEP);
    var everybody = new ArrayList<Load.Person>(agencies);
    everybody.add(clearing);
    var all = load(everybody);
    goOnWith(agencies);
    var quiet = line(all, Refreshes.STEP);
    var during = line(all, WHILE_CLEARING);
    report.say("");
    report.say("| refreshes | quiet | while dead ones are cleared away | ratio |");
    report.say("|---|---:|---:|---:|");
    row("p50 ms", quiet.p50(), during.p50());
    row("p99 ms", quiet.p99(), during.p99());
    row(
        "a second",
        quiet.count() / (all.seconds() - clearing.seconds()),
        during.count() / clearing.seconds());
    report.say("");
    report.say(
        "%,d dead among %s rows were cleared away in **%.1f s** meanwhile; the table and its"
            + " indexes hold %s MB.",
        DEAD, rows, clearing.seconds(), signOns.megabytes());
  }

  /** None may read all of a million rows. */
  private boolean plans(LoadedSignOns signOns) throws SQLException {
    try (var statements = new SignOnStatements(database, signOns, 0)) {
      var good = true;
      report.say("");
      report.say("```");
      for (var each : statements.plans().entrySet()) {
        report.say("%s:", each.getKey());
        each.getValue().forEach(line -> report.say("  %s", line));
        good &= each.getValue().stream().noneMatch(line -> line.contains("Seq Scan"));
      }
      report.say("```");
      if (!good) report.say("**One of them reads the whole table.**");
      return good;
    }
  }

  private Load.Result load(List<? extends Load.Person> everybody) throws Exception {
    var result = new Load(database, measured.dividedBy(2), measured).run(everybody);
    if (result.failures().isEmpty()) return result;
    throw new Failed(result);
  }

  private static final class Failed extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Load.Result result;

    Failed(Load.Result result) {
      this.result = result;
    }
  }

  private static Timings.Line line(Load.Result result, String step) {
    return result.timings().lines().stream()
        .filter(line -> line.step().equals(step))
        .findFirst()
        .orElse(new Timings.Line(step, 0, Double.NaN, Double.NaN, Double.NaN));
  }
}
