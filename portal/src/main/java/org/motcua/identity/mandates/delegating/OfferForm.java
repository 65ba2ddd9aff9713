package org.motcua.identity.mandates.delegating;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.Power;
import org.motcua.platform.web.ui.DateParts;

/** What a giver typed, as it was typed. */
public record OfferForm(
    String number,
    String name,
    List<String> powers,
    String scope,
    String procedure,
    String dossier,
    DateParts until) {

  static final String ALL = "ALL";
  static final String PROCEDURE = "PROCEDURE";
  static final String DOSSIER = "DOSSIER";

  public OfferForm(
      @Nullable String number,
      @Nullable String name,
      @Nullable List<String> powers,
      @Nullable String scope,
      @Nullable String procedure,
      @Nullable String dossier,
      @Nullable DateParts until) {
    this.number = orBlank(number);
    this.name = orBlank(name);
    this.powers = powers == null ? List.of() : List.copyOf(powers);
    this.scope = orBlank(scope);
    this.procedure = orBlank(procedure);
    this.dossier = orBlank(dossier);
    this.until = until == null ? DateParts.EMPTY : until;
  }

  /** To begin with: seeing and preparing, for a year, as the Civil Code has it by default. */
  static OfferForm empty(LocalDate today) {
    return new OfferForm(
        null,
        null,
        List.of(Power.SEE.name(), Power.FILE.name()),
        null,
        null,
        null,
        DateParts.of(today.plusYears(1)));
  }

  private static String orBlank(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  @Override
  public String toString() {
    return "OfferForm";
  }
}
