package org.motcua.identity.mandates.assisting;

import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.DateParts;

/** What the officer typed; the last three only for a citizen without an account. */
public record AssistanceForm(
    String number, String procedure, String name, DateParts born, String phone) {

  static final AssistanceForm EMPTY = new AssistanceForm(null, null, null, null, null);

  public AssistanceForm(
      @Nullable String number,
      @Nullable String procedure,
      @Nullable String name,
      @Nullable DateParts born,
      @Nullable String phone) {
    this.number = orBlank(number);
    this.procedure = orBlank(procedure);
    this.name = orBlank(name);
    this.born = born == null ? DateParts.EMPTY : born;
    this.phone = orBlank(phone);
  }

  private static String orBlank(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  @Override
  public String toString() {
    return "AssistanceForm";
  }
}
