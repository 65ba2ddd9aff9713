package org.motcua.simulators.agency.signon;

/** The national portal cannot be reached now, or answers as no provider of sign-ins does. */
class PortalAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PortalAwayException(String what, Throwable cause) {
    super(what, cause);
  }

  PortalAwayException(String what) {
    super(what);
  }
}
