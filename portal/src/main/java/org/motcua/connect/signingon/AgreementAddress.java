package org.motcua.connect.signingon;

/** Where a person decides what a client may learn; the client's request is its query. */
public final class AgreementAddress {

  public static final String PATH = "/agreement";

  private AgreementAddress() {}
}
