package org.motcua.identity.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Gender;
import org.motcua.platform.web.Language;

/** An account as it will be once its phone is confirmed. */
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
    String passwordHash) {}
