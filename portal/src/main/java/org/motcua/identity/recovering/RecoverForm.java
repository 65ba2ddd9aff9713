package org.motcua.identity.recovering;

import org.jspecify.annotations.Nullable;

/** What is typed to begin with, as it was typed. */
public record RecoverForm(String number, String fullName, String phone, String way) {

  static final RecoverForm EMPTY = new RecoverForm(null, null, null, null);

  public RecoverForm(
      @Nullable String number,
      @Nullable String fullName,
      @Nullable String phone,
      @Nullable String way) {
    this.number = orBlank(number);
    this.fullName = orBlank(fullName);
    this.phone = orBlank(phone);
    this.way = orBlank(way);
  }

  @Nullable Way chosenWay() {
    for (var each : Way.values()) if (each.name().equals(way)) return each;
    return null;
  }

  private static String orBlank(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  @Override
  public String toString() {
    return "RecoverForm";
  }
}
