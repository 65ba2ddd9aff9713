package org.motcua.payments.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.payments.NewPayment;
import org.motcua.payments.PaymentId;

/** Keeps payments and the tries to pay them. */
public interface PaymentStore {

  /**
   * Empty where another for the same reference is open or paid, which then is found by {@link
   * #findStandingForUpdate}.
   */
  Optional<Payment> open(NewPayment asked, Instant now);

  Optional<Payment> find(PaymentId id);

  Optional<Payment> findByKey(String key);

  /** Open or paid: there is one at most. */
  Optional<Payment> findStanding(String reference);

  Optional<Payment> findStandingForUpdate(String reference);

  /** The last first. */
  List<Payment> listFor(String reference);

  /**
   * The last first.
   *
   * @param before where the page before has ended; null: from the first
   */
  List<Payment> listOf(AccountId payer, @Nullable PaymentId before, int most);

  Optional<Payment> findForUpdate(PaymentId id);

  /** Saves state and what was refunded. */
  void move(Payment payment);

  /** Payments whose time has run out and for which no money can be on its way any more. */
  List<PaymentId> listToExpire(Instant now, int most);

  void begin(Attempt attempt);

  void move(Attempt attempt);

  Optional<Attempt> findAttempt(UUID id);

  /** Oldest first. */
  List<Attempt> listAttempts(PaymentId payment);

  Optional<Attempt> findAttempt(String ref);

  Optional<Underway> findForUpdate(String ref);

  /** An attempt with its payment, both locked. */
  record Underway(Attempt attempt, Payment payment) {}

  /**
   * Attempts whose gateway is to be asked now, in the order of their turn; each of them has its
   * next turn at that time, whatever comes of this one.
   */
  List<Attempt> takeTurn(Instant now, Instant next, int most);
}
