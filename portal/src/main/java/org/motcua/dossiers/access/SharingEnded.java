package org.motcua.dossiers.access;

/**
 * Somebody was invited to fill in a dossier and is no longer: it was withdrawn, its date has come,
 * or the dossier was handed in. He is told so.
 */
public class SharingEnded extends RuntimeException {

  /** What ended it; the words are messages {@code dossiers.sharing.ended.<why>}. */
  public enum Why {
    WITHDRAWN,
    EXPIRED,
    SUBMITTED,
    LEFT
  }

  private final Why why;

  SharingEnded(Why why) {
    super("No longer invited to fill in this dossier: " + why);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
