package org.motcua.eservices;

/** How sure the portal must be of who applies. */
public enum SignInLevel {
  PASSWORD,
  ONE_TIME_CODE,
  CERTIFICATE
}
