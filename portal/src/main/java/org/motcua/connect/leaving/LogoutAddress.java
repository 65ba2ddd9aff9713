package org.motcua.connect.leaving;

/** Where agencies' portals send people who sign out (OpenID Connect RP-Initiated Logout 1.0). */
public final class LogoutAddress {

  public static final String PATH = "/connect/logout";

  private LogoutAddress() {}
}
