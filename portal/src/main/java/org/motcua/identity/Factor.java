package org.motcua.identity;

/** What a person has shown to prove who he is. */
public enum Factor {
  PASSWORD,
  SMS_CODE,
  EMAIL_CODE,
  AUTHENTICATOR_APP,
  /** With the person verified by the device itself, so two factors at once. */
  PASSKEY,
  /**
   * A signature made with a certificate of a trusted authority: two factors, and a verified person.
   */
  CERTIFICATE,
  /** Regained at a counter or by the hotline, after others have looked who it is. */
  RECOVERY
}
