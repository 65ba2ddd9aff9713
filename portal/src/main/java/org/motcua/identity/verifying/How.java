package org.motcua.identity.verifying;

/** By what the portal knows who a person is. */
public enum How {
  /** The registers know the person as the account says, and the phone is his. */
  REGISTER,
  /** An officer has seen the person and the identity card. */
  COUNTER,
  /** A trusted authority's certificate names the person. */
  CERTIFICATE
}
