package org.motcua.simulators.outside.post;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.Journal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * All letters, kept over restarts: each change is one line, and the last line of a number holds.
 */
@Component
class Consignments {

  private final Journal<Consignment> journal;
  private final Clock clock;
  private final Map<String, Consignment> byNumber = new LinkedHashMap<>();
  private final Map<String, Consignment> byReference = new LinkedHashMap<>();
  private boolean automatic;

  @Autowired
  Consignments(@Value("${outside.data}") Path dataFolder, JsonMapper json, Clock clock) {
    this.journal = new Journal<>(dataFolder.resolve("post.jsonl"), Consignment.class, json);
    this.clock = clock;
    journal.read().forEach(this::take);
  }

  /** The same letter sent twice is one; what came first holds. */
  synchronized Consignment receive(Letter letter) {
    var known = byReference.get(letter.reference());
    if (known != null) return known;
    var first = new Step(Stage.TAKEN_IN, clock.instant(), place(Stage.TAKEN_IN, letter), null);
    var number = "RG%09dVN".formatted(byNumber.size() + 1);
    var consignment = new Consignment(number, letter, List.of(first));
    journal.append(consignment);
    take(consignment);
    return consignment;
  }

  /** What does not lead on from where the letter is changes nothing: two clicks are one. */
  synchronized Optional<Consignment> move(String number, Stage to, @Nullable String note) {
    return find(number)
        .map(
            there -> {
              if (!there.stage().leadsTo(to)) return there;
              var step = new Step(to, clock.instant(), place(to, there.letter()), note);
              var moved = there.with(step);
              journal.append(moved);
              take(moved);
              return moved;
            });
  }

  /** One step for every letter on its way, as if a day had gone by. */
  synchronized void moveAll() {
    for (var each : List.copyOf(byNumber.values())) {
      var next = each.stage().next();
      if (next.isEmpty()) continue;
      var note = next.get() == Stage.DELIVERED ? each.letter().recipient() : null;
      move(each.trackingNumber(), next.get(), note);
    }
  }

  synchronized Optional<Consignment> find(String number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /** The last one received first. */
  synchronized List<Consignment> latest(int limit) {
    return new ArrayList<>(byNumber.values()).reversed().stream().limit(limit).toList();
  }

  synchronized boolean isAutomatic() {
    return automatic;
  }

  synchronized void setAutomatic(boolean itself) {
    automatic = itself;
  }

  private void take(Consignment consignment) {
    byNumber.put(consignment.trackingNumber(), consignment);
    byReference.put(consignment.letter().reference(), consignment);
  }

  private static String place(Stage stage, Letter letter) {
    return switch (stage) {
      case TAKEN_IN -> "Bưu cục nơi gửi";
      case ON_THE_WAY -> "Trung tâm khai thác";
      case OUT_FOR_DELIVERY, DELIVERED -> "Bưu cục phát";
      case CAME_BACK -> letter.sender();
    };
  }
}
