package org.motcua.simulators.outside;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every phone that was ever sent a message. The newest {@value #KEPT} messages are kept, in memory
 * and over restarts; a load program may send more, and pushes the oldest out.
 */
@Component
class Phones {

  static final int KEPT = 20_000;

  private final MessageLog messageLog;
  private final Clock clock;
  private final int kept;
  private final SequencedMap<String, TextMessage> byId = new LinkedHashMap<>();
  private final Map<PhoneNumber, Deque<TextMessage>> byNumber = new HashMap<>();

  @Autowired
  Phones(@Value("${outside.data}") Path dataFolder, JsonMapper json, Clock clock) {
    this(new MessageLog(dataFolder.resolve("messages.jsonl"), json), clock, KEPT);
  }

  Phones(MessageLog messageLog, Clock clock, int kept) {
    this.messageLog = messageLog;
    this.clock = clock;
    this.kept = kept;
    messageLog.read().forEach(this::keep);
    messageLog.rewrite(byId.values());
  }

  /** Takes a message in; the same one sent twice arrives once. */
  synchronized Receipt receive(String id, PhoneNumber to, String text) {
    var message = new TextMessage(id, to, text, clock.instant());
    var earlier = byId.get(id);
    if (earlier != null) {
      return earlier.saysTheSameAs(message) ? Receipt.KNOWN : Receipt.OTHER_MESSAGE_WITH_THIS_ID;
    }
    messageLog.append(message);
    keep(message);
    if (messageLog.lines() >= 2L * kept) messageLog.rewrite(byId.values());
    return Receipt.NEW;
  }

  private void keep(TextMessage message) {
    byId.put(message.id(), message);
    byNumber.computeIfAbsent(message.to(), _ -> new ArrayDeque<>()).addFirst(message);
    if (byId.size() > kept) forget(byId.pollFirstEntry().getValue());
  }

  private void forget(TextMessage oldest) {
    byNumber.computeIfPresent(
        oldest.to(),
        (_, messages) -> {
          messages.removeLast();
          return messages.isEmpty() ? null : messages;
        });
  }

  /** Newest first. */
  synchronized List<TextMessage> messagesOf(PhoneNumber number) {
    return List.copyOf(byNumber.getOrDefault(number, new ArrayDeque<>()));
  }

  /** The latest message of each phone, the phone with the newest first. */
  synchronized List<TextMessage> latest(int limit) {
    return byNumber.values().stream()
        .map(Deque::getFirst)
        .sorted(Comparator.comparing(TextMessage::receivedAt).reversed())
        .limit(limit)
        .toList();
  }

  synchronized int count() {
    return byNumber.size();
  }

  enum Receipt {
    NEW,
    KNOWN,
    OTHER_MESSAGE_WITH_THIS_ID
  }
}
