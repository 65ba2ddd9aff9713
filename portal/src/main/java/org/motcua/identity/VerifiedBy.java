package org.motcua.identity;

/** By what the portal knows who a person is. */
public enum VerifiedBy {
  /** The registers know the person as the account says. */
  REGISTER,
  /** An officer has seen the person and the identity card. */
  COUNTER,
  /** A trusted authority's certificate names the person. */
  CERTIFICATE
}
