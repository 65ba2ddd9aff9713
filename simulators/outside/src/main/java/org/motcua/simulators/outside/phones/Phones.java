package org.motcua.simulators.outside.phones;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.motcua.simulators.outside.Boxes;
import org.motcua.simulators.outside.Journal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every phone that was ever sent a message. */
@Component
class Phones {

  static final int KEPT = 20_000;

  private final Boxes<PhoneNumber, TextMessage> boxes;
  private final Clock clock;

  @Autowired
  Phones(@Value("${outside.data}") Path dataFolder, JsonMapper json, Clock clock) {
    this(new Journal<>(dataFolder.resolve("messages.jsonl"), TextMessage.class, json), clock, KEPT);
  }

  Phones(Journal<TextMessage> journal, Clock clock, int kept) {
    this.boxes = new Boxes<>(journal, kept);
    this.clock = clock;
  }

  /** Takes a message in; the same one sent twice arrives once. */
  Receipt receive(String id, PhoneNumber to, String text) {
    var message = new TextMessage(id, to, text, clock.instant());
    return boxes
        .putIfNew(message)
        .map(
            earlier ->
                earlier.saysTheSameAs(message) ? Receipt.KNOWN : Receipt.OTHER_MESSAGE_WITH_THIS_ID)
        .orElse(Receipt.NEW);
  }

  /** Newest first. */
  List<TextMessage> messagesOf(PhoneNumber number) {
    return boxes.messagesOf(number);
  }

  /** The latest message of each phone, the phone with the newest first. */
  List<TextMessage> latest(int limit) {
    return boxes.latest(limit);
  }

  int count() {
    return boxes.count();
  }

  enum Receipt {
    NEW,
    KNOWN,
    OTHER_MESSAGE_WITH_THIS_ID
  }
}
