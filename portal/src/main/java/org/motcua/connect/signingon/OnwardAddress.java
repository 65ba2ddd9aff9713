package org.motcua.connect.signingon;

/** Where a client's request is taken up again; the request is its query. */
public final class OnwardAddress {

  public static final String PATH = "/sign-on/onward";

  private OnwardAddress() {}
}
