package org.motcua.payments.reconciling;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motcua.payments.gateway.vietqr.StatedCredits;
import org.motcua.payments.model.EntryKind;
import org.motcua.payments.model.Ledger;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.Posting;
import org.motcua.payments.reconciling.StatementReader.Entry;
import org.motcua.payments.reconciling.StatementReader.PassedOn;
import org.motcua.platform.database.Typed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes out of our bank's statement what gateways have passed on, and what people have transferred
 * of which the bank's notice has got lost. Each is known by the bank's number, so that a statement
 * may come again.
 */
@Service
class TakeStatement {

  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final StatedCredits credits;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final LedgerAccount.Bank ours;
  private final Set<String> gateways;

  TakeStatement(
      JdbcClient jdbc,
      Ledger ledger,
      StatedCredits credits,
      TransactionTemplate transaction,
      Clock clock,
      DayFileSource source,
      @Value("${motcua.payments.vietqr.bank}") String bank,
      @Value("${motcua.payments.vietqr.account}") String account) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.credits = credits;
    this.transaction = transaction;
    this.clock = clock;
    this.ours = new LedgerAccount.Bank(bank, account);
    this.gateways = source.gateways();
  }

  String account() {
    return ours.account();
  }

  /** What it tells of transfers: neither of other accounts, nor of what gateways pass on. */
  boolean isTransfer(Entry entry) {
    return entry.account().equals(ours.account()) && passedOn(entry).isEmpty();
  }

  private Optional<PassedOn> passedOn(Entry entry) {
    return entry.passedOn().filter(sum -> gateways.contains(sum.way()));
  }

  /**
   * @param statement read to its end, not closed
   * @return how many sums and credits were new
   * @throws FaultyFile where it is not as it should be; what stands before that is taken
   */
  int take(InputStream statement) throws IOException {
    var fresh = new Fresh();
    StatementReader.read(statement, fresh::take);
    return fresh.end();
  }

  private final class Fresh {

    private final List<Entry> transfers = new ArrayList<>();
    private int count;

    void take(Entry entry) {
      if (!entry.account().equals(ours.account())) return;
      var sum = passedOn(entry);
      if (sum.isPresent()) {
        if (Boolean.TRUE.equals(transaction.execute(status -> keep(entry, sum.get())))) count++;
      } else if (entry.credit()) {
        transfers.add(entry);
        if (transfers.size() == BATCH) hear();
      }
    }

    private void hear() {
      count +=
          credits.hear(
              transfers.stream()
                  .map(it -> new StatedCredits.Stated(it.id(), it.dong(), it.text(), it.at()))
                  .toList());
      transfers.clear();
    }

    int end() {
      hear();
      return count;
    }
  }

  /** Once: the money leaves the gateway's account in the books for ours. */
  private boolean keep(Entry entry, PassedOn sum) {
    var now = clock.instant();
    var dong = entry.credit() ? entry.dong() : -entry.dong();
    // Whatever the bank has told of as somebody's transfer is one, whatever he wrote.
    var added =
        jdbc.sql(
                """
                insert into payments.passed_on (id, way, day, dong, at, brought_at)
                select :id, :way, :day, :dong, :at, :now
                 where not exists (select from payments.bank_credit where id = :id)
                on conflict (id) do nothing
                """)
            .param("id", entry.id())
            .param("way", sum.way())
            .param("day", sum.day())
            .param("dong", dong)
            .param("at", Typed.timestamp(entry.at()))
            .param("now", Typed.timestamp(now))
            .update();
    if (added == 0) return false;
    ledger.enter(
        EntryKind.PASSED_ON,
        "statement:" + entry.id(),
        null,
        now,
        List.of(
            new Posting(ours, dong), new Posting(new LedgerAccount.Clearing(sum.way()), -dong)));
    return true;
  }
}
