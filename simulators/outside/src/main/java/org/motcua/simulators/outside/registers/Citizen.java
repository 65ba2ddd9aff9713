package org.motcua.simulators.outside.registers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person in the population register, by the number of twelve digits. */
public record Citizen(
    String number,
    @Nullable String formerNumber,
    String name,
    LocalDate dateOfBirth,
    Gender gender,
    boolean alive,
    List<String> parents) {

  private static final int OF_AGE = 18;

  public Citizen {
    parents = List.copyOf(parents);
  }

  boolean isMinor(LocalDate today) {
    return today.isBefore(dateOfBirth.plusYears(OF_AGE));
  }

  boolean isKnownBy(String written) {
    return number.equals(written) || written.equals(formerNumber);
  }
}
