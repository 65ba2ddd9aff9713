package org.motcua.identity.mandates.acting;

/** An address that is the represented's own business, or beyond what the mandate says. */
class NotForRepresentatives extends RuntimeException {

  NotForRepresentatives(String path) {
    super("Not for one who acts for another: " + path);
  }
}
