package org.motcua.platform.outgoing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.motcua.platform.database.AfterCommit;
import org.motcua.platform.secrets.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where messages are put to be sent: one row each, in the transaction of the use case that sends.
 * If that one is rolled back, nothing goes out; once it stands, the message is tried until somebody
 * takes it or it is not worth sending any more.
 */
@Component
public class Outbox {

  private final OutgoingStore store;
  private final Dispatch dispatch;
  private final Vault vault;
  private final Clock clock;

  Outbox(OutgoingStore store, Dispatch dispatch, Vault vault, Clock clock) {
    this.store = store;
    this.dispatch = dispatch;
    this.vault = vault;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void put(OutgoingMessage message) {
    var held = message.heldUntil() != null && message.heldUntil().isAfter(clock.instant());
    store.add(message, seal(message.content()), held);
    if (!held) wakeAfterCommit(message.way(), message.urgent());
  }

  /** A message may hold a one-time code, and backups of the table are read by many. */
  private byte[] seal(String content) {
    return vault.seal(content.getBytes(StandardCharsets.UTF_8));
  }

  /** So that nobody waits for the next look into the table. */
  private void wakeAfterCommit(Way way, boolean urgent) {
    AfterCommit.run(() -> dispatch.wake(way, urgent));
  }

  /** Of every message that announces this, in the order in which they were put here. */
  public List<Delivery> deliveriesOf(UUID about) {
    return store.deliveriesOf(about);
  }

  /** What announces these is sent no more, and nothing is kept of it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(Collection<UUID> about) {
    store.removeAbout(about);
  }
}
