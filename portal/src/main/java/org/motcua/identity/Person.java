package org.motcua.identity;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the account knows of a person or an enterprise, as facts to fill a form with.
 *
 * @param citizenId CCCD of 12 or CMND of 9 digits
 * @param taxCode of an enterprise, 10 or 13 digits
 * @param phone in international form, such as {@code +84912000001}
 */
public record Person(
    AccountId id,
    AccountKind kind,
    String name,
    @Nullable String citizenId,
    @Nullable String socialInsuranceNumber,
    @Nullable String taxCode,
    @Nullable LocalDate dateOfBirth,
    @Nullable Gender gender,
    String phone,
    @Nullable String email,
    @Nullable HomeAddress address) {

  /** The number by which it is known, and which a stranger would try first as its password. */
  public String number() {
    return Stream.of(citizenId, socialInsuranceNumber, taxCode)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse("");
  }
}
