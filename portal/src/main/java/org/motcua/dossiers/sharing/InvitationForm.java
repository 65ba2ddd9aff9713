package org.motcua.dossiers.sharing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.DateParts;

/** Whom an owner invites, as it was typed. */
public record InvitationForm(
    String number,
    String name,
    String scope,
    List<String> parts,
    Boolean seesAll,
    DateParts until) {

  static final String ALL = "ALL";
  static final String SOME = "SOME";

  private static final int USUAL_DAYS = 30;

  public InvitationForm(
      @Nullable String number,
      @Nullable String name,
      @Nullable String scope,
      @Nullable List<String> parts,
      @Nullable Boolean seesAll,
      @Nullable DateParts until) {
    this.number = orBlank(number);
    this.name = orBlank(name);
    this.scope = orBlank(scope);
    this.parts = parts == null ? List.of() : List.copyOf(parts);
    this.seesAll = Boolean.TRUE.equals(seesAll);
    this.until = until == null ? DateParts.EMPTY : until;
  }

  static InvitationForm empty(LocalDate today) {
    return new InvitationForm(
        "", "", SOME, List.of(), false, DateParts.of(today.plusDays(USUAL_DAYS)));
  }

  private static String orBlank(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  /** Whom somebody invites does not belong into logs. */
  @Override
  public String toString() {
    return "InvitationForm";
  }
}
