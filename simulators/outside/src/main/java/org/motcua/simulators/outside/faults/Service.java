package org.motcua.simulators.outside.faults;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can fail by itself while the rest goes on. */
public enum Service {
  POPULATION,
  INSURANCE,
  PHONES,
  /** All who are owed money: traffic police, power company, tax office and so on. */
  DEBTS,
  ENTERPRISES,
  SMS,
  SMPP,
  MAIL,
  CA,
  ELECTRICITY,
  POST,
  /** The payment gateway's interface. */
  VNPAY,
  /** What the payment gateway tells unasked. */
  VNPAY_NOTICES,
  /** The national Payment Platform's interface. */
  NATPAY,
  /** What the platform confirms unasked. */
  NATPAY_NOTICES,
  /** The bank's interface. */
  BANK,
  /** What the bank tells of money that came. */
  BANK_NOTICES;

  private static final List<Fault> OF_ALL =
      List.of(Fault.NONE, Fault.UNAVAILABLE, Fault.SLOW, Fault.WRONG, Fault.GARBLED);
  private static final List<Fault> OF_THOSE_WHO_KNOW_WHAT_COMES_TWICE =
      Stream.concat(OF_ALL.stream(), Stream.of(Fault.REPLY_LOST)).toList();
  private static final List<Fault> OF_SMPP =
      List.of(
          Fault.NONE,
          Fault.UNAVAILABLE,
          Fault.SLOW,
          Fault.WRONG,
          Fault.REPLY_LOST,
          Fault.THROTTLED,
          Fault.NO_RECEIPT);

  private static final List<Fault> OF_PAYMENT_GATEWAYS =
      List.of(
          Fault.NONE,
          Fault.UNAVAILABLE,
          Fault.SLOW,
          Fault.WRONG,
          Fault.GARBLED,
          Fault.REPLY_LOST,
          Fault.REFUSING_REFUNDS);
  private static final List<Fault> OF_PAYMENT_NOTICES =
      List.of(
          Fault.NONE,
          Fault.NOTICE_LATE,
          Fault.NOTICE_TWICE,
          Fault.NOTICE_LOST,
          Fault.NOTICE_DISORDERED,
          Fault.ALL_LOST);

  public List<Fault> faults() {
    return switch (this) {
      case SMS, ELECTRICITY, POST, DEBTS -> OF_THOSE_WHO_KNOW_WHAT_COMES_TWICE;
      case SMPP -> OF_SMPP;
      case VNPAY, NATPAY -> OF_PAYMENT_GATEWAYS;
      case VNPAY_NOTICES, NATPAY_NOTICES -> OF_PAYMENT_NOTICES;
      case BANK -> OF_THOSE_WHO_KNOW_WHAT_COMES_TWICE;
      case BANK_NOTICES ->
          List.of(Fault.NONE, Fault.NOTICE_LATE, Fault.NOTICE_TWICE, Fault.NOTICE_LOST);
      default -> OF_ALL;
    };
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String key() {
    return "faults.service." + code();
  }
}
