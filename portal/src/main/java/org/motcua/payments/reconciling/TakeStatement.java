package org.motcua.payments.reconciling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.motcua.payments.model.EntryKind;
import org.motcua.payments.model.Ledger;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.Posting;
import org.motcua.platform.database.Typed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes out of the bank's statement what gateways have passed on: a line whose text is the
 * gateway's name and the day. Each is known by the bank's number, so that a statement may come
 * again. All other lines are told by the bank's notices.
 */
@Service
class TakeStatement {

  private static final Pattern LINE =
      Pattern.compile(
          "(?<id>[^,]{1,64}),[^,]*,(?<kind>CREDIT|DEBIT|credit|debit),(?<dong>[1-9]\\d{0,14}),"
              + "(?<way>[A-Za-z]{2,20}) (?<day>\\d{4}-\\d{2}-\\d{2}),(?<at>[^,]+)");

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final LedgerAccount.Bank ours;

  TakeStatement(
      JdbcClient jdbc,
      Ledger ledger,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${motcua.payments.vietqr.bank}") String bank,
      @Value("${motcua.payments.vietqr.account}") String account) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.transaction = transaction;
    this.clock = clock;
    this.ours = new LedgerAccount.Bank(bank, account);
  }

  String account() {
    return ours.account();
  }

  /**
   * @param dong below nought where the gateway took more than it gave
   */
  private record PassedOn(String id, String way, LocalDate day, long dong, Instant at) {}

  /**
   * @param statement read to its end, not closed
   * @return how many sums were new
   */
  int take(InputStream statement) throws IOException {
    var fresh = 0;
    var lines = new BufferedReader(new InputStreamReader(statement, UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var sum = read(line);
      if (sum.isPresent() && Boolean.TRUE.equals(transaction.execute(status -> keep(sum.get())))) {
        fresh++;
      }
    }
    return fresh;
  }

  private static Optional<PassedOn> read(String line) {
    var found = LINE.matcher(line);
    if (!found.matches()) return Optional.empty();
    try {
      var dong = Long.parseLong(found.group("dong"));
      return Optional.of(
          new PassedOn(
              found.group("id"),
              found.group("way").toLowerCase(Locale.ROOT),
              LocalDate.parse(found.group("day")),
              found.group("kind").equalsIgnoreCase("CREDIT") ? dong : -dong,
              OffsetDateTime.parse(found.group("at")).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Once: the money leaves the gateway's account in the books for ours. */
  private boolean keep(PassedOn sum) {
    var now = clock.instant();
    var added =
        jdbc.sql(
                """
                insert into payments.passed_on (id, way, day, dong, at, brought_at)
                values (:id, :way, :day, :dong, :at, :now) on conflict (id) do nothing
                """)
            .param("id", sum.id())
            .param("way", sum.way())
            .param("day", sum.day())
            .param("dong", sum.dong())
            .param("at", Typed.timestamp(sum.at()))
            .param("now", Typed.timestamp(now))
            .update();
    if (added == 0) return false;
    ledger.enter(
        EntryKind.PASSED_ON,
        "statement:" + sum.id(),
        null,
        now,
        List.of(
            new Posting(ours, sum.dong()),
            new Posting(new LedgerAccount.Clearing(sum.way()), -sum.dong())));
    return true;
  }
}
