package org.motcua.forms.yaml;

/** What is wrong in a file, and what was expected instead. */
public record Problem(String file, int line, String message) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
