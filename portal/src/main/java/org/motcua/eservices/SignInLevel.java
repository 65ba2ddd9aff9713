package org.motcua.eservices;

/** How sure the portal must be of who applies. */
public enum SignInLevel {
  PASSWORD,
  /** Or any other second factor. */
  ONE_TIME_CODE,
  /** By certificate, at a counter, or against the population register. */
  VERIFIED_PERSON
}
