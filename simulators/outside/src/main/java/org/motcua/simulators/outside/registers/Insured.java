package org.motcua.simulators.outside.registers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person in the social-insurance register, which keeps names and dates of its own. */
public record Insured(
    String number, String name, LocalDate dateOfBirth, @Nullable String citizenId) {}
