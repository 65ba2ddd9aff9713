package org.motcua.identity.model;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Gender;
import org.motcua.platform.web.Language;

/**
 * An account as it will be once its phone is confirmed.
 *
 * @param passwordHash null where nobody will sign in with a password
 */
public record NewAccount(
    UUID id,
    AccountKind kind,
    String name,
    @Nullable String citizenId,
    @Nullable String socialInsuranceNumber,
    @Nullable String taxCode,
    @Nullable String signInName,
    @Nullable LocalDate dateOfBirth,
    @Nullable Gender gender,
    String phone,
    @Nullable String commune,
    @Nullable String street,
    Language language,
    @Nullable String passwordHash) {

  /** All that names it besides its phone. */
  Map<NameKind, String> numbers() {
    var numbers = new EnumMap<NameKind, String>(NameKind.class);
    if (citizenId != null) numbers.put(NameKind.CITIZEN_ID, citizenId);
    if (socialInsuranceNumber != null) {
      numbers.put(NameKind.SOCIAL_INSURANCE_NUMBER, socialInsuranceNumber);
    }
    if (taxCode != null) numbers.put(NameKind.TAX_CODE, taxCode);
    if (signInName != null) numbers.put(NameKind.SIGN_IN_NAME, signInName);
    return numbers;
  }
}
