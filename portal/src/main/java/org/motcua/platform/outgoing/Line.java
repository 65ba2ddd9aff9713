package org.motcua.platform.outgoing;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.outgoing.Carrier.Handed;
import org.motcua.platform.outgoing.Delivery.State;
import org.motcua.platform.outgoing.OutgoingStore.Answer;
import org.motcua.platform.outgoing.OutgoingStore.Claimed;
import org.motcua.platform.secrets.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes due messages of one way to its carrier. One thread talks to the database: it claims as many
 * as may be on their way at once and writes the answers down, all that have come meanwhile in one
 * statement; each message is handed over on a thread of its own.
 *
 * <p>A message is claimed before and written off after it was handed over. A node that dies between
 * leaves it claimed; another sends it again when the claim has run out, under the same id. So
 * nothing is lost, and only what was on its way at that moment may go twice, where whoever takes it
 * does not know it by its id.
 *
 * <p>While nobody takes anything, one message at a time is tried, ever more seldom; the others stay
 * as they are, and go at once when it has been taken.
 */
class Line {

  private static final Logger log = LoggerFactory.getLogger(Line.class);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final Duration LONGEST_PAUSE_OF_URGENT = Duration.ofMinutes(1);
  private static final Duration LONGEST_OUTAGE_PAUSE = Duration.ofSeconds(30);
  private static final Duration TO_FINISH = Duration.ofSeconds(12);
  private static final int MOST_DOUBLINGS = 20;
  private static final int RELEASED_AT_ONCE = 200;

  /** What is not urgent waits so long for company: one statement for many costs as one for one. */
  private static final Duration GATHERING = Duration.ofMillis(20);

  private final Carrier carrier;
  private final OutgoingStore store;
  private final Vault vault;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Duration interval;
  private final Duration firstPause;

  private final Semaphore bell = new Semaphore(0);
  private final Semaphore haste = new Semaphore(0);
  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<Answer> unwritten = new ArrayList<>();
  private int onTheirWay;
  private Instant releasedAt = Instant.MIN;

  private volatile int outages;
  private volatile long nextTryNanos = System.nanoTime();
  private volatile String trouble = "";
  private volatile boolean running = true;
  private @Nullable Thread thread;

  Line(
      Carrier carrier,
      OutgoingStore store,
      Vault vault,
      MeterRegistry meters,
      Clock clock,
      Duration interval,
      Duration firstPause) {
    this.carrier = carrier;
    this.store = store;
    this.vault = vault;
    this.meters = meters;
    this.clock = clock;
    this.interval = interval;
    this.firstPause = firstPause;
  }

  void start() {
    thread = Thread.ofPlatform().name("outgoing-" + carrier.way()).daemon().start(this::run);
  }

  void wake(boolean urgent) {
    if (urgent) haste.release();
    bell.release();
  }

  String trouble() {
    return trouble;
  }

  /** What is on its way is waited for, so that it is not sent again. */
  void stop() {
    running = false;
    wake(true);
    try {
      if (thread != null && !thread.join(TO_FINISH)) thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (running || onTheirWay > 0) {
      try {
        bell.drainPermits();
        haste.drainPermits();
        write();
        if (running) {
          release();
          if (send() > 0) continue;
        }
        rest();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (running) log.warn("Messages cannot be looked after: {}", e.toString());
        if (!pause()) return;
      }
    }
    tryToWrite();
  }

  private void rest() throws InterruptedException {
    if (bell.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
      haste.tryAcquire(GATHERING.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private boolean pause() {
    try {
      Thread.sleep(interval);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void tryToWrite() {
    try {
      write();
    } catch (RuntimeException e) {
      log.warn("Answers could not be written down; their messages go again: {}", e.toString());
    }
  }

  /** Answers stay here until the database has them. */
  private void write() {
    for (var answer = answers.poll(); answer != null; answer = answers.poll()) {
      unwritten.add(answer);
      onTheirWay--;
    }
    if (unwritten.isEmpty()) return;
    store.keep(unwritten).forEach(this::count);
    unwritten.clear();
  }

  private void count(State state) {
    meters
        .counter("motcua.outgoing", "way", carrier.way().name(), "state", state.name())
        .increment();
  }

  private void release() {
    var now = Instant.now();
    if (now.isBefore(releasedAt.plus(interval))) return;
    store.release(clock.instant(), RELEASED_AT_ONCE);
    releasedAt = now;
  }

  private int send() {
    var most = allowed();
    if (most <= 0) return 0;
    var claimed = store.claim(carrier.way(), most);
    onTheirWay += claimed.size();
    claimed.forEach(each -> Thread.ofVirtual().start(() -> hand(each)));
    return claimed.size();
  }

  private int allowed() {
    if (outages == 0) return carrier.atOnce() - onTheirWay;
    return System.nanoTime() - nextTryNanos >= 0 && onTheirWay == 0 ? 1 : 0;
  }

  private void hand(Claimed message) {
    answers.add(message.tooLate() ? giveUp(message) : answer(message, tryToHand(message)));
    wake(false);
  }

  private Handed tryToHand(Claimed message) {
    try {
      var content = new String(vault.open(message.sealed()), StandardCharsets.UTF_8);
      return carrier.hand(message.id(), content, message.urgent());
    } catch (RuntimeException e) {
      log.error("{} {} could not be handed over", carrier.way(), message.id(), e);
      return new Handed.NotNow(e.toString());
    }
  }

  private Answer giveUp(Claimed message) {
    log.warn("{} {} given up: not worth sending any more", carrier.way(), message.id());
    return new Answer(message.id(), State.GIVEN_UP, Duration.ZERO, null);
  }

  private Answer answer(Claimed message, Handed handed) {
    return switch (handed) {
      case Handed.Taken() -> {
        available();
        yield new Answer(message.id(), State.SENT, Duration.ZERO, null);
      }
      case Handed.Refused(var why) -> {
        available();
        log.warn("{} {} is refused: {}", carrier.way(), message.id(), why);
        yield new Answer(message.id(), State.FAILED, Duration.ZERO, why);
      }
      case Handed.NotNow(var why) -> {
        available();
        yield again(message, why);
      }
      case Handed.Unavailable(var why) -> {
        unavailable(why);
        yield again(message, why);
      }
    };
  }

  private Answer again(Claimed message, String why) {
    var longest = message.urgent() ? LONGEST_PAUSE_OF_URGENT : LONGEST_PAUSE;
    return new Answer(message.id(), State.WAITING, pauseAfter(message.tries(), longest), why);
  }

  private synchronized void available() {
    if (outages > 0) log.info("{} goes out again", carrier.way());
    outages = 0;
    trouble = "";
  }

  /** Of many that were on their way when it began, one is enough to know. */
  private synchronized void unavailable(String why) {
    if (outages > 0 && System.nanoTime() - nextTryNanos < 0) return;
    if (outages == 0) log.warn("{} does not go out: {}", carrier.way(), why);
    outages++;
    trouble = carrier.way() + " does not go out: " + why;
    nextTryNanos = System.nanoTime() + pauseAfter(outages, LONGEST_OUTAGE_PAUSE).toNanos();
  }

  private Duration pauseAfter(int tries, Duration longest) {
    var pause = firstPause.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
