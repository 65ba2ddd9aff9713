package org.motcua.simulators.outside.gateways;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.Journal;
import org.motcua.simulators.outside.gateways.DayFiles.Kind;
import org.motcua.simulators.outside.gateways.Order.Ending;
import org.motcua.simulators.outside.gateways.Order.GivenBack;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

/**
 * All orders of a payment gateway, kept over restarts: each change is one line, and the last line
 * of an order holds.
 */
public abstract class Orders implements DaySums {

  private static final int SHOWN = 100;

  private final String name;
  private final Journal<Order> journal;
  private final DayFiles dayFiles;
  private final Clock clock;
  private final int remembered;
  private final Map<String, Order> byRef = new LinkedHashMap<>();
  private final Deque<String> latest = new ArrayDeque<>();
  private long transactions;

  /**
   * @param name by which the bank knows the gateway
   * @param file without its ending; beside it lies the folder of days
   */
  protected Orders(
      String name, Path file, long firstTransaction, int remembered, JsonMapper json, Clock clock) {
    this.name = name;
    this.journal =
        new Journal<>(file.resolveSibling(file.getFileName() + ".jsonl"), Order.class, json);
    this.dayFiles = new DayFiles(file.resolveSibling(file.getFileName() + "-days"));
    this.transactions = firstTransaction;
    this.remembered = remembered;
    this.clock = clock;
    readAgain();
  }

  private void readAgain() {
    try (var days = dayFiles.anew()) {
      journal.replay(
          order -> {
            var before = byRef.get(order.ref());
            take(order);
            addNew(before, order, days);
          });
    }
  }

  /** Money that this line of the journal tells of and the one before it did not. */
  private void addNew(@Nullable Order before, Order order, DayFiles.Anew days) {
    var ending = order.ending();
    if (ending == null) return;
    noteNumber(ending.transaction());
    if (order.tookMoney() && (before == null || !before.tookMoney())) {
      days.add(order.ref(), ending.transaction(), Kind.PAYMENT, order.dong(), ending.at());
    }
    var known = before == null ? 0 : before.refunds().size();
    for (var refund : order.refunds().subList(known, order.refunds().size())) {
      noteNumber(refund.transaction());
      days.add(order.ref(), refund.transaction(), Kind.REFUND, refund.dong(), refund.at());
    }
  }

  private void noteNumber(String used) {
    transactions = Math.max(transactions, Long.parseLong(used));
  }

  /** The same order brought again is as it was. */
  public synchronized Order open(Order order) {
    var known = byRef.get(order.ref());
    if (known != null) return known;
    keep(order);
    return order;
  }

  public synchronized Optional<Order> find(String ref) {
    return Optional.ofNullable(byRef.get(ref));
  }

  /** The last that came first. */
  public synchronized List<Order> latest() {
    var orders = new ArrayList<Order>();
    for (var ref : latest) find(ref).ifPresent(orders::add);
    return orders;
  }

  /** What ended before stays as it is: two clicks are one. */
  public synchronized Order end(Order order, Outcome chosen, String bank) {
    var there = byRef.getOrDefault(order.ref(), order);
    if (there.ended()) return there;
    var now = clock.instant();
    var outcome = now.isAfter(there.expiresAt()) ? Outcome.TIMED_OUT : chosen;
    var transaction = outcome.tookMoney() ? nextTransaction() : "0";
    var ended = there.end(new Ending(outcome, transaction, bank, now));
    keep(ended);
    if (outcome.tookMoney()) {
      dayFiles.add(ended.ref(), transaction, Kind.PAYMENT, ended.dong(), now);
    }
    return ended;
  }

  /** What was held was no fraud: the merchant has the money. */
  public synchronized Optional<Order> release(String ref) {
    return find(ref)
        .filter(order -> order.is(Outcome.HELD))
        .map(
            order -> {
              var bank = Objects.requireNonNull(order.ending()).bank();
              var ending = new Ending(Outcome.PAID, nextTransaction(), bank, clock.instant());
              var released = order.end(ending);
              keep(released);
              dayFiles.add(ref, ending.transaction(), Kind.PAYMENT, order.dong(), ending.at());
              return released;
            });
  }

  /** The bank takes back what was paid, as long as nothing of it was given back. */
  public synchronized Optional<Order> reverse(String ref) {
    return find(ref)
        .filter(order -> order.is(Outcome.PAID) && order.refunds().isEmpty())
        .map(
            order -> {
              var ending = Objects.requireNonNull(order.ending());
              var reversed =
                  order.end(
                      new Ending(
                          Outcome.REVERSED, ending.transaction(), ending.bank(), ending.at()));
              keep(reversed);
              return reversed;
            });
  }

  /** The merchant has taken in what came of it. */
  public synchronized void told(Order order) {
    var there = byRef.get(order.ref());
    if (there == null || there.told() || !Objects.equals(there.ending(), order.ending())) {
      return;
    }
    keep(there.tell());
  }

  /**
   * The same request again is the same refund.
   *
   * @return empty where so much is not left
   */
  public synchronized Optional<GivenBack> giveBack(String ref, String request, long dong) {
    var order = byRef.get(ref);
    if (order == null) return Optional.empty();
    var before = order.refund(request);
    if (before.isPresent()) return before.filter(it -> it.dong() == dong);
    if (dong <= 0 || dong > order.left()) return Optional.empty();
    var refund = new GivenBack(request, nextTransaction(), dong, clock.instant());
    keep(order.giveBack(refund));
    dayFiles.add(ref, refund.transaction(), Kind.REFUND, dong, refund.at());
    return Optional.of(refund);
  }

  /** Of which the merchant may not have heard yet. */
  public synchronized List<Order> listUntold(Instant since) {
    return byRef.values().stream()
        .filter(order -> !order.told())
        .filter(order -> order.ending() != null && order.ending().at().isAfter(since))
        .toList();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized long sumOf(LocalDate day) {
    return dayFiles.sumOf(day);
  }

  /** Of a day without money it is the header alone. */
  public Resource dayFile(LocalDate day) {
    return dayFiles
        .find(day)
        .<Resource>map(FileSystemResource::new)
        .orElseGet(
            () -> new ByteArrayResource(DayFiles.HEADER.getBytes(StandardCharsets.US_ASCII)));
  }

  private void keep(Order order) {
    journal.append(order);
    take(order);
  }

  private void take(Order order) {
    if (byRef.put(order.ref(), order) != null) return;
    latest.addFirst(order.ref());
    if (latest.size() > SHOWN) latest.removeLast();
    if (byRef.size() > remembered) forgetOldest();
  }

  /** Whoever asks for it later hears that there is no such order. */
  private void forgetOldest() {
    var oldest = byRef.values().iterator();
    oldest.next();
    oldest.remove();
  }

  private String nextTransaction() {
    return String.valueOf(++transactions);
  }
}
