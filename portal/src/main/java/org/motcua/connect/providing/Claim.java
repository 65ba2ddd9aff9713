package org.motcua.connect.providing;

/** Claims of our own in tokens, besides those of OpenID Connect and of RFC 9068. */
public final class Claim {

  /** For which agency the client speaks: its code of QCVN 102. */
  static final String AGENCY = "agency";

  static final String CLIENT = "client_id";

  /** The sign-on to which a person's token belongs. */
  public static final String SIGN_ON = "sign_on";

  private Claim() {}
}
