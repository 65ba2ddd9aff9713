package org.motcua.platform.web.ui;

import org.jspecify.annotations.Nullable;

/**
 * A step of the way from the front page to here; the last one, this page itself, has no address.
 */
public record Crumb(String text, @Nullable String href) {

  public Crumb(String text) {
    this(text, null);
  }
}
