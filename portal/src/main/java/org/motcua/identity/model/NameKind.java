package org.motcua.identity.model;

/** What kind of number or name finds an account. */
public enum NameKind {
  CITIZEN_ID,
  SOCIAL_INSURANCE_NUMBER,
  TAX_CODE,
  SIGN_IN_NAME,
  /**
   * In international form; only of the account that was first to show that the phone is its own.
   */
  PHONE
}
