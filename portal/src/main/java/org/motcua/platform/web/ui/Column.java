package org.motcua.platform.web.ui;

/** A column of a table; figures stand to the right. */
public record Column(String text, boolean numeric) {

  public static Column of(String text) {
    return new Column(text, false);
  }

  public static Column numeric(String text) {
    return new Column(text, true);
  }
}
