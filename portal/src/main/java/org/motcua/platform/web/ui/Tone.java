package org.motcua.platform.web.ui;

/** How a notification is meant. */
public enum Tone {
  INFO,
  SUCCESS,
  WARNING,
  ERROR;

  public String css() {
    return switch (this) {
      case INFO -> "info";
      case SUCCESS -> "success";
      case WARNING -> "warning";
      case ERROR -> "error";
    };
  }
}
