package org.motcua.payments.model;

import java.time.Instant;
import java.util.UUID;

/** What is known of a payment where it stands. */
public sealed interface PaymentState {

  PaymentStatus status();

  record Open() implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.OPEN;
    }
  }

  /**
   * @param attempt by which it was paid
   * @param at when we learnt of it
   */
  record Paid(UUID attempt, Instant at) implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.PAID;
    }
  }

  record PartlyRefunded(Paid paid) implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.PARTLY_REFUNDED;
    }
  }

  record Refunded(Paid paid) implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REFUNDED;
    }
  }

  record Expired(Instant at) implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.EXPIRED;
    }
  }

  /**
   * @param why as the payer may read it
   */
  record Cancelled(String why, Instant at) implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.CANCELLED;
    }
  }

  record Reversed(Paid paid, Instant at) implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REVERSED;
    }
  }
}
