package org.motcua.dossiers.tracking;

/** What was typed to follow a dossier, and what is wrong with it. */
public record TrackingForm(String code, String digits, Fault fault) {

  public enum Fault {
    NONE,
    CODE,
    DIGITS,
    NOT_FOUND
  }
}
