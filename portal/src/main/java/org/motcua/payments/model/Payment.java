package org.motcua.payments.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.payments.Fact;
import org.motcua.payments.Item;
import org.motcua.payments.NewPayment;
import org.motcua.payments.Payer;
import org.motcua.payments.PaymentId;
import org.motcua.payments.Purpose;
import org.motcua.platform.secrets.RandomToken;

/**
 * Something to be paid, once.
 *
 * @param key whoever has it may see it and pay
 * @param total in dong, of all items
 * @param refunded how much of it has been ordered back so far
 */
public record Payment(
    PaymentId id,
    String key,
    String reference,
    Purpose purpose,
    Bilingual title,
    List<Item> items,
    long total,
    Payer payer,
    Map<Fact, String> facts,
    String askedBy,
    @Nullable String returnTo,
    Instant openedAt,
    Instant expiresAt,
    PaymentState state,
    long refunded) {

  private static final int KEY_BYTES = 18;

  public Payment {
    items = List.copyOf(items);
    facts = Map.copyOf(facts);
  }

  static Payment of(NewPayment asked, Instant now) {
    return new Payment(
        PaymentId.next(),
        RandomToken.fresh(KEY_BYTES),
        asked.reference(),
        asked.purpose(),
        asked.title(),
        asked.items(),
        asked.total(),
        asked.payer(),
        asked.facts(),
        asked.askedBy(),
        asked.returnTo(),
        now,
        asked.expiresAt(),
        new PaymentState.Open(),
        0);
  }

  public PaymentStatus status() {
    return state.status();
  }

  public boolean allows(Act act) {
    return Transitions.allows(status(), act);
  }

  /** Null as long as it is not paid. */
  public @Nullable Instant paidAt() {
    return switch (state) {
      case PaymentState.Paid(var attempt, var at) -> at;
      case PaymentState.PartlyRefunded(var paid) -> paid.at();
      case PaymentState.Refunded(var paid) -> paid.at();
      case PaymentState.Reversed(var paid, var at) -> paid.at();
      case PaymentState.Open none -> null;
      case PaymentState.Expired none -> null;
      case PaymentState.Cancelled none -> null;
    };
  }

  /** To whom its parts go, as {@link org.motcua.payments.Beneficiary#owner()} names them. */
  public Set<String> owners() {
    return items.stream().map(item -> item.to().owner()).collect(Collectors.toSet());
  }

  /** Where it is seen and paid. */
  public String page() {
    return "/pay/" + key;
  }

  /** The same money for the same things. */
  public boolean asksFor(NewPayment asked) {
    return items.equals(asked.items()) && title.equals(asked.title());
  }

  public Payment settle(UUID attempt, Instant now) {
    return move(Act.SETTLE, new PaymentState.Paid(attempt, now));
  }

  public Payment expire(Instant now) {
    return move(Act.EXPIRE, new PaymentState.Expired(now));
  }

  public Payment cancel(String why, Instant now) {
    return move(Act.CANCEL, new PaymentState.Cancelled(why, now));
  }

  public Payment reverse(Instant now) {
    return move(Act.REVERSE, new PaymentState.Reversed(paid(), now));
  }

  /** What may still go back. */
  public long refundable() {
    return status().holdsMoney() ? total - refunded : 0;
  }

  public Payment refund(long dong) {
    if (dong <= 0 || dong > refundable()) {
      throw new IllegalArgumentException(dong + " of " + refundable() + " cannot go back");
    }
    var left = refundable() - dong;
    var moved =
        left == 0
            ? move(Act.REFUND_REST, new PaymentState.Refunded(paid()))
            : move(Act.REFUND_PART, new PaymentState.PartlyRefunded(paid()));
    return moved.withRefunded(refunded + dong);
  }

  private PaymentState.Paid paid() {
    return switch (state) {
      case PaymentState.Paid paid -> paid;
      case PaymentState.PartlyRefunded(PaymentState.Paid paid) -> paid;
      default -> throw new IllegalStateException(id + " is " + status() + ", not paid");
    };
  }

  private Payment move(Act act, PaymentState to) {
    if (Transitions.find(status(), act).filter(to.status()::equals).isEmpty()) {
      throw new IllegalStateException(act + " does not lead from " + status() + " to " + to);
    }
    return with(to, refunded);
  }

  private Payment withRefunded(long dong) {
    return with(state, dong);
  }

  private Payment with(PaymentState newState, long newlyRefunded) {
    return new Payment(
        id,
        key,
        reference,
        purpose,
        title,
        items,
        total,
        payer,
        facts,
        askedBy,
        returnTo,
        openedAt,
        expiresAt,
        newState,
        newlyRefunded);
  }
}
