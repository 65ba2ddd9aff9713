package org.motcua.identity;

/**
 * Whoever acts for another may see this, but the mandate does not go as far as that. He is told so;
 * nothing may have been changed before this is thrown, or it is rolled back.
 */
public class PowerNeeded extends RuntimeException {

  public PowerNeeded(Power power) {
    super("The mandate does not give " + power);
  }
}
