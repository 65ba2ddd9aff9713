package org.motcua.simulators.outside.registers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries made in the registers at one time; what is entered again replaces what was there. */
record Entries(
    List<Citizen> citizens,
    List<Insured> insured,
    List<Subscription> subscriptions,
    List<Enterprise> enterprises) {

  Entries(
      @Nullable List<Citizen> citizens,
      @Nullable List<Insured> insured,
      @Nullable List<Subscription> subscriptions,
      @Nullable List<Enterprise> enterprises) {
    this.citizens = copy(citizens);
    this.insured = copy(insured);
    this.subscriptions = copy(subscriptions);
    this.enterprises = copy(enterprises);
  }

  static Entries of(Enterprise enterprise) {
    return new Entries(null, null, null, List.of(enterprise));
  }

  private static <T> List<T> copy(@Nullable List<T> entries) {
    return entries == null ? List.of() : List.copyOf(entries);
  }
}
