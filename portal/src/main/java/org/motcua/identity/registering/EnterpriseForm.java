package org.motcua.identity.registering;

import org.jspecify.annotations.Nullable;

/** What is typed to register an enterprise, as it was typed. */
public record EnterpriseForm(String taxCode, String fullName, String phone, String password) {

  static final EnterpriseForm EMPTY = new EnterpriseForm(null, null, null, null);

  public EnterpriseForm(
      @Nullable String taxCode,
      @Nullable String fullName,
      @Nullable String phone,
      @Nullable String password) {
    this.taxCode = orBlank(taxCode);
    this.fullName = orBlank(fullName);
    this.phone = orBlank(phone);
    this.password = orBlank(password);
  }

  private static String orBlank(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  @Override
  public String toString() {
    return "EnterpriseForm";
  }
}
