package org.motcua.simulators.outside.gateways;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a payer's visit has ended, with what the protocol says of it. */
public enum Outcome {
  PAID("pay", "00", "00"),
  CANCELLED("cancel", "24", "02"),
  NO_BALANCE("no-balance", "51", "02"),
  WRONG_CODE("wrong-code", "13", "02"),
  OVER_LIMIT("over-limit", "65", "02"),
  LOCKED("locked", "12", "02"),
  BANK_CLOSED("bank-closed", "75", "02"),
  TIMED_OUT("time-out", "11", "02"),
  /** The payer was charged, and the gateway looks whether it was a fraud. */
  HELD("hold", "07", "07"),
  /** Paid, and taken back by the bank. */
  REVERSED("", "00", "04");

  private final String word;
  private final String response;
  private final String status;

  Outcome(String word, String response, String status) {
    this.word = word;
    this.response = response;
    this.status = status;
  }

  /** What may go wrong on the bank's page. */
  public static List<Outcome> mishaps() {
    return List.of(NO_BALANCE, WRONG_CODE, OVER_LIMIT, LOCKED, BANK_CLOSED, TIMED_OUT, HELD);
  }

  /**
   * @param word as a form sends it
   */
  public static Optional<Outcome> chosen(String word) {
    return Arrays.stream(values())
        .filter(one -> !one.word.isEmpty() && one.word.equals(word))
        .findFirst();
  }

  public String word() {
    return word;
  }

  /** vnp_ResponseCode */
  public String response() {
    return response;
  }

  /** vnp_TransactionStatus */
  public String status() {
    return status;
  }

  public boolean tookMoney() {
    return this == PAID || this == REVERSED;
  }

  public String key() {
    return "vnpay.outcome." + name().toLowerCase(Locale.ROOT);
  }

  public String colour() {
    return switch (this) {
      case PAID -> "green";
      case REVERSED, HELD -> "amber";
      default -> "red";
    };
  }
}
