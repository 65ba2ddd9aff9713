package org.motcua.simulators.outside.gateways;

import java.time.LocalDate;

/** What a payment gateway passes on to the bank for a day. */
public interface DaySums {

  /** As the bank's statement has it. */
  String name();

  /** In dong; below nought where more was given back than came. */
  long sumOf(LocalDate day);
}
