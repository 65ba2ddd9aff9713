package org.motcua.identity.officers;

import org.jspecify.annotations.Nullable;

/** Where an officer is reached, as it was typed. */
public record ContactForm(String phone, String email) {

  public ContactForm(@Nullable String phone, @Nullable String email) {
    this.phone = phone == null ? "" : phone;
    this.email = email == null ? "" : email;
  }

  static ContactForm of(Officer officer) {
    return new ContactForm(officer.phone().local(), officer.email());
  }

  @Override
  public String toString() {
    return "ContactForm";
  }
}
