package org.motcua.payments.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.PaymentId;
import org.motcua.platform.database.Typed;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcLedger implements Ledger {

  private final JdbcClient jdbc;

  /** Accounts are never removed, and many fewer than entries. */
  private final Map<LedgerAccount, Integer> numbers = new ConcurrentHashMap<>();

  JdbcLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void enter(
      EntryKind kind,
      String cause,
      @Nullable PaymentId payment,
      Instant at,
      Collection<Posting> postings) {
    var accounts = postings.stream().map(posting -> number(posting.account())).toList();
    var sums = postings.stream().map(Posting::dong).toList();
    jdbc.sql(
            """
            with entry as (
              insert into payments.entry (id, at, kind, cause, payment)
              values (:id, :at, :kind, :cause, :payment)
              returning id)
            insert into payments.posting (entry, line, account, dong)
            select entry.id, posting.line, posting.account, posting.dong
              from entry,
                   unnest(:accounts::int[], :sums::bigint[]) with ordinality
                     as posting (account, dong, line)
            """)
        .param("id", NewId.next())
        .param("at", Typed.timestamp(at))
        .param("kind", kind.name())
        .param("cause", cause)
        .param("payment", Typed.uuid(payment == null ? null : payment.value()))
        .param("accounts", array(accounts))
        .param("sums", array(sums))
        .update();
  }

  /** In the database's own writing: a list would be taken for several parameters. */
  private static String array(List<? extends Number> numbers) {
    var text = new StringBuilder("{");
    for (var number : numbers) {
      if (text.length() > 1) text.append(',');
      text.append(number);
    }
    return text.append('}').toString();
  }

  @Override
  public long balance(LedgerAccount account) {
    return jdbc.sql("select coalesce(sum(dong), 0) from payments.posting where account = :account")
        .param("account", number(account))
        .query(Long.class)
        .single();
  }

  private int number(LedgerAccount account) {
    var known = numbers.get(account);
    if (known != null) return known;
    var number = find(account);
    // Kept only when it is sure to stay: an account that was made just now may be rolled back.
    if (number > 0) {
      numbers.put(account, number);
      return number;
    }
    return make(account);
  }

  private int find(LedgerAccount account) {
    return jdbc.sql("select id from payments.account where kind = :kind and of = :of")
        .param("kind", kind(account))
        .param("of", account.of())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** Of two who make it at once, the second waits for the first and finds it. */
  private int make(LedgerAccount account) {
    jdbc.sql(
            """
            insert into payments.account (kind, of) values (:kind, :of)
            on conflict (kind, of) do nothing
            """)
        .param("kind", kind(account))
        .param("of", account.of())
        .update();
    return find(account);
  }

  private static String kind(LedgerAccount account) {
    return switch (account) {
      case LedgerAccount.Clearing clearing -> "CLEARING";
      case LedgerAccount.Bank bank -> "BANK";
      case LedgerAccount.Counter counter -> "COUNTER";
      case LedgerAccount.Due due -> "DUE";
      case LedgerAccount.Unallocated unallocated -> "UNALLOCATED";
      case LedgerAccount.Refunds refunds -> "REFUNDS";
    };
  }
}
