package org.motcua.platform.web.ui;

import org.jspecify.annotations.Nullable;

/** One of the answers that radios, checkboxes or a select offer. */
public record Choice(String value, String label, @Nullable String hint) {

  public Choice(String value, String label) {
    this(value, label, null);
  }
}
