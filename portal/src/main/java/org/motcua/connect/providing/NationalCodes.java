package org.motcua.connect.providing;

import org.motcua.identity.Gender;

/** Values as agencies' systems of 2020 write them. */
final class NationalCodes {

  private static final String COUNTRY = "+84";

  /** 1 male, 2 female: as recalled from agencies' code lists, not confirmed. */
  static String of(Gender gender) {
    return gender == Gender.MALE ? "1" : "2";
  }

  /** As OpenID Connect Core 5.1 names it. */
  static String english(Gender gender) {
    return gender == Gender.MALE ? "male" : "female";
  }

  /** {@code 0912000001} for {@code +84912000001}. */
  static String domestic(String phone) {
    return phone.startsWith(COUNTRY) ? "0" + phone.substring(COUNTRY.length()) : phone;
  }

  private NationalCodes() {}
}
