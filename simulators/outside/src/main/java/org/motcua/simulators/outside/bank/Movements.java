package org.motcua.simulators.outside.bank;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motcua.simulators.outside.Journal;
import org.motcua.simulators.outside.Page;
import org.motcua.simulators.outside.bank.Movement.Kind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All movements, kept over restarts: each change is one line, the last line of each holds. */
@Component("bankMovements")
class Movements {

  private static final int SHOWN = 50;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

  private final Journal<Movement> journal;
  private final Clock clock;
  private final Map<String, Movement> byId = new LinkedHashMap<>();
  private final Map<String, String> idOfOrder = new HashMap<>();
  private long last;

  Movements(@Value("${outside.data}") Path dataFolder, JsonMapper json, Clock clock) {
    this.journal = new Journal<>(dataFolder.resolve("bank.jsonl"), Movement.class, json);
    this.clock = clock;
    journal.replay(this::take);
  }

  private void take(Movement movement) {
    if (byId.put(movement.id(), movement) == null) last++;
    if (!movement.order().isEmpty()) idOfOrder.put(movement.order(), movement.id());
  }

  /** Somebody transfers to one of this bank's accounts. */
  synchronized Movement credit(String account, Party from, long dong, String text) {
    return keep(
        new Movement(nextId(), account, Kind.CREDIT, dong, text, clock.instant(), from, "", false));
  }

  /** The same order again is the same movement. */
  synchronized Movement debit(String account, Party to, long dong, String text, String order) {
    var before = Optional.ofNullable(idOfOrder.get(order)).map(byId::get);
    return before.orElseGet(
        () ->
            keep(
                new Movement(
                    nextId(), account, Kind.DEBIT, dong, text, clock.instant(), to, order, true)));
  }

  synchronized Optional<Movement> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  synchronized void told(String id) {
    find(id).filter(movement -> !movement.told()).map(Movement::tell).ifPresent(this::keep);
  }

  synchronized List<Movement> listUntold(Instant since) {
    return byId.values().stream()
        .filter(movement -> !movement.told() && movement.at().isAfter(since))
        .toList();
  }

  /** The newest first. */
  synchronized List<Movement> latest() {
    var all = new ArrayList<>(byId.values());
    return all.reversed().stream().limit(SHOWN).toList();
  }

  synchronized List<Movement> listOf(String account, LocalDate day) {
    return byId.values().stream()
        .filter(movement -> movement.account().equals(account))
        .filter(movement -> LocalDate.ofInstant(movement.at(), Page.COUNTRY_TIME).equals(day))
        .toList();
  }

  private Movement keep(Movement movement) {
    journal.append(movement);
    take(movement);
    return movement;
  }

  private String nextId() {
    var day = DAY.format(clock.instant().atZone(Page.COUNTRY_TIME));
    return "FT%s%06d".formatted(day, last + 1);
  }
}
