package org.motcua.identity.mandates.acting;

/** A form from a page that was made for another than the one served now, in another window. */
class OpenedForAnother extends RuntimeException {

  OpenedForAnother() {
    super("The form's page was made for another account");
  }
}
