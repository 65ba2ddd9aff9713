package org.motcua.identity.registering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Gender;
import org.motcua.identity.HomeAddress;
import org.motcua.identity.model.Phone;

/** Somebody whose form has nothing wrong with it. */
record Applicant(
    AccountKind kind,
    String name,
    @Nullable String citizenId,
    @Nullable String socialInsuranceNumber,
    @Nullable String taxCode,
    @Nullable LocalDate born,
    @Nullable Gender gender,
    Phone phone,
    @Nullable HomeAddress address,
    String password) {

  Applicant named(String name) {
    return new Applicant(
        kind,
        name,
        citizenId,
        socialInsuranceNumber,
        taxCode,
        born,
        gender,
        phone,
        address,
        password);
  }

  @Override
  public String toString() {
    return "Applicant";
  }
}
