package org.motcua.identity.stepup;

/** Like a level that is needed: the person is asked, and then the request goes on as it was. */
class FreshProofNeeded extends RuntimeException {

  FreshProofNeeded() {
    super("Needs a factor shown just now");
  }
}
