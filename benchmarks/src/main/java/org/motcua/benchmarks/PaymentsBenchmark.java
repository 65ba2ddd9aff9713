package org.motcua.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * Whole payments beside plain transactions of the same number and sizes, and the gateway's notices
 * at a steady pace; then the same with more and more payments there, and in the end a gateway's
 * file of all of them held against the books.
 */
final class PaymentsBenchmark {

  private static final String TOLD = "notice, from when it was due";
  private static final int NOTICES_A_SECOND = 300;
  private static final Duration WARM_UP = Duration.ofSeconds(60);

  private static final int[] SIZES =
      Arrays.stream(System.getenv().getOrDefault("BENCH_PAYMENTS", "0 10000").split(" "))
          .mapToInt(Integer::parseInt)
          .toArray();

  private final URI portal;
  private final URI outside;
  private final Path data;
  private final DatabaseServer database;
  private final int people;
  private final Duration measured;
  private final Report report;
  private final SignIn signIn;
  private final Supplier<Browser> newBrowser;

  PaymentsBenchmark(
      URI portal,
      URI outside,
      Path data,
      DatabaseServer database,
      int people,
      Duration measured,
      Report report,
      SignIn signIn,
      Supplier<Browser> newBrowser) {
    this.portal = portal;
    this.outside = outside;
    this.data = data;
    this.database = database;
    this.people = people;
    this.measured = measured;
    this.report = report;
    this.signIn = signIn;
    this.newBrowser = newBrowser;
  }

  private record Measured(int there, Load.Result payments, Load.Result notices) {
    boolean good() {
      return payments.failures().isEmpty() && notices.failures().isEmpty();
    }
  }

  boolean run() throws Exception {
    try (var loaded = new LoadedPayments(database)) {
      if (!payments(WARM_UP).failures().isEmpty()) return false;
      var all = new ArrayList<Measured>();
      for (var size : SIZES) {
        if (size > 0) loaded.growTo(size);
        if (all.isEmpty()) besidePlainOnes();
        all.add(new Measured(loaded.count(), payments(measured), notices(loaded)));
      }
      compare(all);
      var day = new DayOfPayments(database, accountant(), report);
      return all.stream().allMatch(Measured::good)
          && (loaded.count() == 0 || day.reconcile(loaded));
    }
  }

  private Browser accountant() throws Exception {
    var browser = newBrowser.get();
    signIn.signIn(browser, Officer.Account.ACCOUNTANT);
    return browser;
  }

  private Load.Result payments(Duration length) throws Exception {
    var connections = new ArrayList<KeptConnection>();
    try {
      var payers = new ArrayList<WholePayment>();
      for (var n = 0; n < people; n++) {
        var toPortal = opened(connections, portal);
        payers.add(new WholePayment(toPortal, opened(connections, outside), token(toPortal)));
      }
      var all = new Load(database, length.dividedBy(4), length).run(payers);
      report.failures(all);
      return all;
    } finally {
      for (var connection : connections) connection.close();
    }
  }

  private static KeptConnection opened(List<KeptConnection> connections, URI to)
      throws IOException {
    var connection = new KeptConnection(to);
    connections.add(connection);
    return connection;
  }

  private static String token(KeptConnection portal) throws IOException {
    return AgencySystem.token(portal, "payments");
  }

  private void besidePlainOnes() throws Exception {
    var rowsBefore = RowsWritten.soFar(database);
    var payments = payments(measured);
    report.table(payments);
    report.processorTime(payments, "payment", WholePayment.WHOLE);
    var paid = payments.timings().countOfAll(WholePayment.WHOLE);
    var writes = RowsWritten.soFar(database).perLifeSince(rowsBefore, paid);
    try (var plain = new PlainLives(database)) {
      var load = new Load(database, measured.dividedBy(4), measured);
      var plainOnes = plain.run(load, people, writes, WholePayment.TRANSACTIONS);
      var perSecond = payments.perSecond(WholePayment.WHOLE);
      var plainPerSecond = plainOnes.perSecond(PlainLives.STEP);
      report.say(
          "**%.0f payments a second**; plain transactions of the same number (%d) with as many rows"
              + " (%d) of the same sizes (%d bytes) %.0f a second: **%.0f %%** of those.",
          perSecond,
          WholePayment.TRANSACTIONS,
          writes.size(),
          writes.stream().mapToInt(RowsWritten.Write::bytes).sum(),
          plainPerSecond,
          100 * perSecond / plainPerSecond);
    }
  }

  private Load.Result notices(LoadedPayments loaded) throws Exception {
    var length = measured.dividedBy(2);
    var seconds = length.plus(length).toSeconds() + 2;
    var unpaid = new LinkedBlockingQueue<>(loaded.addUnpaid((int) seconds * NOTICES_A_SECOND));
    var secret = Files.readString(data.resolve("payments/vnpay.secret")).strip();
    var connections = new ArrayList<KeptConnection>();
    try {
      var banks = new ArrayList<BankNotices>();
      for (var n = 0; n < people; n++) {
        banks.add(new BankNotices(opened(connections, portal), secret, unpaid));
      }
      var all =
          new Load(database, length.dividedBy(2), length)
              .run(Paced.of(TOLD, banks, NOTICES_A_SECOND));
      report.failures(all);
      return all;
    } finally {
      for (var connection : connections) connection.close();
    }
  }

  private void compare(List<Measured> all) {
    report.say("");
    report.say(
        "| payments there | a second | p50 ms | p99 ms | notices a second | answered p99 ms |");
    report.say("|---:|---:|---:|---:|---:|---:|");
    for (var each : all) {
      var whole = each.payments().line(WholePayment.WHOLE);
      report.say(
          "| %,d | %.0f | %.1f | %.1f | %.0f | %.1f |",
          each.there(),
          each.payments().perSecond(WholePayment.WHOLE),
          whole.p50(),
          whole.p99(),
          each.notices().perSecond(TOLD),
          each.notices().line(TOLD).p99());
    }
    report.say("");
    report.say(
        "With %,d payments %.2f of what it was at first.",
        all.getLast().there(),
        all.getLast().payments().perSecond(WholePayment.WHOLE)
            / all.getFirst().payments().perSecond(WholePayment.WHOLE));
  }
}
