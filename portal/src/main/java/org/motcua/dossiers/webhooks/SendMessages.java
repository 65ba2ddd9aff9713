package org.motcua.dossiers.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.webhooks.MessageStore.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes due messages to their receivers, at every node. Each goes on a thread of its own, and no
 * receiver has more than a few of them at a time, so one that is slow keeps nobody waiting.
 *
 * <p>A message is claimed before and written off after it was taken. A node that dies between
 * leaves it claimed; another sends it again when the claim has run out, under the same id.
 */
@Component
class SendMessages implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SendMessages.class);

  private static final int AT_ONCE = 100;
  private static final Duration TO_FINISH = Duration.ofSeconds(8);

  private final MessageStore messages;
  private final CallReceiver call;
  private final NoteAnswer note;
  private final Clock clock;
  private final Duration interval;

  private final Semaphore bell = new Semaphore(0);
  private final AtomicInteger onTheirWay = new AtomicInteger();
  private volatile boolean running;
  private @Nullable Thread thread;

  SendMessages(
      MessageStore messages,
      CallReceiver call,
      NoteAnswer note,
      Clock clock,
      @Value("${motcua.outgoing.interval}") Duration interval) {
    this.messages = messages;
    this.call = call;
    this.note = note;
    this.clock = clock;
    this.interval = interval;
  }

  @Override
  public synchronized void start() {
    running = true;
    thread = Thread.ofPlatform().name("webhooks").daemon().start(this::run);
  }

  void wakeAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            bell.release();
          }
        });
  }

  private void run() {
    while (running) {
      try {
        bell.drainPermits();
        if (send() == 0) bell.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (running) log.warn("Webhooks cannot be looked after: {}", e.toString());
        if (!rest()) return;
      }
    }
  }

  private boolean rest() {
    try {
      Thread.sleep(interval);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private int send() {
    var room = AT_ONCE - onTheirWay.get();
    if (room <= 0) return 0;
    var claimed = messages.claim(clock.instant(), room);
    onTheirWay.addAndGet(claimed.size());
    claimed.forEach(each -> Thread.ofVirtual().name("webhook").start(() -> send(each)));
    return claimed.size();
  }

  /** What cannot be noted is sent again. */
  private void send(Claimed message) {
    try {
      note.of(message, call.with(message));
    } catch (RuntimeException e) {
      log.warn("The answer to webhook message {} is not noted: {}", message.id(), e.toString());
    } finally {
      onTheirWay.decrementAndGet();
      bell.release();
    }
  }

  /** What is on its way is waited for, so that it is not sent again. */
  @Override
  public synchronized void stop() {
    running = false;
    bell.release();
    var end = System.nanoTime() + TO_FINISH.toNanos();
    try {
      if (thread != null) thread.join(TO_FINISH);
      while (onTheirWay.get() > 0 && System.nanoTime() < end) Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
