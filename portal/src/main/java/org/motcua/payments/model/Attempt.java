package org.motcua.payments.model;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.PaymentId;
import org.motcua.platform.ids.NewId;

/**
 * One try to pay, in one way.
 *
 * @param way the gateway, such as {@code vnpay}
 * @param ref ours, by which the gateway names it to us: {@code MC} and twelve letters and digits
 * @param dong what is to be paid
 * @param received what has come in fact, in dong
 * @param address where the payer goes to pay; null where there is no such place, or not yet
 * @param brought the money, once all of it is there
 * @param problem why it failed, a name of {@code gateway.Failure}
 * @param lookAt when to ask the gateway, or to end it where that cannot be asked; null: never
 */
public record Attempt(
    UUID id,
    PaymentId payment,
    String way,
    String ref,
    long dong,
    long received,
    AttemptStatus status,
    @Nullable String address,
    Instant begunAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable Money brought,
    @Nullable String problem,
    @Nullable Instant lookAt) {

  /**
   * What a gateway says of money that has come.
   *
   * @param transaction the gateway's own number
   * @param bank with which it was paid, as the gateway names it
   * @param at by the gateway's clock
   */
  public record Money(String transaction, @Nullable String bank, Instant at) {

    /**
     * Clocks differ, and which day it was is for theirs to say; further ahead than that is no time.
     */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** Before there was anything to pay here. */
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

    /** With a time under which it is found, whatever the gateway's clock says. */
    public Money believed(Instant now) {
      var sound = at.isAfter(FIRST) && at.isBefore(now.plus(AHEAD));
      return sound ? this : new Money(transaction, bank, now);
    }
  }

  public static Attempt begin(
      Payment payment, String way, Instant now, Instant expiresAt, @Nullable Instant lookAt) {
    return new Attempt(
        NewId.next(),
        payment.id(),
        way,
        Reference.fresh(),
        payment.total(),
        0,
        AttemptStatus.BEGUN,
        null,
        now,
        expiresAt,
        null,
        null,
        null,
        lookAt);
  }

  public boolean may(AttemptStatus next) {
    return Transitions.allows(status, next);
  }

  /** Whoever wants to pay once more in this way goes on with it. */
  public boolean goesOn(Instant now) {
    return (status == AttemptStatus.BEGUN || hasPart()) && expiresAt.isAfter(now);
  }

  /** Some of the money has come, and the rest may yet. */
  public boolean hasPart() {
    return status == AttemptStatus.PENDING && received > 0;
  }

  /** Somebody was sent away to pay it, or some of the money has come. */
  public boolean isBeingPaid() {
    return status == AttemptStatus.PENDING || status == AttemptStatus.BEGUN && address != null;
  }

  public Attempt at(String newAddress) {
    return with(received, status, newAddress, endedAt, brought, problem, lookAt);
  }

  public Attempt succeed(Money money, Instant now) {
    return move(AttemptStatus.SUCCEEDED, dong, now, money.believed(now), null);
  }

  /**
   * @param came how much
   */
  public Attempt surplus(long came, Money money, Instant now) {
    return move(AttemptStatus.SURPLUS, came, now, money.believed(now), null);
  }

  public Attempt fail(String why, Instant now) {
    return move(AttemptStatus.FAILED, received, now, null, why);
  }

  public Attempt lapse(Instant now) {
    return move(AttemptStatus.LAPSED, received, now, null, null);
  }

  public Attempt reverse(Instant now) {
    return move(AttemptStatus.REVERSED, received, now, brought, problem);
  }

  /** The gateway does not know yet. */
  public Attempt pend(Instant askAt) {
    if (status == AttemptStatus.PENDING) return askAt(askAt);
    require(AttemptStatus.PENDING);
    return with(received, AttemptStatus.PENDING, address, null, null, null, askAt);
  }

  /**
   * Some of the money has come.
   *
   * @param all that has come so far, in dong
   */
  public Attempt receive(long all) {
    if (status != AttemptStatus.PENDING) require(AttemptStatus.PENDING);
    return with(all, AttemptStatus.PENDING, address, null, null, null, lookAt);
  }

  public Attempt askAt(Instant next) {
    return with(received, status, address, endedAt, brought, problem, next);
  }

  private Attempt move(
      AttemptStatus to,
      long newlyReceived,
      Instant now,
      @Nullable Money money,
      @Nullable String why) {
    require(to);
    return with(newlyReceived, to, address, now, money, why, null);
  }

  private void require(AttemptStatus to) {
    if (!may(to)) throw new IllegalStateException(ref + " is " + status + " and cannot be " + to);
  }

  private Attempt with(
      long newlyReceived,
      AttemptStatus newStatus,
      @Nullable String newAddress,
      @Nullable Instant ended,
      @Nullable Money money,
      @Nullable String why,
      @Nullable Instant askAt) {
    return new Attempt(
        id,
        payment,
        way,
        ref,
        dong,
        newlyReceived,
        newStatus,
        newAddress,
        begunAt,
        expiresAt,
        ended,
        money,
        why,
        askAt);
  }
}
