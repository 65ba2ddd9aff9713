package org.motcua.identity;

/**
 * What was asked for needs a surer sign-in. The person is asked for what is missing, and then the
 * request goes on as it was; so nothing may have been changed before this is thrown.
 */
public class LevelNeeded extends RuntimeException {

  private final LevelOfAssurance level;

  public LevelNeeded(LevelOfAssurance level) {
    super("Needs " + level.acr());
    this.level = level;
  }

  public LevelOfAssurance level() {
    return level;
  }
}
