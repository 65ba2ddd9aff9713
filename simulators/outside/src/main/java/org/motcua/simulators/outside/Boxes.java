package org.motcua.simulators.outside;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Everybody's box of messages, by its address. The newest messages are kept, in memory and over
 * restarts; a load program may send more, and pushes the oldest out.
 */
public class Boxes<A, M extends BoxedMessage<A>> {

  private final Journal<M> journal;
  private final int kept;
  private final SequencedMap<String, M> byId = new LinkedHashMap<>();
  private final Map<A, Deque<M>> byAddress = new HashMap<>();

  public Boxes(Journal<M> journal, int kept) {
    this.journal = journal;
    this.kept = kept;
    journal.read().forEach(this::keep);
    journal.rewrite(byId.values());
  }

  /** Keeps the message, unless one with its id is there: then that one is the answer. */
  public synchronized Optional<M> putIfNew(M message) {
    var earlier = byId.get(message.id());
    if (earlier != null) return Optional.of(earlier);
    journal.append(message);
    keep(message);
    if (journal.lines() >= 2L * kept) journal.rewrite(byId.values());
    return Optional.empty();
  }

  private void keep(M message) {
    byId.put(message.id(), message);
    byAddress.computeIfAbsent(message.to(), _ -> new ArrayDeque<>()).addFirst(message);
    if (byId.size() > kept) forget(byId.pollFirstEntry().getValue());
  }

  private void forget(M oldest) {
    byAddress.computeIfPresent(
        oldest.to(),
        (_, messages) -> {
          messages.removeLast();
          return messages.isEmpty() ? null : messages;
        });
  }

  /** Newest first. */
  public synchronized List<M> messagesOf(A address) {
    return List.copyOf(byAddress.getOrDefault(address, new ArrayDeque<>()));
  }

  /** The latest message of each box, the box with the newest first. */
  public synchronized List<M> latest(int limit) {
    return byAddress.values().stream()
        .map(Deque::getFirst)
        .sorted(Comparator.<M, Instant>comparing(BoxedMessage::receivedAt).reversed())
        .limit(limit)
        .toList();
  }

  public synchronized int count() {
    return byAddress.size();
  }
}
